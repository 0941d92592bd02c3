"""A storyboard made from what the team has, shown when the team likes, with notes from others."""

import pytest

from collaborative.files.models import StoredFile
from collaborative.introductions.models import BoardNote, BoardPicture, Storyboard
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories import introductions as making
from tests.factories.pdsa import acting_as
from tests.tenancy.entering import enter, named

WORDS = {"about_us": "A house.", "ask_us_about": "Songs", "love_help_with": "Mornings", "first_priorities": "Doors"}


@pytest.fixture
def tom(collaborative):
    return named("Tom", Role.TEACHER, team=factories.team(collaborative))


@pytest.mark.capability("C082")
def test_a_board_is_made_from_what_the_team_has_and_is_the_teams_until_it_is_shown(here, team, rosa, denise, tom, amal):
    client = enter(rosa)
    client.post(here + "storyboards/ours/", {**WORDS, "version": ""})
    with acting_as(rosa):
        board = Storyboard.objects.get()
    address = f"{here}storyboards/{board.pk}/"

    def readers():
        return [enter(one).get(address).status_code for one in (rosa, denise, tom, amal)]

    before = readers()
    client.post(address + "show/")
    shown = readers()
    client.post(address + "keep/")

    assert (before, shown, readers()) == ([200, 200, 404, 404], [200] * 4, [200, 200, 404, 404])
    page = client.get(address).content.decode()
    assert [words for words in (*WORDS.values(), team.name, team.center.name) if words not in page] == []


@pytest.mark.capability("C082")
def test_only_those_who_agreed_are_shown_on_it(here, rosa, denise):
    making.board(rosa)
    client, other = enter(rosa), enter(denise)
    with acting_as(rosa):
        address = f"{here}storyboards/{Storyboard.objects.get().pk}/"

    other.post(here + "storyboards/ours/show-me/")
    with_denise = [name for name, _photo in client.get(address).context["people"]]
    other.post(here + "storyboards/ours/not-me/")

    assert (with_denise, client.get(address).context["people"]) == (["Denise"], [])


@pytest.mark.capability("C082")
def test_other_teams_leave_notes_which_follow_the_board(here, rosa, denise, tom):
    board = making.board(rosa, shown=True)
    address = f"{here}storyboards/{board.pk}/"

    enter(tom).post(address + "note/", {"text": "We love your door.", "kind": "kind_words"})
    page = enter(denise).get(address)
    enter(rosa).post(address + "keep/")

    assert [(line.by, line.words.text) for line in page.context["notes"]] == [
        (f"A teacher at {tom.team.center.name}", "We love your door.")
    ]
    with acting_as(named("Bea", Role.TEACHER, team=tom.team)):
        assert BoardNote.objects.count() == 0
    with acting_as(denise):
        assert BoardNote.objects.count() == 1


def test_the_team_may_take_a_note_off_and_strangers_may_not(here, collaborative, rosa, denise, tom):
    board = making.board(rosa, shown=True)
    enter(tom).post(f"{here}storyboards/{board.pk}/note/", {"text": "Hm.", "kind": "question"})
    with acting_as(tom):
        note = BoardNote.objects.get()
    stranger = named("Bea", Role.TEACHER, team=factories.team(collaborative))

    answers = [enter(one).post(f"{here}storyboards/notes/{note.pk}/hide/").status_code for one in (stranger, denise)]

    assert answers == [403, 200]
    assert enter(rosa).get(f"{here}storyboards/{board.pk}/").context["notes"] == []


@pytest.mark.capability("C082")
def test_a_picture_needs_everyones_yes_and_is_gone_at_once(here, rosa, tom):
    board = making.board(rosa, shown=True)
    client, address = enter(rosa), f"{here}storyboards/{board.pk}/pictures/"

    refused = client.post(address, {"picture": making.photo(), "shows": "Our door"})
    client.post(address, {"picture": making.photo(), "shows": "Our door", "everyone_agreed": "on"})
    with acting_as(rosa):
        picture = BoardPicture.objects.get()
    seen = enter(tom).get(f"{here}storyboards/pictures/{picture.pk}/")
    client.post(f"{here}storyboards/pictures/{picture.pk}/remove/")

    assert refused.context["form"].errors == {
        "everyone_agreed": ["Did everyone in the picture say yes? Please tick this, or leave it out."]
    }
    assert (seen.status_code, seen["Content-Type"]) == (200, "image/jpeg")
    assert enter(tom).get(f"{here}storyboards/pictures/{picture.pk}/").status_code == 404
    with acting_as(rosa):
        assert [bytes(file.content) for file in StoredFile.objects.all()] == [b""]


def test_a_slide_leads_to_the_board_before_and_the_next(here, collaborative, rosa):
    teams = [factories.team(collaborative, center=factories.center(name=f"{letter} House")) for letter in "ABC"]
    boards = [making.board(named(f"T{n}", Role.TEACHER, team=team), shown=True) for n, team in enumerate(teams)]

    slides = [enter(rosa).get(f"{here}storyboards/{board.pk}/slide/").context for board in boards]

    keys = [board.pk for board in boards]
    assert [(slide["before"], slide["after"]) for slide in slides] == [
        (None, keys[1]), (keys[0], keys[2]), (keys[1], None),
    ]  # fmt: skip


def test_the_second_to_save_a_board_sees_both(here, rosa, denise):
    board = making.board(rosa)
    enter(rosa).post(here + "storyboards/ours/", {**WORDS, "version": board.version})

    beside = enter(denise).post(here + "storyboards/ours/", {**WORDS, "about_us": "A tent.", "version": board.version})

    page = beside.content.decode()
    assert (beside.status_code, "A house." in page, "A tent." in page) == (409, True, True)


@pytest.mark.parametrize("boards", [1, 3])
def test_the_gallery_takes_the_same_queries_for_more_boards(
    here, collaborative, rosa, boards, django_assert_num_queries
):
    for number in range(boards):
        making.board(named(f"Bea{number}", Role.TEACHER, team=factories.team(collaborative)), shown=True)
    client = enter(rosa)
    client.get(here + "storyboards/")

    with django_assert_num_queries(12):
        client.get(here + "storyboards/")
