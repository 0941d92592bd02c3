"""The demo's doors: open only where they are meant to be."""

import importlib
import os
import subprocess
import sys

import pytest
from django.conf import settings as real_settings
from django.core.checks import run_checks
from django.test import Client
from django.urls import clear_url_caches

import portal.demo.urls  # noqa: F401 (its views are in the urls of the demo below)
from collaborative.isolation.context import Context, current, entered
from collaborative.outbox.actions import write_message
from collaborative.people.models import User
from collaborative.tenancy.actions import invitations
from collaborative.tenancy.enums import Role
from portal.demo.people import ENTRIES, demo_is_allowed
from portal.servers.state import PROJECT
from tests import factories

KEYS = [
    "organization-admin", "project-manager", "data-lead", "family-liaison", "coach", "senior-leader", "team-leader",
    "teacher", "family-partner", "reads-spanish", "director", "observer", "other-organization", "new-coach",
    "new-family-liaison", "new-family-partner", "new-project-manager", "new-senior-leader", "new-teacher",
    "new-team-leader",
]  # fmt: skip


@pytest.fixture
def demo(settings):
    """The addresses as they are in demo mode."""
    settings.DEMO = settings.DEMO_PUBLIC = True
    _reload()
    yield
    settings.DEMO = False
    _reload()


def _reload():
    importlib.reload(importlib.import_module(real_settings.ROOT_URLCONF))
    clear_url_caches()


def person_with_key(key, **where):
    person = factories.person()
    person.user = User.objects.create_user(email=f"{key}@demo.example")
    person.email = person.user.email
    person.save()
    return factories.member(person=person, **where)


def test_the_keys_are_those_agreed():
    assert sorted(entry.key for entry in ENTRIES) == sorted(KEYS)


def test_one_tap_enters_as_a_person_and_ends_on_their_home(demo, client, organization, team):
    person_with_key("teacher", role=Role.TEACHER, team=team)

    listed = client.get("/demo/")
    entered_as = client.post("/demo/enter/teacher/")

    assert 'action="/demo/enter/teacher/"' in listed.content.decode()
    assert entered_as.url == f"/{organization.slug}/{team.collaborative.slug}/"
    assert client.get("/").status_code == 302


def test_entering_as_another_leaves_the_first_person_behind(demo, client, organization, team):
    person_with_key("teacher", role=Role.TEACHER, team=team)
    observer = person_with_key("observer", role=Role.OBSERVER, collaborative=team.collaborative)
    client.post("/demo/enter/teacher/")
    earlier = client.session.session_key

    client.post("/demo/enter/observer/")

    assert client.session["_auth_user_id"] == str(observer.user_id)
    assert client.session.session_key != earlier


@pytest.mark.parametrize(("address", "status"), [("/demo/enter/nobody/", 404), ("/demo/enter/teacher/", 404)])
def test_a_key_without_a_person_is_not_there(demo, client, db, address, status):
    assert client.post(address).status_code == status


def test_opening_the_entry_address_enters_nobody(demo, client, organization, team):
    person_with_key("teacher", role=Role.TEACHER, team=team)

    assert client.get("/demo/enter/teacher/").status_code == 405


def test_outside_demo_mode_there_is_no_door(client, organization, team, settings):
    settings.DEMO = False
    _reload()
    person_with_key("teacher", role=Role.TEACHER, team=team)

    client.post("/demo/enter/teacher/")

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("demo_on", "public", "debug", "production", "allowed"),
    [
        (False, False, True, False, False),
        (False, True, True, False, False),
        (True, False, True, False, True),
        (True, False, False, False, False),
        (True, True, False, False, True),
        (True, False, True, True, False),
        (True, True, False, True, True),
    ],
)
def test_the_demo_needs_a_second_variable_wherever_it_could_be_public(
    settings, demo_on, public, debug, production, allowed
):
    settings.DEMO, settings.DEMO_PUBLIC, settings.DEBUG, settings.PRODUCTION = demo_on, public, debug, production

    found = [error.id for error in run_checks() if error.id == "demo.E001"]

    assert demo_is_allowed() is allowed
    assert found == (["demo.E001"] if demo_on and not allowed else [])


def test_a_demo_that_is_not_allowed_answers_as_if_it_were_not_there(demo, client, organization, team, settings):
    settings.DEMO_PUBLIC = settings.DEBUG = False
    person_with_key("teacher", role=Role.TEACHER, team=team)

    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/enter/teacher/").status_code == 404


def test_mail_to_oneself_and_to_whom_one_invited_can_be_read(demo, client, organization, team):
    leader = person_with_key("team-leader", role=Role.TEAM_LEADER, team=team).person
    other = factories.member(Role.TEAM_LEADER, team=factories.team(team.collaborative)).person
    with entered(Context(organization=current().organization, person=leader.pk)):
        for by, address, place in ((leader, "ours@example.org", team), (other, "theirs@example.org", None)):
            invitations.invite(
                first_name="Ana", email=address, role=Role.TEACHER, by=by, on=factories.tenancy.LONG_AGO.today(),
                team=place or by.memberships.get().team,
            )  # fmt: skip
    client.post("/demo/enter/team-leader/")

    page = client.get("/demo/mail/").content.decode()

    assert "ours@example.org" in page
    assert "theirs@example.org" not in page
    assert Client().get("/demo/mail/").status_code == 302


def test_inviting_somebody_shows_none_of_their_other_mail(demo, client, organization, team):
    leader = person_with_key("team-leader", role=Role.TEAM_LEADER, team=team).person
    here = current().organization
    with entered(Context(organization=here, person=leader.pk)):
        invited = invitations.invite(
            first_name="Ana", email="ana@example.org", role=Role.TEACHER, by=leader,
            on=factories.tenancy.LONG_AGO.today(), team=team,
        )  # fmt: skip
    hers = {"to": "ana@example.org", "person_id": invited.membership.person_id}
    with entered(Context(organization=here, person=invited.membership.person_id)):
        write_message(**hers, slot="week:1", subject="Only for Ana", body="Hi Ana.")
        write_message(
            **hers, slot="invitation:x", subject="Another asks", body="Hi.", from_name="Bo", reply_to="bo@example.org"
        )
    client.post("/demo/enter/team-leader/")

    shown = client.get("/demo/mail/").context["messages_to_read"]

    assert [(message.to, message.from_name) for message in shown] == [("ana@example.org", leader.full_name)]


@pytest.mark.parametrize(
    ("variables", "backend"),
    [
        ({"DEMO": "true", "DEMO_PUBLIC": "true"}, "dummy"),
        ({"DEMO": "true", "DEMO_PUBLIC": "true", "ENVIRONMENT": "production"}, "dummy"),
        ({"DEMO": "true", "DEMO_PUBLIC": "true", "EMAIL_URL": "consolemail://"}, "console"),
        ({"DEMO": "true"}, "smtp"),
        ({}, "smtp"),
    ],
)
def test_a_public_demo_has_no_mail_server_whatever_it_is_given(variables, backend):
    given = {
        "PATH": os.environ["PATH"], "SECRET_KEY": "x", "DATABASE_URL": "postgresql://owner@/x", "REDIS_URL": "redis://x",
        "DEFAULT_FROM_EMAIL": "a@example.org", "EMAIL_URL": "smtp://mail.example:25", **variables,
    }  # fmt: skip
    words = [sys.executable, "-c", "from portal import settings; print(settings.EMAIL_BACKEND)"]

    done = subprocess.run(words, cwd=PROJECT, env=given, capture_output=True, text=True)

    assert done.stdout.strip() == f"django.core.mail.backends.{backend}.EmailBackend"


@pytest.mark.parametrize(("public", "found"), [(True, ["demo.E002"]), (False, [])])
def test_a_public_demo_with_a_mail_server_does_not_start(settings, public, found):
    settings.DEMO, settings.DEMO_PUBLIC = True, public
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    assert [error.id for error in run_checks() if error.id == "demo.E002"] == found
