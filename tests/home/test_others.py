"""Homes of people outside the teams: observers, admins of the organization, applicants."""

import uuid

import pytest
from django.urls import reverse

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from metrics import tasks
from tests import factories
from tests.conftest import WEB, connect_as
from tests.factories import framework, recognition, schedule
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import cycle, text_of


@pytest.fixture
def observer(collaborative):
    olive = making.named(Role.OBSERVER, "Olive", collaborative=collaborative)
    recognition.grant(olive)
    return olive


@pytest.mark.capability("C014")
def test_an_observer_sees_aims_and_dates_and_no_center_by_name(home, collaborative, maple, rosa, observer):
    framework.aim(framework.framework(collaborative), text="Every child has a calm start")
    schedule.planned_date(collaborative, title="All-team call", on=TODAY + DAY)
    making.counted(maple, making.metric(collaborative, "Two-way talks"), [20, 30])
    cycle(rosa, what="Sing one song at the door", audience="all")

    page = home(observer)

    assert [aim.text for aim in page.context["aims"]] == ["Every child has a calm start"]
    assert [(middle.metric.name, middle.chart(), middle.said) for middle in page.context["middles"]] == [
        ("Two-way talks", None, "")
    ]
    assert [planned.title for planned in page.context["coming"]] == ["All-team call"]
    words = text_of(page)
    assert "No total yet: it takes five centers or more that have counted this." in words
    assert "Maple Street" not in words
    assert "Sing one song" not in words


@pytest.mark.django_db(transaction=True)
@pytest.mark.capability("C150")
def test_an_observer_reads_the_middle_of_six_centers(client):
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        collaborative = factories.collaborative()
        number = making.metric(collaborative, "Two-way talks")
        for count in (10, 20, 21, 23, 30, 40):
            making.counted(making.team_at(collaborative, f"Center of {count}"), number, [count])
        observer = making.named(Role.OBSERVER, "Olive", collaborative=collaborative)
        recognition.grant(observer)
    connect_as("app_worker")
    try:
        tasks.compute_middle_lines()
    finally:
        connect_as(WEB)

    page = making.home_of(client, observer)

    (middle,) = page.context["middles"]
    assert middle.metric.name == "Two-way talks"
    assert middle.said.endswith("the middle of 6 centers was 48%.")  # of 46, between 21 and 23
    assert middle.said in text_of(page)
    assert middle.chart() in page.content.decode()
    assert "Center of" not in page.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_an_observers_home_reads_the_same_for_one_and_three(home_in, collaborative, observer, rows):
    theory = framework.framework(collaborative)
    for number in range(rows):
        framework.aim(theory)
        making.metric(collaborative, f"Number {number}")
        schedule.planned_date(collaborative, on=TODAY + DAY)

    page = home_in(OF_OBSERVER, observer)

    assert len(page.context["middles"]) == rows


OF_OBSERVER = 13  # door and frame 8; on what basis, aims, metrics, middle lines, dates


def test_an_observer_of_an_empty_collaborative_reads_that_nothing_is_counted(home, observer):
    page = home(observer)

    assert [page.context[name] for name in ("aims", "middles", "coming")] == [[], [], []]
    assert "Nothing is counted yet." in text_of(page)


def test_an_admin_without_a_role_here_reads_the_framework(client, collaborative):
    admin = making.named(Role.ORGANIZATION_ADMIN, "Ola")
    admin.collaborative_slug = collaborative.slug

    response = making.home_of(client, admin)

    place = [admin.organization_slug, collaborative.slug]
    assert (response.status_code, response.url) == (302, reverse("framework:framework", args=place))


def test_an_applicant_is_told_what_to_do_while_waiting(home, collaborative):
    words = text_of(home(making.named(Role.APPLICANT, "Bea", collaborative=collaborative)))

    assert "You are on the way in" in words
    assert "The project team will be in touch, and you can call them at any time." in words
    assert "by which phone, and when. How to reach me" in words
    assert "Who can see and do what" in words


def test_of_two_roles_the_one_nearest_to_the_children_gives_the_home(home, collaborative, maple):
    both = making.named(Role.FACULTY_COACH, "Keisha", collaborative=collaborative)
    factories.member(Role.TEACHER, team=maple, person=both.person)

    assert "What can we try by next Tuesday?" in text_of(home(both))
