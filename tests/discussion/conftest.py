import pytest
from django.urls import reverse

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup
from tests import factories


@pytest.fixture
def people(team, collaborative):
    """One person of each kind: two of our team, two of another team, a coach, one of the project team, and others."""
    other = factories.team(collaborative)
    found = {
        "teacher": factories.member(Role.TEACHER, team=team),
        "team leader": factories.member(Role.TEAM_LEADER, team=team),
        "senior leader": factories.member(Role.SENIOR_LEADER, team=team),
        "other teacher": factories.member(Role.TEACHER, team=other),
        "family partner": factories.member(Role.FAMILY_PARTNER, team=other),
        "coach": factories.member(Role.FACULTY_COACH, collaborative=collaborative),
        "project team": factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative),
        "director": factories.member(Role.DIRECTOR, collaborative=collaborative, center=team.center),
        "observer": factories.member(Role.OBSERVER, collaborative=collaborative),
    }
    factories.assignment(found["coach"].person, team)
    return found


@pytest.fixture
def teachers(people, collaborative):
    """The role group of teachers, with its coach."""
    return AffinityGroup.objects.create(
        collaborative=collaborative, role=Role.TEACHER, name="Teachers", coach=people["coach"].person
    )


@pytest.fixture
def browse(client, people):
    """Be one of `people`: `browse("teacher").get("post_detail", post.pk)`."""

    class Browser:
        def __call__(self, who):
            member = people[who]
            client.force_login(User.objects.get(pk=member.user_id))
            self.place = [member.organization_slug, member.collaborative_slug]
            return self

        def url(self, name, *rest):
            return reverse(f"discussion:{name}", args=[*self.place, *rest])

        def get(self, name, /, *rest, **query):
            return client.get(self.url(name, *rest), query)

        def post(self, name, /, *rest, **words):
            return client.post(self.url(name, *rest), words)

    return Browser()
