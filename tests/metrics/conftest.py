"""A team that counts: its people, and the context in which their numbers may be touched."""

import time
from types import SimpleNamespace

import pytest
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories

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
