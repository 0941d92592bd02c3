import datetime

import pytest

from collaborative.isolation.context import Context, entered
from collaborative.schedule.models import LearningSession
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Collaborative
from tests import factories

pytestmark = pytest.mark.django_db
DAYS = {"day_1": "2027-03-02", "day_2": "2027-06-29", "day_3": "2027-10-05", "day_4": "2028-02-01"}
TYPED = {"template": "bsc-sel", "name": "Feelings First", "short_name": "Feelings First", **DAYS}


@pytest.fixture
def inside(organization):
    return lambda: entered(Context(organization=organization.pk))


@pytest.mark.parametrize("role", [Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM])
@pytest.mark.capability("C104")
def test_collaborative_start_proposes_four_days_from_the_first(as_role, place, role):
    page = as_role(role).get(f"{place}?first=2027-03-02")

    assert page.status_code == 200
    assert [bound.value().isoformat() for bound in page.context["form"].days] == list(DAYS.values())


def test_collaborative_start_says_when_prework_would_have_begun_already(as_role, place):
    client, today = as_role(Role.ORGANIZATION_ADMIN), datetime.date.today()

    soon = client.get(f"{place}?first={today + datetime.timedelta(days=28)}").content.decode()
    far = client.get(f"{place}?first={today + datetime.timedelta(days=200)}").content.decode()

    assert "Pre-work would have begun on" in soon
    assert "Pre-work would have begun on" not in far


@pytest.mark.parametrize("first", ["", "no day", "9999-99-99"])
def test_collaborative_start_explains_a_day_it_cannot_read(as_role, place, first):
    page = as_role(Role.ORGANIZATION_ADMIN).get(f"{place}?first={first}")

    assert (page.status_code, set(page.context["first"].errors)) == (200, {"first"})


@pytest.mark.parametrize("role", [Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM])
@pytest.mark.capability("C104")
def test_collaborative_start_makes_one_that_its_starter_can_open(as_role, place, organization, inside, role):
    client = as_role(role)

    answer = client.post(place, TYPED)

    assert (answer.status_code, answer["Location"]) == (302, f"/{organization.slug}/feelings-first/house/")
    assert client.get(answer["Location"]).status_code == 200
    assert client.get(f"/{organization.slug}/feelings-first/framework/").status_code == 200
    with inside():
        made = Collaborative.objects.get(slug="feelings-first")
        days = [row.starts_on.isoformat() for row in LearningSession.objects.filter(collaborative=made).in_order()]
    assert days == list(DAYS.values())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"short_name": "new"}, "short_name"),
        ({"short_name": "!!!"}, "short_name"),
        ({"short_name": "Taken"}, "short_name"),
        ({"day_2": "2027-03-02"}, "day_2"),
        ({"day_3": ""}, "day_3"),
    ],
)
def test_collaborative_start_explains_and_keeps_what_was_typed(as_role, place, inside, change, field):
    factories.collaborative(slug="taken")

    answer = as_role(Role.ORGANIZATION_ADMIN).post(place, {**TYPED, "name": "Kept words", **change})

    assert (answer.status_code, set(answer.context["form"].errors)) == (200, {field})
    if field != "name":
        assert "Kept words" in answer.content.decode()
    with inside():
        assert not Collaborative.objects.filter(name="Kept words").exists()


@pytest.mark.parametrize("role", [Role.FACULTY_COACH, Role.TEAM_LEADER, Role.TEACHER, Role.DIRECTOR, Role.OBSERVER])
def test_collaborative_start_is_for_nobody_else(as_role, place, role):
    client = as_role(role)

    assert client.get(place).status_code == 403
    assert client.post(place, TYPED).status_code == 403


def test_collaborative_start_is_in_ones_own_organization_alone(as_role, place):
    other = factories.person().pk
    with entered(Context(organization=other)):
        theirs = factories.organization(id=other)

    assert as_role(Role.ORGANIZATION_ADMIN).post(f"/{theirs.slug}/collaboratives/new/", TYPED).status_code == 404


def test_the_first_day_is_a_tuesday(as_role, place):
    page = as_role(Role.ORGANIZATION_ADMIN).get(place)

    assert page.context["form"].days[0].value().weekday() == datetime.date(2026, 11, 24).weekday()
