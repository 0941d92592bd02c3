"""Nothing typed is lost: on the way to an idea, over the limit, and after going back in the browser."""

import datetime
import re
import uuid

import pytest

from collaborative.drafts.actions import keep_draft
from pdsa.models import PDSACycle
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, idea, text_of

TOO_LONG = "Sing it slowly. " * 260


def tries(member):
    with acting_as(member):
        return list(PDSACycle.objects.order_by("pk"))


def new_key():
    return str(uuid.uuid4())


@pytest.mark.capability("C378")
def test_an_idea_is_taken_without_losing_a_word(browse, teacher, collaborative):
    chosen = driver(collaborative)
    small = idea(chosen, what="Greet two children by name", with_whom="Two children", how_to_tell="Who smiles?")
    typed = {"what": "A song at the door", "where": "Toddlers", "look_back_on": "nonsense", "prediction": "Calm"}

    sent = browse.as_(teacher).post("idea_take", **typed, idea=small.pk, form_key=new_key())
    form = browse.get("cycle_start").context["form"]

    assert sent.url == browse.url("cycle_start")
    assert {name: form[name].value() for name in (*typed, "with_whom", "how_to_tell", "driver")} == {
        **typed,
        "what": "A song at the door\nGreet two children by name",
        "with_whom": "Two children",
        "how_to_tell": "Who smiles?",
        "driver": str(chosen.pk),
    }
    assert tries(teacher) == []


def test_a_link_to_an_idea_keeps_the_words_that_wait(browse, teacher, collaborative):
    small = idea(driver(collaborative))
    with acting_as(teacher):
        keep_draft(form="try-start", thing_id=collaborative.pk, words={"what": "My own"}, by=teacher.person_id)

    form = browse.as_(teacher).get("cycle_start", idea=small.pk).context["form"]

    assert form["what"].value() == f"My own\n{small.what}"


def test_no_link_beside_the_box_leads_away_to_an_idea(browse, teacher, collaborative):
    small = idea(driver(collaborative))

    page = browse.as_(teacher).get("cycle_start").content.decode()

    assert not re.search(r'href="[^"]*\?(driver|idea)=', page)
    assert re.search(rf'<button[^>]* form="try" formaction="[^"]*/start/idea/"[^>]* value="{small.pk}"', page)


def test_an_idea_that_is_gone_leaves_the_words_where_they_are(browse, teacher):
    browse.as_(teacher).post("idea_take", what="A song", idea=uuid.uuid4())
    browse.post("idea_take", idea="nonsense")

    page = browse.get("cycle_start")

    assert "That idea is not here any more. Your words are." in text_of(page)
    assert page.context["form"]["what"].value() == "A song"


@pytest.mark.parametrize("name", ["cycle_start", "cycle_do", "cycle_study"])
def test_too_many_words_come_back_whole_with_a_kind_question(browse, teacher, name):
    box = {"cycle_start": "what", "cycle_do": "saw", "cycle_study": "compared"}[name]
    rest = [] if name == "cycle_start" else [cycle(teacher).pk]

    response = browse.as_(teacher).post(name, *rest, **{box: TOO_LONG, "look_back_on": TUESDAY})

    form = response.context["form"]
    assert form[box].value() == TOO_LONG
    assert form.errors[box] == [
        "Up to 4000 letters fit here, and these are 4159. Nothing is lost. Please make it a little shorter."
    ]
    assert "maxlength" not in re.search(rf"<textarea name=.{box}.[^>]*>", response.content.decode()).group()
    assert 'data-longest="4000"' in response.content.decode()


@pytest.mark.parametrize("key", ["5f2c7f0e-54f4-4f4e-9e39-1c9a2b7d6e10", "another"])
def test_a_try_sent_again_with_other_words_is_asked_about_and_saved_in_the_same_one(browse, teacher, key):
    words = {"what": "A song at the door", "with_whom": "Two children", "look_back_on": TUESDAY, "form_key": key}
    browse.as_(teacher).post("cycle_start", **words)
    [first] = tries(teacher)

    back = {**words, "what": "A slow song at the door", "with_whom": ""}
    asked = browse.post("cycle_start", **back)
    version = asked.context["form"]["opened_version"].value()
    saved = browse.post("cycle_start", **back, opened_version=version, into=first.pk)

    assert "Is it the same one?" in text_of(asked)
    assert asked.context["form"]["what"].value() == "A slow song at the door"
    assert saved.url == browse.url("cycle_detail", first.pk)
    [only] = tries(teacher)
    assert (only.pk, only.what, only.with_whom) == (first.pk, "A slow song at the door", "Two children")


def test_a_try_sent_again_may_be_another_one(browse, teacher):
    words = {"what": "A song at the door", "look_back_on": TUESDAY}
    browse.as_(teacher).post("cycle_start", **words)

    browse.post("cycle_start", **words, another="on")

    assert [row.what for row in tries(teacher)] == ["A song at the door"] * 2


def test_different_words_are_not_asked_about(browse, teacher):
    browse.as_(teacher).post("cycle_start", what="A song at the door", look_back_on=TUESDAY)
    browse.post("cycle_start", what="Two columns for praise", look_back_on=TUESDAY)

    assert len(tries(teacher)) == 2


def test_words_are_never_saved_in_a_try_others_have_read_already(browse, teacher):
    shown = cycle(teacher, what="A song at the door", audience="team")
    words = {"what": "A slow song at the door", "look_back_on": TUESDAY}

    asked = browse.as_(teacher).post("cycle_start", **words)
    forged = browse.post("cycle_start", **words, into=shown.pk, opened_version=1)

    assert 'name="into"' not in re.sub(r"<input[^>]*>", "", asked.content.decode())
    assert "Is it the same one?" in text_of(forged)
    assert [row.what for row in tries(teacher)] == ["A song at the door"]


def test_somebody_elses_save_in_between_shows_both_versions(browse, teacher):
    words = {"what": "A song at the door", "look_back_on": TUESDAY}
    browse.as_(teacher).post("cycle_start", **words)
    [first] = tries(teacher)
    browse.post("cycle_plan", first.pk, **words, where="Hall", opened_version=first.version)

    response = browse.post(
        "cycle_start", **words | {"what": "A slow song at the door"}, into=first.pk, opened_version=1
    )

    assert response.status_code == 409
    assert "A slow song at the door" in text_of(response)


def test_the_next_cycle_sent_again_is_asked_about_too(browse, teacher):
    first = cycle(teacher)
    words = {"what": "Sing it in the other room", "look_back_on": TUESDAY}
    browse.as_(teacher).post("cycle_next", first.pk, **words)

    asked = browse.post("cycle_next", first.pk, **words | {"what": "Sing it slowly in the other room"})

    assert "Is it the same one?" in text_of(asked)
    assert len(tries(teacher)) == 2


def test_tries_of_the_team_sent_again_are_asked_about_line_by_line(browse, teacher):
    words = {"try-TOTAL_FORMS": 4, "try-INITIAL_FORMS": 0, "audience": "team"}
    words |= {"try-0-what": "A song at the door", "try-0-look_back_on": TUESDAY}
    browse.as_(teacher).post("write_for_team", **words)

    asked = browse.post("write_for_team", **words)
    yes = browse.post("write_for_team", **words | {"try-0-another": "on"})

    assert "You wrote this down a little while ago." in text_of(asked)
    assert asked.context["formset"][0]["what"].value() == "A song at the door"
    assert yes.status_code == 302
    assert len(tries(teacher)) == 2


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"look_back_on": TODAY - datetime.timedelta(days=1)}, "passed already"),
        ({"look_back_on": TODAY - datetime.timedelta(days=900)}, "more than a year ago"),
        ({"look_back_on": TODAY + datetime.timedelta(days=900)}, "more than a year away"),
        ({"look_back_on": TUESDAY, "starts_on": TUESDAY + datetime.timedelta(days=1)}, "not before the try itself"),
        ({"look_back_on": TODAY, "starts_on": TODAY - datetime.timedelta(days=900)}, "more than a year ago"),
        ({"look_back_on": ""}, "Next Tuesday is a good one"),
        ({"look_back_on": "soon"}, "Next Tuesday is a good one"),
    ],
)
def test_a_day_that_cannot_be_meant_is_asked_about(browse, teacher, days, says):
    response = browse.as_(teacher).post("cycle_start", what="A song at the door", **days)

    assert says in text_of(response)
    assert response.context["form"]["what"].value() == "A song at the door"
    assert tries(teacher) == []


def test_what_was_tried_last_week_can_still_be_written_down(browse, teacher):
    days = {"starts_on": TODAY - datetime.timedelta(days=6), "look_back_on": TODAY - datetime.timedelta(days=1)}

    assert browse.as_(teacher).post("cycle_start", what="A song at the door", **days).status_code == 302


def test_days_that_were_saved_are_not_questioned_again(browse, teacher):
    old = cycle(teacher, look_back_on=TODAY - datetime.timedelta(days=500))
    words = {"what": "A slower song", "look_back_on": old.look_back_on, "opened_version": 1}

    assert browse.as_(teacher).post("cycle_plan", old.pk, **words).status_code == 302
