"""A team that counts: its people, and the context in which their numbers may be touched."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from metrics import periods
from tests import factories
from tests.factories import metrics as making
from tests.metrics.reading import words

ROOMS = [
    {"name": "Ladybugs", "families": 12},
    {"name": "Sunflowers", "families": 16},
    {"name": "Explorers", "families": 18},
]


@pytest.fixture
def today():
    """The day the pages show."""
    return timezone.localdate()


@pytest.fixture
def sign_in(client):
    """`sign_in(person)`: the client is that person from now on, in a session that has just begun."""

    def signing_in(person):
        client.force_login(person.user)
        session = client.session
        session.update({"began_at": time.time(), "strict": False, "seen_at": time.time()})
        session.save()
        return client

    return signing_in


@pytest.fixture
def maple(organization, collaborative):
    """A team of a center with three rooms, its leader and the address of its pages."""
    center = factories.center(name="Maple Street", rooms=ROOMS)
    team = factories.team(collaborative, center=center)
    leader = factories.member(Role.TEAM_LEADER, team=team)
    return SimpleNamespace(
        team=team,
        center=center,
        leader=leader.person,
        user=leader.person.user,
        collaborative=collaborative,
        url=f"/{organization.slug}/{collaborative.slug}/metrics/",
        organization=organization,
    )


@pytest.fixture
def reach(organization):
    """`with reach(team, ...):` the database lets the numbers of these teams be touched."""

    def reaching(*teams):
        ids = tuple(team.pk for team in teams)
        return entered(Context(organization=organization.pk, teams=ids, number_teams=ids))

    return reaching


@pytest.fixture
def metric(maple, today):
    return making.metric(
        maple.collaborative,
        name="Families we had a two-way talk with",
        key="talks",
        on=today - timedelta(weeks=60),
        counts_families=True,
    )


@pytest.fixture
def fill(maple, metric, reach, today):
    """`fill(numerators)`: the last full weeks hold these, of 46; None where nothing was put in."""

    def filling(numerators, team=None, of=metric):
        team, last = team or maple.team, periods.starts_before("week", periods.start_of("week", today), 1)
        definition = making.definition(of)
        whole = {} if of.definition_is_count else {"denominator": 46}
        with reach(team):
            for back, numerator in enumerate(reversed(numerators)):
                start = periods.starts_before("week", last, back)
                if numerator is not None:
                    making.observation(team, definition, start, on=today, numerator=numerator, **whole)
        return periods.starts_before("week", last, len(numerators) - 1)

    metric.definition_is_count = False
    return filling


@pytest.fixture
def page_of(sign_in, maple, metric):
    sign_in(maple.leader)

    def opened(client, of=metric):
        return words(client.get(f"{maple.url}{of.pk}/"))

    return opened
