"""What stands where on the pages: headings, credit, what was written afterwards, and that one's words arrived."""

import re

import pytest
from django.db import IntegrityError, transaction

from collaborative.framework.models import SecondaryDriver
from pdsa import actions
from pdsa.models import CycleAnswer, PDSACycle
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, text_of


def reread(member, row):
    with acting_as(member):
        return PDSACycle.objects.get(pk=row.pk)


def test_what_was_done_stands_under_a_heading_of_its_own(browse, teacher):
    own = cycle(teacher)
    browse.as_(teacher).post("cycle_do", own.pk, opened_version=1, did="We sang", saw="Two hummed")

    for name in ("cycle_detail", "cycle_study"):
        assert "We did We sang We saw and heard Two hummed" in text_of(browse.get(name, own.pk))


@pytest.mark.capability("C172")
def test_a_guess_written_afterwards_says_so_and_can_be_changed(browse, teacher):
    own = cycle(teacher)

    asked = browse.as_(teacher).get("cycle_study", own.pk)
    browse.post("cycle_study", own.pk, opened_version=1, compared="Calmer", prediction="Nobody will care")
    shown = browse.get("cycle_detail", own.pk)
    again = browse.get("cycle_study", own.pk)

    assert "What did you expect, deep down?" in text_of(asked)
    saved = reread(teacher, own)
    assert (saved.prediction, saved.guessed_afterwards) == ("Nobody will care", True)
    assert "We thought (written afterwards) Nobody will care" in text_of(shown)
    assert again.context["form"]["prediction"].value() == "Nobody will care"


def test_a_guess_written_before_is_not_asked_for_again(browse, teacher):
    own = cycle(teacher, prediction="All will sing")

    page = browse.as_(teacher).get("cycle_study", own.pk)
    browse.post("cycle_study", own.pk, opened_version=1, compared="Calmer")

    assert "prediction" not in page.context["form"].fields
    assert "written afterwards" not in text_of(page)
    saved = reread(teacher, own)
    assert (saved.prediction, saved.guessed_afterwards) == ("All will sing", False)


def test_a_guess_put_into_the_plan_after_it_was_tried_is_one_from_afterwards(browse, teacher):
    own = cycle(teacher)
    words = {"what": own.what, "look_back_on": TUESDAY}
    browse.as_(teacher).post("cycle_do", own.pk, opened_version=1, did="We sang")

    browse.post("cycle_plan", own.pk, **words, opened_version=2, prediction="I knew it")
    late = reread(teacher, own).guessed_afterwards
    browse.post("cycle_plan", own.pk, **words, opened_version=3, prediction="")

    assert (late, reread(teacher, own).guessed_afterwards) == (True, False)


def test_no_guess_is_no_guess_from_afterwards(teacher):
    own = cycle(teacher)

    with acting_as(teacher), pytest.raises(IntegrityError), transaction.atomic():
        PDSACycle.objects.filter(pk=own.pk).update(guessed_afterwards=True)


@pytest.mark.capability("C172")
@pytest.mark.parametrize(
    ("decision", "with_whom", "where"),
    [("change", "Two children", "At the door"), ("repeat", None, None), ("grow", None, None)],
)
def test_the_next_cycle_begins_with_the_old_plan(browse, teacher, collaborative, decision, with_whom, where):
    chosen = driver(collaborative)
    plan = {"with_whom": "Two children", "where": "At the door", "how_to_tell": "Who hums?", "whose_idea": "Ms. Ana"}
    own = cycle(teacher, what="A song", driver=chosen, **plan)
    _decided(teacher, own, decision)

    page = browse.as_(teacher).get("cycle_next", own.pk)

    form = page.context["form"]
    assert {name: form[name].value() for name in (*plan, "driver", "what")} == {
        **plan,
        "with_whom": with_whom,
        "where": where,
        "driver": str(chosen.pk),
        "what": "A song\nSlower",
    }
    assert page.context["last_time"] == ([] if where else ["Two children", "At the door"])


def _decided(member, own, decision):
    with acting_as(member):
        actions.study(own, compared="Calmer", by=member.person, on=TODAY)
        actions.act(own, decision=decision, next_step="Slower", by=member.person, on=TODAY)


def test_another_driver_leaves_its_finer_one_behind(teacher, collaborative):
    first, second = driver(collaborative), driver(collaborative)
    finer = SecondaryDriver.objects.create(primary=first, position=1, code="D1.1", label="Warm hellos")
    own = cycle(teacher, driver=first, secondary=finer)

    with acting_as(teacher):
        words = {"what": "A song", "look_back_on": TUESDAY, "by": teacher.person, "on": TODAY}
        same = actions.start_next(own, driver=first, **words)
        other = actions.start_next(own, driver=second, **words)

    assert (same.secondary_id, other.secondary_id) == (finer.pk, None)


def test_whose_idea_it_was_stands_on_the_card_and_on_the_page(browse, teacher, other_teacher):
    own = cycle(teacher, what="A song", whose_idea="Ms. Ana", audience="all")
    cycle(teacher, what="A chair")

    cards = text_of(browse.as_(teacher).get("cycle_list"))
    assert re.search(r"A song You · idea: Ms\. Ana ", cards)
    assert cards.count("idea: ") == 1
    assert "idea: Ms. Ana" in text_of(browse.get("cycle_detail", own.pk))
    assert "idea: Ms. Ana" in text_of(browse.get("huddle_sheet"))
    assert "idea: Ms. Ana" in text_of(browse.as_(other_teacher).get("other_teams"))


@pytest.mark.parametrize(("name", "kind"), [("cycle_answer", "answer"), ("answer_thank", "thanks")])
def test_words_that_were_sent_say_where_they_stand_that_they_arrived(browse, teacher, other_teacher, name, kind):
    posted = cycle(teacher, audience="all")

    sent = browse.as_(other_teacher).post(name, posted.pk, text="We hum it.")
    page = browse.client.get(sent.url).content.decode()

    with acting_as(other_teacher):
        [answer] = CycleAnswer.objects.all()
    assert answer.kind == kind
    start = page.index(f'id="said-{answer.pk}" tabindex="-1" data-focus-first')
    assert 0 < page.index("Thank you. Your words are here", start) - start < 900
    assert "Thank you. Your words are here" not in browse.as_(teacher).client.get(sent.url).content.decode()


def test_an_empty_thank_you_asks_what_for(browse, teacher, other_teacher):
    posted = cycle(teacher, audience="all")

    empty = browse.as_(other_teacher).post("answer_thank", posted.pk, text=" ")
    nothing = browse.post("cycle_answer", posted.pk, text="")

    assert empty.context["form"].errors == {"text": ["What would you like to thank them for? One line is enough."]}
    assert nothing.context["form"].errors == {"text": ["Write a few words first, and then send them."]}


COLD = re.compile(r"is required|Ensure this|Enter a valid|Select a valid|No file was submitted")


@pytest.mark.parametrize(
    "name",
    ["cycle_start", "cycle_plan", "cycle_do", "cycle_study", "cycle_act", "cycle_next", "cycle_share", "cycle_answer",
     "answer_thank", "cycle_ask_team", "cycle_photo", "priority_add", "need_add", "write_for_team"],
)  # fmt: skip
def test_an_empty_form_says_what_to_do_next(browse, teacher, name):
    own = cycle(teacher, audience="all")
    rest = [own.pk] if name.startswith(("cycle_", "answer_")) and name != "cycle_start" else []

    for words in ({}, {"audience": "x", "decision": "x", "kind": "x", "driver": "x", "look_back_on": "x", "team": "x"}):
        page = browse.as_(teacher).post(name, *rest, **words)

        assert page.status_code == 200
        assert 'class="form-errors"' in page.content.decode()
        assert COLD.findall(text_of(page)) == []


@pytest.mark.capability("C173")
def test_plain_words_come_first_and_the_fields_word_explains_itself(browse, teacher):
    own = cycle(teacher, audience="team")
    act = text_of(browse.as_(teacher).get("cycle_act", own.pk))
    _decided(teacher, own, "grow")
    page = text_of(browse.get("cycle_detail", own.pk))

    for label, word in (("Change it", "adjust"), ("Grow it", "scale up"), ("Let it go", "abandon")):
        assert re.search(rf"{label} +\( ?{word} +The field's words?:", act.replace("&#x27;", "'"))
    assert re.search(r"Grow it +\( ?scale up +The field's words:", page.replace("&#x27;", "'"))
    assert "scale up" not in text_of(browse.get("cycle_list"))


def test_ones_own_tries_are_one_tap_away(browse, teacher, team_leader):
    mine = cycle(teacher, what="Mine", audience="team")
    alone = browse.as_(teacher).get("cycle_list")
    cycle(team_leader, what="Hers", audience="team")

    page = browse.get("cycle_list")
    chosen = browse.client.get(browse.url("cycle_list") + f"?person={page.context['mine']['key']}")

    assert alone.context["mine"] is None
    assert f'href="?person={teacher.person_id}"' in page.content.decode()
    assert [line.cycle.pk for _heading, lines in chosen.context["board"] for line in lines] == [mine.pk]
    assert chosen.context["mine"] == {"key": str(teacher.person_id), "is_chosen": True}


def test_the_day_to_look_back_is_written_with_its_weekday(browse, teacher):
    page = browse.as_(teacher).get("cycle_start")

    day = page.context["form"]["look_back_on"].value()
    assert f"{day:%A}, {day.day} {day:%B} {day.year}" in text_of(page)
