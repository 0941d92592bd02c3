import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdsa import rules
from pdsa.enums import Stage

SUNDAY = datetime.date(2026, 11, 22)


def after(days):
    return SUNDAY + datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("today", "proposed"),
    [(after(-1), after(2)), (after(0), after(2)), (after(1), after(9)), (after(2), after(9)), (after(6), after(9))],
)
def test_next_tuesday_leaves_a_day_to_try(today, proposed):
    assert rules.next_tuesday(today) == proposed


@given(st.dates(max_value=datetime.date(9999, 12, 1)))
def test_next_tuesday_is_always_a_tuesday_two_to_eight_days_away(today):
    proposed = rules.next_tuesday(today)

    assert (proposed.weekday(), 2 <= (proposed - today).days <= 8) == (1, True)


@pytest.mark.parametrize(
    ("day", "first", "before"),
    [(after(-1), SUNDAY, True), (SUNDAY, SUNDAY, False), (None, SUNDAY, False), (SUNDAY, None, False)],
)
def test_nobody_looks_back_before_the_first_day(day, first, before):
    assert rules.day_is_before(day, first) is before


@pytest.mark.parametrize(
    ("days", "far"), [(0, False), (366, False), (367, True), (-366, False), (-367, True), (None, False)]
)
def test_a_day_more_than_a_year_off_is_far(days, far):
    assert rules.day_is_far(None if days is None else after(days), SUNDAY) is far


@pytest.mark.parametrize(
    ("words", "earlier", "alike"),
    [
        ("A song at the door", "A song at the door", True),
        ("a song  at the DOOR", "A song at the door", True),
        ("A slow song at the door", "A song at the door", True),
        ("A song at the door, with two children, on Monday", "A song at the door", True),
        ("Two columns for praise and no", "A song at the door", False),
        ("", "A song at the door", False),
        ("A song", "", False),
    ],
)
def test_words_that_say_much_the_same_are_alike(words, earlier, alike):
    assert rules.looks_like(words, earlier) is alike


def test_an_idea_never_takes_the_place_of_words_of_ones_own():
    song = {"what": "Sing at the door", "with_whom": "Two children", "how_to_tell": "Who hums?", "driver": "1"}
    chair = {"what": "A chair by the coats", "with_whom": "One family", "how_to_tell": "Who sits?", "driver": "2"}

    empty = rules.with_idea({"where": "Hall"}, song, [song, chair])
    another = rules.with_idea(empty, chair, [song, chair])
    own = rules.with_idea({"what": "Wave at pick-up", "with_whom": "Us", "driver": "9"}, song, [song, chair])
    again = rules.with_idea(own, song, [song, chair])

    assert empty == {**song, "where": "Hall"}
    assert another == {**chair, "where": "Hall"}
    assert own == {
        "what": "Wave at pick-up\nSing at the door", "with_whom": "Us", "how_to_tell": "Who hums?", "driver": "9"
    }  # fmt: skip
    assert again == own


@pytest.mark.capability("C170")
@pytest.mark.parametrize(
    ("words", "big"),
    [
        ("Sing a song with two children on two mornings", False),
        ("Put four faces by the door in one room", False),
        ("Ask five families at pick-up", False),
        ("A new song for every room", True),
        ("Ask all families what they think", True),
        ("Ask 12 families at pick-up", True),
        ("Try it in three rooms", True),
        ("From now on we sing", True),
        ("Lo hacemos en todos los salones", True),
    ],
)
def test_a_try_looks_big_beyond_a_room_or_a_handful_of_people(words, big):
    assert rules.looks_big(words=words, today=SUNDAY) is big


@pytest.mark.parametrize(("days", "big"), [(9, False), (10, True)])
def test_a_try_looks_big_beyond_about_a_week(days, big):
    assert rules.looks_big(words="A song", today=SUNDAY, look_back_on=after(days)) is big
    assert rules.looks_big(words="A song", today=SUNDAY, starts_on=after(days)) is big


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lena does not point yet", ["Lena"]),
        ("On day two Lena looked away. One cried.", ["Lena"]),
        ("We sang, and then Mateo and Ana hugged", ["Mateo", "Ana"]),
        ("Mateo no habla todavía", ["Mateo"]),
        ("Two of them pointed, and the others cried", []),
        ("Singing before lunch calmed the room", []),
        ("Ms Rosa said it was calmer", []),
        ("On Tuesday they talked more", []),
        ("Rosa brought the chart. They pointed.", []),
        ("", []),
    ],
)
def test_a_capitalised_word_before_a_word_about_behavior_may_be_a_childs_name(text, names):
    assert rules.possible_child_names(text) == names


def test_a_stage_never_goes_back():
    assert rules.reached(Stage.STUDY, Stage.DO) == Stage.STUDY
    assert rules.reached(Stage.PLAN, Stage.DO) == Stage.DO


@pytest.mark.capability("C173")
@pytest.mark.parametrize(
    ("findings", "decision", "reason", "photo", "ready"),
    [
        (("", ""), "grow", "because", False, False),
        (("", " "), "let_go", " ", False, False),
        (("", ""), "let_go", "No time, and that is fine", False, True),
        (("We sang", ""), "change", "", False, True),
        (("", ""), "repeat", "", True, True),
    ],
)
def test_a_cycle_closes_with_a_finding_and_never_asks_for_a_prediction(findings, decision, reason, photo, ready):
    assert rules.ready_to_act(findings=findings, decision=decision, decision_reason=reason, has_photo=photo) is ready


@pytest.mark.parametrize(
    ("audience", "agreed", "reach"),
    [
        ("self", True, "self"),
        ("group", False, "group"),
        ("team", False, "team"),
        ("team_staff", False, "team"),
        ("all", False, "team"),
        ("all", True, "all"),
    ],
)
def test_a_photo_leaves_the_team_only_with_everybodys_yes(audience, agreed, reach):
    assert rules.widest_photo_audience(audience, everyone_agreed=agreed) == reach
