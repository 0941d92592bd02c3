"""What people of the bench's world try, answer, ask and plan: enough that no list on a home is short."""

import datetime

from collaborative.discussion.models import Noticing, Post
from collaborative.schedule.enums import DateKind
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Audience, Role
from pdsa.models import CycleAnswer, PDSACycle, Priority, Ramp

DAY = datetime.timedelta(days=1)
TRIES, POSTS, DATES, NOTICINGS = 6, 40, 8, 12
STAGES = (("plan", ""), ("do", ""), ("study", ""), ("closed", "grow"), ("closed", "let_go"), ("closed", "change"))
QUESTIONS = ("tests", "numbers", "methods", "teams")


def fill(collaborative, teams, people, manager, drivers, today) -> None:
    """Six tries a team, shown to all, each answered by the next team; posts, dates, priorities and noticings."""
    here = {"collaborative": collaborative}
    led = list(zip(teams, people, strict=False))
    cycles = _tries(here, led, drivers, today)
    _answers(here, cycles, led, today)
    Priority.objects.bulk_create(
        Priority(team=team, position=at, text=f"Calm mornings {at}", since=today) for team in teams for at in (1, 2)
    )
    Post.objects.bulk_create(
        Post(**here, team=team, author=person, author_role=Role.TEACHER, audience=Audience.ALL,
             text=f"What helped us this week, part {at}")
        for at, (team, person) in enumerate((led * POSTS)[:POSTS])
    )  # fmt: skip
    PlannedDate.objects.bulk_create(
        PlannedDate(**here, kind=DateKind.LINE, title=f"Call {at}", on=today + 3 * (at + 1) * DAY, has_in_hand=manager)
        for at in range(DATES)
    )
    Noticing.objects.bulk_create(
        Noticing(**here, author=manager, question=QUESTIONS[at % 4], text=f"We notice {at}", noticed_on=today)
        for at in range(NOTICINGS)
    )


def _tries(here, led, drivers, today):
    ramps = {
        (team.pk, at): Ramp(**here, team=team, author=person, audience=Audience.ALL)
        for team, person in led
        for at in range(TRIES)
    }
    Ramp.objects.bulk_create(ramps.values())
    return PDSACycle.objects.bulk_create(
        PDSACycle(
            **here, team=team, author=person, author_role=Role.TEACHER, audience=Audience.ALL, ramp=ramps[team.pk, at],
            driver=drivers[at % len(drivers)], stage=STAGES[at][0], decision=STAGES[at][1],
            decided_on=today if STAGES[at][1] else None, begun_on=today - 5 * at * DAY, shown_on=today - 5 * at * DAY,
            what=f"Sing one song before coming in, version {at}", prediction="It will be calmer.",
            did="We sang.", saw="Two fathers sang along.", look_back_on=today + 7 * DAY,
        )
        for team, person in led
        for at in range(TRIES)
    )  # fmt: skip


def _answers(here, cycles, led, today):
    after = {team.pk: led[(at + 1) % len(led)] for at, (team, _person) in enumerate(led)}
    CycleAnswer.objects.bulk_create(
        CycleAnswer(
            **here, team=cycle.team, author=after[cycle.team_id][1], author_team=after[cycle.team_id][0],
            author_role=Role.TEACHER, audience=Audience.ALL, cycle=cycle, cycle_author=cycle.author,
            text="We hum it at clean-up, and it helps.", said_on=today,
        )
        for cycle in cycles
    )  # fmt: skip
