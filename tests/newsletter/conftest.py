"""Sending is tested as the worker in one place (`workplace`, `place`), the pages as the web in another."""

import datetime

import pytest
from django.urls import reverse

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from tests import factories
from tests.notices.conftest import connected_as_worker, place, workplace  # noqa: F401 (fixtures)
from tests.outbox.conftest import as_role, mail_server  # noqa: F401 (fixtures)

TODAY = datetime.date.today()


@pytest.fixture
def people(team, collaborative):
    other = factories.team(collaborative)
    return {
        "editor": factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative),
        "teacher": factories.member(Role.TEACHER, team=team),
        "other teacher": factories.member(Role.TEACHER, team=other),
        "coach": factories.member(Role.FACULTY_COACH, collaborative=collaborative),
        "observer": factories.member(Role.OBSERVER, collaborative=collaborative),
    }


@pytest.fixture
def browse(client, people):
    """Be one of `people`: `browse("teacher").get("letter_list")`."""

    class Browser:
        def __call__(self, who):
            member = people[who]
            client.force_login(User.objects.get(pk=member.user_id))
            self.place = [member.organization_slug, member.collaborative_slug]
            return self

        def url(self, name, *rest):
            return reverse(f"newsletter:{name}", args=[*self.place, *rest])

        def get(self, name, /, *rest, **query):
            return client.get(self.url(name, *rest), query)

        def post(self, name, /, *rest, **words):
            return client.post(self.url(name, *rest), words)

    return Browser()
