"""What is due to be said today, and to whom. Computed anew each time, never scheduled."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Min

from collaborative.outbox.enums import NoticeKind
from collaborative.tenancy.enums import CollaborativeState
from metrics import periods
from metrics.catalogue import metrics_in
from metrics.models import CollectionPlan, Observation
from pdsa.enums import Stage
from pdsa.models import CycleAnswer, PDSACycle

from . import rules
from .enums import SUBJECT_OF
from .people import World
from .rules import Period

# What is written down as soon as it is due; what is new (see news.py) is written down when it is said.
KINDS = (NoticeKind.NUMBERS, NoticeKind.LOOK_BACK, NoticeKind.ANSWERS, NoticeKind.MENTION, NoticeKind.REPLY)
COUNTED_BACK = timedelta(days=100)  # further back than any period that is asked for


@dataclass(frozen=True)
class Due:
    """Something to say to a person; `periods` of numbers, `names` of centers that answered, a `day` to look back.

    `sayers`: people who said something; `thing`: the row it is about; `came_at`: when something new came.
    """

    person_id: UUID
    kind: str
    about_id: UUID
    due_on: date
    team_id: UUID | None
    periods: tuple[Period, ...] = ()
    names: tuple[str, ...] = ()
    day: date | None = None
    collaborative_id: UUID | None = None  # where it is not a team's
    sayers: tuple = ()
    thing: object = None
    came_at: object = None

    @property
    def key(self):
        return self.person_id, self.kind, self.about_id, self.due_on

    @property
    def subject(self):
        """What it counts as where people choose what reaches them."""
        return SUBJECT_OF[self.kind]

    @property
    def leads_to(self):
        """The id in the address it leads to; what leads to one place is told in one paragraph."""
        return self.thing.post_id if self.kind == NoticeKind.REPLY else self.about_id


def to_come(world: World) -> dict[UUID, list[Period]]:
    """The periods whose numbers are still to come, by team, the oldest first."""
    counted, since = _counted(world)
    found = defaultdict(set)
    for collaborative in {team.collaborative for team in world.teams.values()}:
        metrics = metrics_in(collaborative.pk, today=world.today)
        for team in (team for team in world.teams.values() if team.collaborative_id == collaborative.pk):
            for metric in metrics:
                found[team.pk].update(_of_metric(world, team, metric, counted, since))
    return {team: sorted(rows) for team, rows in found.items() if rows}


def _of_metric(world, team, metric, counted, since):
    begun = since.get((team.pk, metric.pk))
    if begun is None and metric.is_required and team.collaborative.state == CollaborativeState.RUNNING:
        begun = max(metric.definitions[0].starts_on, team.collaborative.starts_on)
    if begun is None:
        return []
    collect = metric.definition.collect
    starts = periods.last_starts(collect, world.today, rules.PERIODS_BACK[collect] + 1)[:-1]
    wanted = [start for start in starts if start >= periods.start_of(collect, begun)]
    return rules.still_to_come(collect, wanted, counted[team.pk, metric.pk], world.closed[team.center_id], world.today)


def _counted(world):
    """What came in lately, and since when a team counts a metric or has planned to, both by (team, metric)."""
    rows = Observation.objects.shown().filter(team_id__in=world.teams)
    counted, since = defaultdict(set), {}
    lately = rows.filter(period_start__gte=world.today - COUNTED_BACK)
    for team, metric, start in lately.values_list("team_id", "definition__metric_id", "period_start"):
        counted[team, metric].add(start)
    for plan in CollectionPlan.objects.shown().filter(team_id__in=world.teams):
        since[plan.team_id, plan.metric_id] = plan.created_at.date()
    first = rows.order_by().values_list("team_id", "definition__metric_id").annotate(Min("period_start"))
    for team, metric, start in first:
        since[team, metric] = start
    return counted, since


def numbers(world: World, coming: dict[UUID, list[Period]], called: set[UUID]) -> list[Due]:
    """One word to whoever enters a team's numbers; none while a call is waiting to be made (`called`: teams)."""
    found = []
    for team_id, rows in coming.items():
        person = world.who_enters(team_id)
        if person is not None and team_id not in called:
            due_on = max(rows).due_on
            found.append(Due(person.pk, NoticeKind.NUMBERS, team_id, due_on, team_id, periods=tuple(rows)))
    return found


def look_backs(world: World) -> list[Due]:
    """The day to look back was yesterday, or a few days ago, and nothing is written yet about what was learned."""
    window = (world.today - rules.LOOK_BACK_WINDOW, world.today - timedelta(days=1))
    cycles = PDSACycle.objects.shown().filter(
        team_id__in=world.teams, stage__in=[Stage.PLAN, Stage.DO], look_back_on__range=window
    )
    return [
        Due(
            cycle.author_id,
            NoticeKind.LOOK_BACK,
            cycle.pk,
            cycle.look_back_on + timedelta(days=1),
            cycle.team_id,
            day=cycle.look_back_on,
        )
        for cycle in cycles.order_by("look_back_on", "pk")
        if _is_member(world, cycle.team_id, cycle.author_id)
    ]


def answers(world: World) -> list[Due]:
    """Other teams answered a try, and whoever leads it has not written back since."""
    since = world.today - rules.ANSWERS_WINDOW
    said = CycleAnswer.objects.shown().filter(team_id__in=world.teams, said_on__gte=since)
    rows = list(said.select_related("author_team__center").order_by("said_on", "pk"))
    written_back = {}
    for row in rows:
        if row.author_id == row.cycle_author_id:
            written_back[row.cycle_id] = row.created_at
    names, about = defaultdict(list), {}
    for row in rows:
        is_from_others = row.author_team_id not in (None, row.team_id) and row.author_id != row.cycle_author_id
        is_news = row.cycle_id not in written_back or row.created_at > written_back[row.cycle_id]
        if is_from_others and is_news and _is_member(world, row.team_id, row.cycle_author_id):
            key = row.cycle_author_id, row.cycle_id, row.said_on
            names[key].append(row.author_team.center.name)
            about[key] = row.team_id
    return [
        Due(person, NoticeKind.ANSWERS, cycle, on, about[person, cycle, on], names=tuple(dict.fromkeys(said)))
        for (person, cycle, on), said in names.items()
    ]


def _is_member(world, team_id, person_id):
    return any(row.person_id == person_id for row in world.members[team_id])
