import datetime
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collaborative.schedule import rules

DAY = datetime.date


@dataclass(frozen=True)
class Row:
    id: str
    on: DAY
    anchor_id: str | None = None
    offset_days: int | None = None
    is_pinned: bool = False
    done_on: DAY | None = None
    keeps_off_weekends: bool = False


@dataclass(frozen=True)
class Stretch:
    name: str
    starts_on: DAY
    ends_on: DAY


def test_resolve_counts_days_from_the_anchor():
    tuesday = DAY(2026, 11, 24)

    assert [rules.resolve(tuesday, offset) for offset in (-30, 0, 25)] == [
        DAY(2026, 10, 25),
        DAY(2026, 11, 24),
        DAY(2026, 12, 19),
    ]


def test_resolve_to_a_working_day_goes_to_the_nearest_one():
    monday = DAY(2026, 11, 23)

    resolved = [rules.resolve(monday, offset, to_working_day=True) for offset in range(7)]

    assert [day.strftime("%a %d") for day in resolved] == [
        "Mon 23", "Tue 24", "Wed 25", "Thu 26", "Fri 27", "Fri 27", "Mon 30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (DAY(2026, 1, 31), 1, DAY(2026, 2, 28)),
        (DAY(2024, 1, 31), 1, DAY(2024, 2, 29)),
        (DAY(2026, 11, 24), 4, DAY(2027, 3, 24)),
        (DAY(2026, 1, 15), -3, DAY(2025, 10, 15)),
        (DAY(2026, 12, 1), 0, DAY(2026, 12, 1)),
        (DAY(2026, 12, 1), 1, DAY(2027, 1, 1)),
    ],
)
def test_months_after_is_the_same_day_of_the_month(day, months, expected):
    assert rules.months_after(day, months) == expected


@given(st.dates(DAY(2000, 1, 1), DAY(2100, 1, 1)), st.integers(0, 24))
def test_months_after_on_weekday_keeps_the_weekday_and_stays_near(day, months):
    there = rules.months_after_on_weekday(day, months)

    assert there.weekday() == day.weekday()
    assert abs((there - rules.months_after(day, months)).days) <= 3


def test_moved_takes_along_what_hangs_on_it_and_so_on():
    dates = [
        Row("session", DAY(2026, 3, 3)),
        Row("starts", DAY(2026, 3, 3), "session", 0),
        Row("call", DAY(2026, 3, 30), "session", 27),
        Row("notes", DAY(2026, 4, 1), "call", 2),
        Row("other", DAY(2026, 5, 5)),
    ]

    assert rules.moved(dates, {"session": DAY(2026, 3, 10)}) == {
        "session": DAY(2026, 3, 10),
        "starts": DAY(2026, 3, 10),
        "call": DAY(2026, 4, 6),
        "notes": DAY(2026, 4, 8),
    }


def test_moved_leaves_what_is_pinned_or_done_and_what_hangs_on_those():
    dates = [
        Row("session", DAY(2026, 3, 3)),
        Row("pinned", DAY(2026, 3, 30), "session", 27, is_pinned=True),
        Row("after pinned", DAY(2026, 4, 1), "pinned", 2),
        Row("done", DAY(2026, 2, 3), "session", -28, done_on=DAY(2026, 2, 3)),
    ]

    assert rules.moved(dates, {"session": DAY(2026, 3, 10)}) == {"session": DAY(2026, 3, 10)}


def test_moved_says_nothing_about_what_stays():
    dates = [Row("session", DAY(2026, 3, 3)), Row("line", DAY(2026, 3, 4), "session", 1)]

    assert rules.moved(dates, {"session": DAY(2026, 3, 3)}) == {}


def test_moved_ends_even_when_dates_hang_in_a_circle():
    dates = [Row("a", DAY(2026, 3, 3), "b", 1), Row("b", DAY(2026, 3, 2), "a", -1)]

    assert set(rules.moved(dates, {"a": DAY(2026, 3, 10)})) == {"a", "b"}


def test_hangs_in_a_circle_sees_through_others():
    dates = [Row("a", DAY(2026, 3, 3)), Row("b", DAY(2026, 3, 3), "a", 0), Row("c", DAY(2026, 3, 3), "b", 0)]

    assert rules.hangs_in_a_circle(dates, "a", "c")
    assert rules.hangs_in_a_circle(dates, "a", "a")
    assert not rules.hangs_in_a_circle(dates, "c", "a")
    assert not rules.hangs_in_a_circle(dates, "c", None)


PERIODS = [
    Stretch("Pre-work", DAY(2026, 1, 1), DAY(2026, 3, 2)),
    Stretch("Action Period 1", DAY(2026, 3, 3), DAY(2026, 6, 30)),
    Stretch("Action Period 2", DAY(2026, 6, 30), DAY(2026, 9, 30)),
]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DAY(2025, 12, 31), None),
        (DAY(2026, 1, 1), "Pre-work"),
        (DAY(2026, 3, 2), "Pre-work"),
        (DAY(2026, 3, 3), "Action Period 1"),
        (DAY(2026, 6, 30), "Action Period 2"),
        (DAY(2026, 10, 1), None),
    ],
)
def test_period_at_has_both_ends_inside_and_the_later_where_two_touch(day, expected):
    found = rules.period_at(PERIODS, day)

    assert (found.name if found else None) == expected


def test_what_comes_groups_by_one_two_and_four_weeks_and_then_by_month():
    today = DAY(2026, 11, 24)
    rows = {
        days: Row(str(days), today + datetime.timedelta(days=days))
        for days in (-1, 0, 6, 7, 13, 14, 27, 28, 37, 38, 70)
    }

    comes = rules.what_comes(rows.values(), today)

    assert [row.id for row in comes.this_week] == ["0", "6"]
    assert [row.id for row in comes.two_weeks] == ["7", "13"]
    assert [row.id for row in comes.four_weeks] == ["14", "27"]
    assert [(month.first, [row.id for row in month.dates]) for month in comes.later] == [
        (DAY(2026, 12, 1), ["28", "37"]),
        (DAY(2027, 1, 1), ["38"]),
        (DAY(2027, 2, 1), ["70"]),
    ]


def test_what_comes_of_nothing_is_nothing():
    assert rules.what_comes([], DAY(2026, 11, 24)) == rules.WhatComes()
