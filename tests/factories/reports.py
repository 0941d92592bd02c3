"""A center with a month worth telling: what it works on, what it tried, and its weekly counts."""

import datetime
from types import SimpleNamespace

from collaborative.tenancy.enums import Audience, CollaborativeState, Role
from metrics import periods
from pdsa.actions import cycles, sharing
from pdsa.models import Priority
from portal.reports.story import story_of
from tests import factories
from tests.factories import metrics

OCTOBER = datetime.date(2026, 10, 1)
END = datetime.date(2026, 10, 31)
COUNTS = (20, 22, 19, 24, 21, 25, 23, 28, 30, 29, 31, 33, 34, 32, 36)


def center_with_a_month(**values):
    collaborative = factories.collaborative(
        name="Feelings First",
        slug="sel",
        state=CollaborativeState.RUNNING,
        starts_on=datetime.date(2026, 6, 1),
        **values,
    )
    team = factories.team(collaborative, center=factories.center(name="Maple Street"))
    leader = factories.member(Role.TEAM_LEADER, team=team).person
    found = SimpleNamespace(collaborative=collaborative, team=team, leader=leader)
    found.metric = metrics.metric(
        collaborative, by=leader, on=datetime.date(2026, 6, 1), name="Families we had a two-way talk with"
    )
    return found


def tell(place):
    """Fill the month. Inside a context that may write all of it."""
    Priority.objects.create(team=place.team, text="Calm mornings", since=OCTOBER)
    cycle = cycles.start_cycle(
        team=place.team, what="Sing one song before coming in", by=place.leader, on=OCTOBER, look_back_on=OCTOBER
    )
    cycles.study(
        cycle, by=place.leader, on=END, surprised="Two fathers sang along.", compared="Calmer than we thought."
    )
    cycles.act(cycle, decision="grow", decision_reason="It cost us nothing.", by=place.leader, on=END)
    sharing.share_cycle(cycle, audience=Audience.ALL, by=place.leader, on=END)
    weeks = periods.last_starts("week", datetime.date(2026, 10, 26), len(COUNTS))
    for start, count in zip(weeks, COUNTS, strict=True):
        count_week(place, start, numerator=count, denominator=46)
    return cycle


def count_week(place, start, **values):
    return metrics.observation(
        place.team, metrics.definition(place.metric), start, by=place.leader, on=datetime.date(2026, 12, 1), **values
    )


def story(place):
    return story_of(place.team, OCTOBER, language="en", organization=factories.tenancy.here())
