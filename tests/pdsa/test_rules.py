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
    [(after(-1), after(2)), (after(0), after(9)), (after(1), after(9)), (after(2), after(9)), (after(6), after(9))],
)
def test_next_tuesday_leaves_some_days_to_try(today, proposed):
    assert rules.next_tuesday(today) == proposed


@given(st.dates(max_value=datetime.date(9999, 12, 1)))
def test_next_tuesday_is_always_a_tuesday_three_to_nine_days_away(today):
    proposed = rules.next_tuesday(today)

    assert (proposed.weekday(), 3 <= (proposed - today).days <= 9) == (1, True)


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
