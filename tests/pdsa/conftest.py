import pytest
from django.urls import reverse

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from tests import factories


@pytest.fixture
def teacher(team) -> Membership:
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def team_leader(team) -> Membership:
    return factories.member(Role.TEAM_LEADER, team=team)


@pytest.fixture
def other_teacher(collaborative) -> Membership:
    """A teacher of another team of the same collaborative."""
    return factories.member(Role.TEACHER, team=factories.team(collaborative))


@pytest.fixture
def coach(team) -> Membership:
    """A faculty coach who walks with the team."""
    membership = factories.member(Role.FACULTY_COACH, collaborative=team.collaborative)
    factories.assignment(membership.person, team)
    return membership


@pytest.fixture
def browse(client):
    """Be this member in a browser: `get("cycle_list")`, `post("cycle_do", cycle.pk, did="…")`."""

    class Browser:
        def as_(self, membership):
            client.force_login(User.objects.get(pk=membership.user_id))
            self.client = client
            self.place = [membership.organization_slug, membership.collaborative_slug]
            return self

        def url(self, name, *rest):
            return reverse(f"pdsa:{name}", args=[*self.place, *rest])

        def get(self, name, *rest, **query):
            return client.get(self.url(name, *rest), query)

        def post(self, name, *rest, **words):
            return client.post(self.url(name, *rest), words)

    return Browser()
