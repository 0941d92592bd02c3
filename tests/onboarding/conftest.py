"""Who opens the pages of these tests, and where."""

import time

import pytest
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories


@pytest.fixture
def sign_in(client):
    """`sign_in(membership)`: the client is this person from now on, in a session that has just begun."""

    def signing_in(membership):
        client.force_login(membership.person.user)
        session = client.session
        session.update({"began_at": time.time(), "strict": False, "seen_at": time.time()})
        session.save()
        return client

    return signing_in


@pytest.fixture
def manager(collaborative):
    return factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)


@pytest.fixture
def leader(team):
    return factories.member(Role.TEAM_LEADER, team=team)


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def here(organization, collaborative):
    return f"/{organization.slug}/{collaborative.slug}/"


@pytest.fixture
def place(here):
    return f"{here}asked/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def seen(organization, collaborative):
    """`with seen(team):` rows are there again after a request, those of this team among them."""

    def seeing(*teams):
        ids = tuple(one.pk for one in teams)
        return entered(
            Context(
                organization=organization.pk, teams=ids, staff_teams=ids, number_teams=ids,
                collaboratives=(collaborative.pk,), faculty=(collaborative.pk,),
            )
        )  # fmt: skip

    return seeing
