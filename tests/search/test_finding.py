"""What is found: in two languages, with and without accents, with a wrong letter, and never what is not there."""

import datetime

import pytest

from collaborative.discussion import actions
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role, ShownAs
from pdsa import actions as tries
from tests import factories
from tests.factories import discussion, framework, introductions, pdsa, schedule, wording

TODAY = datetime.date.today()


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def other(collaborative):
    """A teacher of another team."""
    return factories.member(Role.TEACHER, team=factories.team(collaborative))


@pytest.mark.capability("C282")
@pytest.mark.parametrize("words", ["sing", "singing", "SINGS", "Song door", "doors song"])
def test_other_forms_of_a_word_in_english(titles, teacher, words):
    discussion.post(teacher, title="The door", text="We sang a song and go on singing at the doors.")

    assert titles(teacher, words) == ["The door"]


@pytest.mark.parametrize("words", ["canción", "cancion", "canciones", "CANCIÓN", "abuelas", "abuela canción"])
def test_other_forms_of_a_word_in_spanish_with_and_without_accents(titles, teacher, words):
    discussion.post(teacher, title="La siesta", text="Las abuelas cantan canciones.", language="en")

    assert titles(teacher, words) == ["La siesta"]


def test_a_reader_of_spanish_finds_what_the_phrase_book_says(titles, teacher, collaborative):
    teacher.person.language = "es"
    teacher.person.save(update_fields=["language"])
    driver = framework.driver(framework.framework(collaborative), short_title="Welcoming families")
    wording.phrase(collaborative, "Welcoming families", "Recibir a las familias")

    assert titles(teacher, "familia") == ["Recibir a las familias"]
    assert titles(teacher, "welcome") == ["Recibir a las familias"]
    assert driver.short_title == "Welcoming families"


def test_the_last_word_may_go_on(titles, teacher):
    discussion.post(teacher, title="The thermometer of feelings")

    assert titles(teacher, "feelings thermo") == ["The thermometer of feelings"]
    assert titles(teacher, "thermo feelings") == []


def test_words_together_and_words_that_should_not_be_there(titles, teacher):
    discussion.post(teacher, title="One", text="A calm corner by the window.")
    discussion.post(teacher, title="Two", text="The corner is calm when it rains.")

    assert titles(teacher, '"calm corner"') == ["One"]
    assert titles(teacher, "corner -rain") == ["One"]
    assert sorted(titles(teacher, "window or rain")) == ["One", "Two"]


def test_a_title_comes_before_a_text_and_of_equals_the_newest_first(titles, teacher):
    first = discussion.post(teacher, title="First", text="A puppet.")
    discussion.post(teacher, title="Second", text="A puppet.")
    discussion.post(teacher, title="The puppet", text="It is old.")
    with entered(Context(organization=first.organization_id, person=teacher.person_id, teams=(teacher.team_id,))):
        type(first).objects.filter(pk=first.pk).update(posted_at="2026-01-01T12:00:00Z")

    assert titles(teacher, "puppet") == ["The puppet", "Second", "First"]


@pytest.mark.capability("C282")
def test_a_wrong_letter_does_no_harm(look, teacher):
    discussion.post(teacher, title="Breakfast with grandparents")

    answer = look(teacher, words="brekfast").context["answer"]

    assert (answer.instead, [hit.title for hit in answer.page.object_list]) == (
        "breakfast", ["<mark>Breakfast</mark> with grandparents"],
    )  # fmt: skip


def test_another_word_is_offered_only_where_it_finds_more(look, teacher):
    discussion.post(teacher, title="A window")
    discussion.post(teacher, title="Breakfast with grandparents")

    assert look(teacher, words="window or brekfast or rain").context["answer"].meant == "window or breakfast or rain"
    assert look(teacher, words="breakfas").context["answer"].meant == ""


def test_the_word_that_was_meant_comes_from_what_one_may_read(look, teacher, other):
    discussion.post(other, title="Embarrassing", text="Thundercloud.", audience="team")

    answer = look(teacher, words="thundercluod").context["answer"]

    assert (answer.instead, answer.meant, answer.total) == ("", "", 0)


@pytest.mark.parametrize("words", ["zebra", "zebr", "zebras"])
def test_what_is_not_on_a_page_any_more_is_not_found(titles, teacher, words):
    hidden, taken_down, forgotten, changed = (
        discussion.post(teacher, title=f"Zebra {number}", text="A zebra.") for number in range(4)
    )
    answer = discussion.reply(changed, teacher, text="Our zebra, too.")
    with pdsa.acting_as(teacher):
        actions.hide(hidden, by=teacher.person)
        actions.take_down(taken_down, by=teacher.person, why="It may hurt.")
        actions.forget(forgotten)
        actions.edit(changed, changed.version, by=teacher.person, title="A horse", text="A horse.")
        actions.forget(answer)

    assert titles(teacher, words) == []
    assert titles(teacher, "horse") == ["A horse"]


def test_a_forgotten_try_is_not_found(titles, teacher):
    cycle = pdsa.cycle(teacher, title="The zebra", what="A zebra in the yard", audience="all")
    assert titles(teacher, "zebra") == ["The zebra"]

    with pdsa.acting_as(teacher):
        tries.forget(cycle, by=teacher.person)

    assert titles(teacher, "zebra") == []


def test_drafts_are_never_found(look, titles, client, teacher):
    look(teacher)
    place = f"/{teacher.organization_slug}/{teacher.collaborative_slug}"
    words = {"title": "Zebra", "text": "A zebra."}
    saved = client.post(f"{place}/drafts/post/{teacher.collaborative_id}/", words, content_type="application/json")

    assert saved.status_code in (200, 204)
    assert titles(teacher, "zebra") == []


def test_what_is_just_mine_is_found_by_me_alone(titles, teacher, team):
    colleague = factories.member(Role.TEAM_LEADER, team=team)
    pdsa.cycle(teacher, title="My zebra", what="Only for me")

    assert titles(teacher, "zebra") == ["My zebra"]
    assert titles(colleague, "zebra") == []


def test_a_name_is_found_as_far_as_it_is_known(titles, teacher, other, collaborative):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    shown = {"first_name": "Fiorella", "family_name": "Quintanilla", "line": "I bake."}
    person = other.person
    for name, value in {**shown, "shown_as": ShownAs.ROLE}.items():
        setattr(person, name, value)
    person.save()

    assert [titles(teacher, word) for word in ("Fiorella", "Quintanilla", "bake", "Teacher")] == [
        [], [], [], ["A teacher", teacher.person.full_name],
    ]  # fmt: skip
    assert titles(coach, "quintanilla") == ["Fiorella Quintanilla"]

    person.shown_as = ShownAs.FIRST_NAME
    person.save()
    assert [titles(teacher, word) for word in ("Fiorella", "Quintanilla", "bake")] == [["Fiorella"], [], []]


def test_who_is_written_to_by_role_alone_is_named_so_beside_a_post(look, teacher, other):
    discussion.post(other, title="Zebra")

    (hit,) = look(teacher, words="zebra").context["answer"].page.object_list

    assert hit.by == f"A teacher, {other.team.center.name}"


def test_by_kind_by_time_and_whose(titles, teacher, other, collaborative):
    discussion.post(teacher, title="Zebra of mine")
    old = discussion.post(other, title="Zebra of old")
    schedule.planned_date(collaborative, title="Zebra day", on=TODAY + datetime.timedelta(days=3))
    with entered(Context(organization=old.organization_id, person=other.person_id, teams=(other.team_id,))):
        type(old).objects.filter(pk=old.pk).update(posted_at=f"{TODAY.year - 1}-01-01T12:00:00Z")

    assert {
        "kind": titles(teacher, "zebra", kind="dates"),
        "month": sorted(titles(teacher, "zebra", when="month")),
        "year": sorted(titles(teacher, "zebra", when="year", kind="talk")),
        "mine": titles(teacher, "zebra", whose="mine"),
        "ours": titles(teacher, "zebra", whose="ours"),
        "unknown": sorted(titles(teacher, "zebra", kind="x", when="y", whose="z")),
    } == {
        "kind": ["Zebra day"],
        "month": ["Zebra day", "Zebra of mine"],
        "year": ["Zebra of mine"],
        "mine": ["Zebra of mine"],
        "ours": ["Zebra of mine"],
        "unknown": ["Zebra day", "Zebra of mine", "Zebra of old"],
    }


def test_another_collaborative_of_the_organization_is_another_place(titles, teacher):
    far = factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))
    discussion.post(far, title="Zebra")
    introductions.introduction(far, brings="Zebra")

    assert titles(teacher, "zebra") == []
    assert titles(far, "zebra") == ["Zebra", far.person.first_name]
