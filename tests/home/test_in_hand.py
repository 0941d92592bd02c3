"""The team leader's page: all that the team has in hand in one place; and who is reminded of what."""

import pytest
from django.urls import reverse

from collaborative.onboarding.models import PreworkAssignment
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from pdsa import actions
from tests.factories import home as making
from tests.factories import schedule
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import acting_as, cycle, text_of

PAGE = "our-team/"


def place(member):
    return [member.organization_slug, member.collaborative_slug]


@pytest.fixture
def priya(maple):
    return making.named(Role.TEAM_LEADER, "Priya", team=maple)


@pytest.fixture
def see(client, organization, collaborative):
    def seen(membership):
        client.force_login(membership.person.user)
        return client.get(f"/{organization.slug}/{collaborative.slug}/{PAGE}")

    return seen


def assignment(collaborative, title):
    return PreworkAssignment.objects.create(collaborative=collaborative, title=title, why="So that we begin well.")


@pytest.mark.capability("C018")
def test_a_team_leader_finds_all_that_is_open_on_one_page(see, collaborative, maple, rosa, priya):
    senior = making.named(Role.SENIOR_LEADER, "Marisol", team=maple, details={"phone": "555-0110"})
    assignment(collaborative, "Choose a name and a motto")
    number = making.metric(collaborative, "Two-way talks", is_required=True)
    cycle(rosa, what="Sing one song at the door", audience="team")
    schedule.planned_date(collaborative, title="Call of all teams", on=TODAY + DAY)
    with acting_as(rosa):
        actions.add_need(maple, text="Cover on Tuesday", by=rosa.person, on=TODAY, kind="cover")

    page = see(priya)

    seen = page.context
    assert [one.assignment.title for one in seen["asked"]] == ["Choose a name and a motto"]
    assert [one.metric.name for one in seen["counting"]] == [number.name]
    assert [line.name for line in seen["trying"]] == ["Sing one song at the door"]
    assert [need.text for need in seen["needs"]] == ["Cover on Tuesday"]
    assert [planned.title for planned in seen["coming"]] == ["Call of all teams"]
    assert [(card.name, card.phone) for card in seen["senior_leaders"]] == [("Marisol", "555-0110")]
    assert senior.role == Role.SENIOR_LEADER
    words = page.content.decode()
    assert 'href="tel:555-0110"' in words
    assert "pdsa/huddle/" in words and "Agenda for our next meeting" in words


@pytest.mark.capability("C018")
def test_she_says_who_is_reminded_of_the_numbers(see, maple, rosa, priya):
    before = see(priya)
    Membership.objects.filter(pk=rosa.pk).update(is_data_point_person=True)
    after = see(priya)

    assert [[card.name for card in page.context["reminded"]] for page in (before, after)] == [["Priya"], ["Rosa"]]
    assert reverse("tenancy:membership_edit", args=[*place(rosa), rosa.pk]) in after.content.decode()
    assert "notices/me/" in after.content.decode()


def test_everybody_on_the_team_may_read_it_and_nobody_else(see, collaborative, maple, rosa, tom, amal, priya):
    coach = making.coach_of(maple)
    director = making.named(Role.DIRECTOR, "Marta", collaborative=collaborative, center=maple.center)

    answers = [see(member).status_code for member in (rosa, priya, tom, amal, coach, director)]

    assert answers == [200, 200, 200, 403, 403, 403]
    assert see(tom).context["team"].pk == tom.team_id


def test_the_leaders_home_leads_there_and_others_do_not_offer_it(home, rosa, priya):
    link = "What our team has in hand, all on one page"

    assert [link in text_of(home(member)) for member in (priya, rosa)] == [True, False]


@pytest.mark.parametrize("rows", [1, 3])
def test_it_reads_the_same_for_one_and_three(see, django_assert_num_queries, collaborative, maple, rosa, priya, rows):
    for number in range(rows):
        assignment(collaborative, f"Number {number}")
        cycle(rosa, what=f"Song {number}", audience="team")
        schedule.planned_date(collaborative, on=TODAY + DAY)
        making.metric(collaborative, f"Metric {number}", is_required=True)
    see(priya)

    with django_assert_num_queries(OF_THE_PAGE):
        page = see(priya)

    assert [len(page.context[name]) for name in ("asked", "trying", "coming")] == [rows] * 3


OF_THE_PAGE = 28  # two of them for what is noted when somebody signs in
