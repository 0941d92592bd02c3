"""Who has what in hand, which views are still to be found, whom one speaks to."""

from dataclasses import dataclass

import pytest

from collaborative.introductions import rules
from collaborative.introductions.enums import Viewpoint
from collaborative.tenancy.enums import Responsibility


@dataclass
class Row:
    responsibilities: list


@pytest.mark.capability("C009", "C010")
def test_a_line_may_have_several_names_and_one_without_any_needs_one():
    one, other = Row(["data_lead", "calendar"]), Row(["data_lead"])
    lines = [Responsibility.DATA_LEAD, Responsibility.CALENDAR, Responsibility.TECHNOLOGY]

    held = rules.holders(lines, [one, other])

    assert held == [(lines[0], [one, other]), (lines[1], [one]), (lines[2], [])]
    assert rules.without_a_name(held) == [Responsibility.TECHNOLOGY]


@pytest.mark.capability("C009", "C010")
def test_the_lines_are_the_guides_nine_and_those_it_names_elsewhere():
    assert len(rules.CORE) == 9
    assert len(rules.FURTHER) == 8
    assert set(rules.CORE) | set(rules.FURTHER) == set(Responsibility)


@pytest.mark.capability("C025")
def test_views_nobody_brings_are_still_to_be_found_and_other_views_are_never_sought():
    found = rules.still_to_be_found(["family", "teacher", "content", "improvement", "languages", "policy"])

    assert found == [Viewpoint.DIRECTOR, Viewpoint.EQUITY]


@pytest.mark.parametrize(
    ("has_team", "groups", "expected"),
    [
        (True, ["g"], [("team", None), ("group", "g"), ("all", None), ("faculty", None)]),
        (False, [], [("all", None), ("faculty", None)]),
    ],
)
def test_one_speaks_to_the_nearest_first(has_team, groups, expected):
    found = rules.told_to(lambda audience: True, has_team=has_team, group_ids=groups)

    assert [(str(audience), group) for audience, group in found] == expected


def test_nobody_speaks_to_those_who_are_not_theirs_to_speak_to():
    assert rules.told_to(lambda audience: audience == "all", has_team=True, group_ids=["g"]) == [("all", None)]


@pytest.mark.parametrize(
    ("line", "leads", "is_admin", "may"),
    [
        ("calendar", False, False, True),
        ("family_liaison", False, False, False),
        ("family_liaison", True, False, True),
        ("family_liaison", False, True, True),
    ],
)
def test_what_opens_private_words_is_named_by_the_leader_or_the_admin(line, leads, is_admin, may):
    assert rules.may_name(line, opens_words=("family_liaison",), leads=leads, is_admin=is_admin) is may


def test_an_invitation_says_the_promises_one_a_line():
    assert rules.promised_words(["We pay  for\nyour time.", "A ride."]) == "We pay for your time.\nA ride."
