import datetime
from dataclasses import dataclass

import pytest

from collaborative.framework.rules import TemplateProblem
from collaborative.framework.templates import template_data
from collaborative.onboarding import rules

DAY = datetime.timedelta(days=1)
LS1 = datetime.date(2027, 1, 14)


@dataclass
class Stretch:
    number: int
    starts_on: datetime.date
    ends_on: datetime.date


SESSIONS = [Stretch(1, LS1, LS1), Stretch(2, LS1 + 120 * DAY, LS1 + 121 * DAY)]
PERIODS = [Stretch(0, LS1 - 90 * DAY, LS1 - DAY), Stretch(1, LS1, LS1 + 119 * DAY)]
PHASES = rules.read_phases(template_data("bsc-sel"))


@pytest.mark.capability("C083")
def test_the_template_says_what_teams_do_in_each_phase():
    assert [(phase.key, len(phase.items)) for phase in PHASES] == [
        ("prework", 4), ("ls1", 5), ("ap1", 6), ("ls2", 6), ("ap2", 7), ("ls3", 5), ("ap3", 7), ("ls4", 6),
        ("sustain", 2),
    ]  # fmt: skip
    assert PHASES[0].items[0] == rules.Item(
        "prework.team", "Our team is together, and everyone knows why they are on it."
    )


@pytest.mark.parametrize(
    ("days", "key"),
    [(-60, "prework"), (-8, "prework"), (-7, "ls1"), (0, "ls1"), (1, "ls1"), (2, "ap1"), (112, "ap1"), (113, "ls2"),
     (122, "ls2"), (123, "ap1")],
)  # fmt: skip
def test_the_phase_a_team_is_in(days, key):
    assert rules.phase_now(PHASES, SESSIONS, PERIODS, LS1 + days * DAY).key == key


def test_before_everything_it_is_the_first_phase_and_without_phases_none():
    assert rules.phase_now(PHASES, [], [], LS1).key == "prework"
    assert rules.phase_now((), SESSIONS, PERIODS, LS1) is None


@pytest.mark.parametrize(
    ("typed", "is_own"),
    [
        ("Denise Carter", True), ("denise", True), ("D. Carter", True), ("Carter, Denise", True),
        ("Marisol Vega", False), ("Den", False), ("", False), ("Inés", False),
    ],
)  # fmt: skip
def test_a_signature_bears_ones_own_name(typed, is_own):
    assert rules.is_own_name(typed, "Denise", "Carter") is is_own


def test_a_name_of_two_words_is_typed_whole():
    assert rules.is_own_name("Bao", "Nguyen Thi", "Bao") is True
    assert rules.is_own_name("Nguyen", "Nguyen Thi", "Bao") is False
    assert rules.is_own_name("Somebody", "", "") is False


def test_a_letter_is_read_as_paragraphs_and_lists():
    text = "We want\nto learn.\n\nWe promise to\n- listen,\n- answer.\n\nThank you."

    assert rules.blocks(text) == (
        ("p", "We want to learn."),
        ("p", "We promise to"),
        ("ul", ["listen,", "answer."]),
        ("p", "Thank you."),
    )


def test_a_good_day_falls_on_no_day_off():
    christmas = LS1 - 20 * DAY  # a Friday

    assert rules.before_days_off(LS1, -20, {christmas}) == -21
    assert rules.before_days_off(LS1, -20, {christmas, christmas - DAY}) == -22
    assert rules.before_days_off(LS1, -20, {}) == -20


def test_a_template_that_asks_of_nobody_we_know_is_refused():
    data = {"expectations": [{"role": "cook", "what": "Taste it."}]}

    with pytest.raises(TemplateProblem) as refused:
        rules.read_asked(data)

    assert refused.value.path == "expectations[0].role"


def test_a_template_that_asks_nothing_is_fine():
    assert rules.read_asked({}) == rules.AskedTemplate((), None, (), None, (), {})


@pytest.mark.capability("C091", "C080")
def test_the_template_asks_the_typical_things_each_with_its_purpose():
    asked = rules.read_asked(template_data("bsc-sel"))

    assert [one["key"] for one in asked.prework] == [
        "core_team", "name_and_motto", "introductions", "storyboard", "self_assessment", "data_plan", "first_counts",
        "priorities", "how_it_works", "meet_role_group",
    ]  # fmt: skip
    assert [one["key"] for one in asked.prework if one["instead_of_day"]] == ["how_it_works", "meet_role_group"]
    assert all(one["why"] and one["how"] for one in asked.prework)
    assert len(asked.day["objectives"]) == 5
    assert sorted(asked.agreement) == ["failures", "numbers", "photos", "scores", "tries"]
