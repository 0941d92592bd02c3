"""The first page after signing in, and the language one reads."""

import datetime

import pytest

from collaborative.isolation.context import Context, current_organization_id, entered, tenant_context
from collaborative.isolation.models import new_id
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from tests import factories


@pytest.mark.capability("C005")
def test_several_places_are_one_tap_apart(client, organization, collaborative, team):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    other = factories.collaborative(name="Second")
    factories.member(Role.DIRECTOR, person=coach.person, team=factories.team(other))
    client.force_login(coach.person.user)

    page = client.get("/").content.decode()

    assert f'href="/{organization.slug}/{collaborative.slug}/' in page
    assert f'href="/{organization.slug}/{other.slug}/' in page
    assert "Faculty coach" in page
    assert "Director" in page


def test_places_of_two_organizations_stand_side_by_side(client, organization, team):
    teacher = factories.member(Role.TEACHER, team=team)
    user = teacher.person.user
    with tenant_context(new_id()):
        factories.organization(id=current_organization_id())
        elsewhere = factories.collaborative()
        person = factories.person(user=user)
        factories.member(Role.FACULTY_COACH, person=person, collaborative=elsewhere)
    client.force_login(user)

    page = client.get("/").content.decode()

    assert page.count('class="choice place-choice"') == 2


@pytest.mark.parametrize(("days", "has_place"), [(0, True), (-1, False)])
def test_a_place_ends_with_its_last_day(client, organization, team, days, has_place):
    today = datetime.datetime.now(datetime.UTC).date()
    teacher = factories.member(Role.TEACHER, team=team, ends_on=today + datetime.timedelta(days=days))
    client.force_login(teacher.person.user)

    answer = client.get("/")

    assert (answer.status_code == 302) is has_place


def test_a_language_is_kept_on_the_person_and_in_the_browser(client, organization, team):
    teacher = factories.member(Role.TEACHER, team=team)
    client.force_login(teacher.person.user)

    answer = client.post("/language/", {"language": "es", "next": "/somewhere/"})

    assert (answer.url, answer.cookies["django_language"].value) == ("/somewhere/", "es")
    with entered(Context(organization=organization.pk)):
        assert Person.objects.get(pk=teacher.person_id).language == "es"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "", "javascript:alert(1)"])
def test_a_language_switch_leads_nowhere_else(client, db, target):
    answer = client.post("/language/", {"language": "es", "next": target})

    assert answer.url == "/"


def test_an_unknown_language_changes_nothing(client, db):
    answer = client.post("/language/", {"language": "xx", "next": "/"})

    assert "django_language" not in answer.cookies
