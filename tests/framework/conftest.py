"""Who opens the pages of these tests, and where."""

import time

import pytest

from collaborative.tenancy.enums import Role
from tests import factories


@pytest.fixture
def sign_in(client):
    """`sign_in(user)`: the client is this login from now on, in a session that has just begun."""

    def signing_in(user):
        client.force_login(user)
        session = client.session
        session.update({"began_at": time.time(), "strict": False, "seen_at": time.time()})
        session.save()
        return client

    return signing_in


@pytest.fixture
def as_role(sign_in, team):
    """`as_role(role)`: the client is somebody in that role, in the team where it is a team's role."""

    def signing_in(role, **place):
        membership = factories.member(role, **(place or {"collaborative": team.collaborative, "team": team}))
        return sign_in(membership.person.user)

    return signing_in


@pytest.fixture
def writer(as_role):
    return as_role(Role.IMPLEMENTATION_TEAM)


@pytest.fixture
def place(organization, collaborative):
    return f"/{organization.slug}/{collaborative.slug}/framework"
