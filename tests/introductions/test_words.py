"""Introducing oneself to the people one chooses, and being answered."""

import pytest

from collaborative.introductions.models import Hello, Introduction
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories import introductions as making
from tests.factories.pdsa import acting_as
from tests.tenancy.entering import enter, named


@pytest.fixture
def tom(collaborative):
    """A teacher of another team."""
    return named("Tom", Role.TEACHER, team=factories.team(collaborative))


def seen_by(member):
    with acting_as(member):
        return set(Introduction.objects.values_list("brings", flat=True))


@pytest.mark.capability("C081")
@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("team", {"rosa", "denise"}),
        ("all", {"rosa", "denise", "tom", "amal", "keisha"}),
    ],
)
def test_words_about_oneself_reach_those_one_chose_in_the_database_too(
    here, rosa, denise, tom, amal, keisha, audience, readers
):
    sent = {"brings": "I like mornings.", "ask_me": "Songs", "audience": audience}

    enter(rosa).post(here + "people/introductions/mine/", sent)

    people = {"rosa": rosa, "denise": denise, "tom": tom, "amal": amal, "keisha": keisha}
    assert {name for name, one in people.items() if seen_by(one)} == readers
    pages = {name: enter(one).get(here + "people/introductions/").content.decode() for name, one in people.items()}
    assert {name for name, page in pages.items() if "I like mornings." in page} == readers


def test_a_hello_goes_to_the_same_people_and_follows_when_the_words_are_for_others(here, rosa, denise, tom):
    said = making.introduction(rosa)
    enter(tom).post(f"{here}people/introductions/{said.pk}/hello/", {"text": "Hello from us!"})
    enter(rosa).post(
        here + "people/introductions/mine/", {"brings": "For us.", "audience": "team", "version": said.version}
    )

    with acting_as(tom):
        assert (Introduction.objects.count(), [hello.text for hello in Hello.objects.all()]) == (0, ["Hello from us!"])
    with acting_as(denise):
        assert [(hello.text, hello.audience) for hello in Hello.objects.all()] == [("Hello from us!", "team")]
    assert enter(tom).get(f"{here}people/introductions/{said.pk}/").status_code == 404


def test_the_team_page_shows_what_its_people_say_and_asks_who_has_not(here, team, rosa, denise):
    making.introduction(rosa, audience="team", brings="I like mornings.")

    hers, mine = (enter(one).get(f"{here}teams/{team.pk}/") for one in (denise, rosa))

    assert [line.by for line in hers.context["introductions"]] == ["Rosa"]
    assert (hers.context["asks_to_introduce"], mine.context["asks_to_introduce"]) == (True, False)


def test_other_teams_read_the_name_one_chose_to_show(here, rosa, tom):
    said = making.introduction(rosa)

    page = enter(tom).get(f"{here}people/introductions/{said.pk}/")

    assert page.context["line"].by == f"A teacher at {rosa.team.center.name}"


def test_what_was_taken_off_comes_back_and_what_is_removed_does_not(here, rosa, denise):
    said = making.introduction(rosa, audience="team", brings="Old words.")
    client, address = enter(rosa), f"{here}people/introductions/{said.pk}/"

    client.post(address + "hide/")
    while_off = enter(denise).get(address).status_code
    client.post(address + "show/")
    back = enter(denise).get(address).status_code
    client.post(address + "forget/")

    assert (while_off, back, enter(denise).get(address).status_code) == (404, 200, 404)
    with acting_as(rosa):
        assert Introduction.objects.get().brings == "Words removed by their author."
        assert set(Introduction.pgh_event_model.objects.values_list("brings", flat=True)) == {
            "Words removed by their author."
        }


def test_nobody_takes_the_words_of_others_off(here, rosa, denise):
    said = making.introduction(rosa, audience="team")
    words = making.hello(said, denise)

    answers = [
        enter(denise).post(f"{here}people/introductions/{said.pk}/hide/").status_code,
        enter(rosa).post(f"{here}people/introductions/hellos/{words.pk}/hide/").status_code,
    ]

    assert answers == [403, 403]


def test_a_childs_name_is_asked_about_and_nothing_is_lost(here, rosa):
    sent = {"brings": "Lena screams at the door and I want to help.", "audience": "team"}

    page = enter(rosa).post(here + "people/introductions/mine/", sent)

    assert "Lena: is this a child" in page.content.decode()
    assert "Lena screams at the door and I want to help.</textarea>" in page.content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_a_list_takes_the_same_queries_for_more_words(here, collaborative, rosa, people, django_assert_num_queries):
    for number in range(people):
        making.introduction(named(f"Bea{number}", Role.TEACHER, team=factories.team(collaborative)))
    client = enter(rosa)
    client.get(here + "people/introductions/")

    with django_assert_num_queries(11):
        client.get(here + "people/introductions/")
