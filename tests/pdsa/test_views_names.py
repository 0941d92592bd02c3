"""By which name whom one reads: in the team by first name, elsewhere as each person chose."""

import datetime

import pytest
from django.urls import reverse

from collaborative.tenancy.enums import Role, ShownAs
from collaborative.tenancy.models import Membership
from pdsa import actions
from pdsa.models import CycleAnswer
from tests import factories
from tests.factories import home as making
from tests.factories.pdsa import TODAY, acting_as, cycle, group, picture, text_of


@pytest.fixture
def denise(team):
    """A family partner who is shown by her role alone."""
    person = factories.person(first_name="Denise", phone="555-0150", shown_as=ShownAs.ROLE)
    return factories.member(Role.FAMILY_PARTNER, team=team, person=person)


@pytest.fixture
def director(team):
    return factories.member(Role.DIRECTOR, team=team)


def ask(cycle_, by, other):
    with acting_as(by):
        actions.ask_team(cycle_, team=other.team, words="You sing, too", by=by.person, on=TODAY)


def test_who_asked_another_team_is_named_as_that_person_chose(browse, denise, teacher, other_teacher, director):
    own = cycle(denise, what="A song", audience="all")
    ask(own, denise, other_teacher)

    said = {
        reader: text_of(browse.as_(reader).get("cycle_detail", own.pk))
        for reader in (denise, teacher, other_teacher, director)
    }

    center = other_teacher.team.center.name
    assert f"You asked {center} to answer." in said[denise]
    assert f"Denise asked {center} to answer." in said[teacher]
    assert f"A family partner asked {center} to answer." in said[other_teacher]
    assert f"A family partner asked {center} to answer." in said[director]


def test_a_director_reads_no_name_that_somebody_keeps_to_the_team_and_no_phone(browse, denise, director):
    own = cycle(denise, what="A song", audience="all")

    page = text_of(browse.as_(director).get("cycle_detail", own.pk))
    place = [director.organization_slug, director.collaborative_slug]
    who = browse.client.get(reverse("tenancy:who_is_who", args=place)).content.decode()

    assert "Family partner" in page
    assert "Denise" not in page + who
    assert "555-0150" not in who


def test_a_role_with_a_planned_end_still_speaks_by_its_role(browse, denise, teacher, other_teacher):
    Membership.objects.filter(pk=denise.pk).update(ends_on=TODAY + datetime.timedelta(days=90))
    own = cycle(other_teacher, what="A song", audience="all")
    with acting_as(denise):
        actions.answer_cycle(own, by=denise.person, on=TODAY, text="We hum it")
        (answer,) = CycleAnswer.objects.all()

    page = text_of(browse.as_(other_teacher).get("cycle_detail", own.pk))

    assert (answer.author_role, answer.author_team_id) == (Role.FAMILY_PARTNER, denise.team_id)
    assert "Denise" not in page


def test_what_is_taken_off_the_pages_takes_its_photo_and_its_answers_along(
    browse, client, teacher, team_leader, coach, team
):
    own = cycle(teacher, what="A song", audience="all")
    making.answer(own, coach, admire="How small you began")
    with acting_as(teacher):
        photo = actions.add_photo(own, upload=picture(), by=teacher.person, on=TODAY)
    seen = browse.as_(team_leader).get("photo", photo.pk).status_code
    browse.as_(teacher).post("cycle_remove", own.pk)

    home = making.home_of(client, team_leader)

    assert (seen, browse.as_(team_leader).get("photo", photo.pk).status_code) == (200, 404)
    assert home.context["from_coach"] == []
    assert "A song" not in text_of(home)


def test_a_group_sentence_names_the_co_lead_too(browse, collaborative, denise, coach):
    lucia = making.named(Role.IMPLEMENTATION_TEAM, "Lucia", collaborative=collaborative)
    ours = group(collaborative, Role.FAMILY_PARTNER, coach=coach.person, co_lead=lucia.person)
    own = cycle(denise, what="A song", audience="group", group=ours)

    page = text_of(browse.as_(denise).get("cycle_detail", own.pk))

    assert f"Only the group “{ours.name}” and {coach.person.first_name} and Lucia can see this." in page
