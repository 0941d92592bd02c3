"""How long one stays signed in, and that nothing typed is lost when it ends."""

import datetime

import pytest
import time_machine
from django.test import Client

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories

START = datetime.datetime(2026, 3, 3, 14, 0, tzinfo=datetime.UTC)


def signed_in(membership):
    client = Client()
    client.force_login(membership.person.user)
    return client


def is_in(client):
    answer = client.get("/")
    return not answer.headers.get("Location", "").startswith("/accounts/")


@pytest.mark.parametrize(
    ("role", "minutes_between", "hours", "still_in"),
    [
        (Role.TEACHER, 60 * 24, 24 * 29, True),
        (Role.TEACHER, 60 * 24, 24 * 30 + 1, False),
        (Role.IMPLEMENTATION_TEAM, 30, 11.5, True),
        (Role.IMPLEMENTATION_TEAM, 30, 12, False),
        (Role.IMPLEMENTATION_TEAM, 59, 2, True),
        (Role.IMPLEMENTATION_TEAM, 61, 2, False),
        (Role.ORGANIZATION_ADMIN, 61, 2, False),
        (Role.FACULTY_COACH, 61, 2, True),
    ],
)
def test_a_session_lasts_as_long_as_the_role_allows(organization, team, role, minutes_between, hours, still_in):
    membership = factories.member(role, team=team, collaborative=team.collaborative)
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(membership)
        end = START + datetime.timedelta(hours=hours)
        now = START
        while now + datetime.timedelta(minutes=minutes_between) < end:
            now += datetime.timedelta(minutes=minutes_between)
            clock.move_to(now)
            client.get("/")
        clock.move_to(max(end, now))

        assert is_in(client) is still_in


def test_who_joins_the_project_team_later_gets_the_shorter_session_at_the_next_page(organization, team):
    teacher = factories.member(Role.TEACHER, team=team)
    place = f"/{organization.slug}/{team.collaborative.slug}/help/"
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(teacher)
        client.get(place)
        with entered(Context(organization=organization.pk)):
            factories.member(Role.IMPLEMENTATION_TEAM, person=teacher.person, collaborative=team.collaborative)
        client.get(place)
        clock.move_to(START + datetime.timedelta(hours=2))

        assert not is_in(client)


def test_any_address_under_any_name_leads_to_the_same_sign_in(client, organization, team):
    real = client.get(f"/{organization.slug}/{team.collaborative.slug}/help/")
    unreal = client.get("/nobody/nowhere/help/")

    assert (real.status_code, real.url) == (
        302,
        f"/accounts/login/?next=%2F{organization.slug}%2F{team.collaborative.slug}%2Fhelp%2F",
    )
    assert (unreal.status_code, unreal.url) == (302, "/accounts/login/?next=%2Fnobody%2Fnowhere%2Fhelp%2F")


def test_a_part_of_a_page_leads_the_whole_page_to_sign_in(client, organization):
    answer = client.get(
        "/o/c/help/rights/", HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL="http://testserver/o/c/pdsa/?page=2"
    )

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (
        204,
        "/accounts/login/?next=%2Fo%2Fc%2Fpdsa%2F%3Fpage%3D2",
    )
    assert answer.content == b""


def test_words_sent_after_the_session_ended_are_shown_again(client, organization):
    answer = client.post(
        "/o/c/people/me/",
        {"line": "I sing with the babies", "form_key": "x"},
        HTTP_REFERER="http://testserver/o/c/people/me/",
    )

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "I sing with the babies" in page
    assert "/accounts/login/?next=%2Fo%2Fc%2Fpeople%2Fme%2F" in page


@pytest.mark.parametrize("referer", ["https://evil.example/x", "", "//evil.example/"])
def test_an_empty_form_after_the_session_ended_leads_to_sign_in_and_nowhere_foreign(client, organization, referer):
    answer = client.post("/o/c/people/me/", {"form_key": "x"}, HTTP_REFERER=referer)

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=%2F")


def test_words_sent_by_script_after_the_session_ended_are_refused_plainly(client, organization):
    answer = client.post("/o/c/drafts/try/00000000-0000-7000-8000-000000000000/", "{}", content_type="application/json")

    assert answer.status_code == 401


def test_a_form_without_its_token_gets_its_words_back(organization, team):
    teacher = factories.member(Role.TEACHER, team=team)
    client = Client(enforce_csrf_checks=True)
    client.force_login(teacher.person.user)

    answer = client.post(
        f"/{organization.slug}/{team.collaborative.slug}/people/me/", {"line": "I sing with the babies"}
    )

    assert answer.status_code == 403
    assert "I sing with the babies" in answer.content.decode()
