"""The calendar of counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import periods

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
kinds = st.sampled_from([periods.WEEK, periods.MONTH])


def test_week_starts_on_monday_and_month_on_its_first_day():
    wednesday = date(2026, 11, 18)

    assert periods.start_of("week", wednesday) == date(2026, 11, 16)
    assert periods.start_of("month", wednesday) == date(2026, 11, 1)


def test_week_belongs_to_the_month_of_its_thursday():
    assert periods.month_of(date(2026, 9, 28)) == date(2026, 10, 1)  # Thursday is 1 October
    assert periods.month_of(date(2026, 10, 26)) == date(2026, 10, 1)  # Thursday is 29 October
    assert periods.month_of(date(2025, 12, 29)) == date(2026, 1, 1)  # Thursday is New Year's Day


def test_weeks_of_a_month_are_four_or_five():
    assert periods.weeks_of(date(2026, 10, 1)) == tuple(date(2026, 9, 28) + timedelta(days=7 * n) for n in range(5))
    assert len(periods.weeks_of(date(2026, 11, 1))) == 4


@given(month=days.map(lambda day: day.replace(day=1)))
def test_every_week_belongs_to_exactly_one_month(month):
    following = periods.next_start("month", month)

    assert periods.weeks_of(month)[-1] + timedelta(days=7) == periods.weeks_of(following)[0]
    assert {periods.month_of(week) for week in periods.weeks_of(month)} == {month}


@given(collect=kinds, day=days, number=st.integers(1, 130))
def test_last_starts_are_neighbours_up_to_the_day(collect, day, number):
    starts = periods.last_starts(collect, day, number)

    assert len(starts) == number
    assert starts[-1] <= day <= periods.last_day(collect, starts[-1])
    assert all(periods.next_start(collect, a) == b for a, b in zip(starts, starts[1:], strict=False))
    assert periods.distance(collect, starts[0], starts[-1]) == number - 1
    assert starts == periods.starts_between(collect, starts[0], day)


@pytest.mark.parametrize(
    ("collect", "today", "start"),
    [
        ("week", date(2026, 11, 18), date(2026, 11, 9)),  # Wednesday: the week before
        ("week", date(2026, 11, 19), date(2026, 11, 16)),  # Thursday: this week
        ("week", date(2026, 11, 22), date(2026, 11, 16)),  # Sunday still
        ("month", date(2026, 11, 21), date(2026, 10, 1)),
        ("month", date(2026, 11, 22), date(2026, 11, 1)),
        ("month", date(2026, 1, 5), date(2025, 12, 1)),
    ],
)
def test_people_count_the_period_that_is_nearly_over(collect, today, start):
    assert periods.to_count_now(collect, today) == start


def test_a_day_lies_between_its_period_and_the_next():
    starts = periods.last_starts("week", date(2026, 11, 18), 3)

    assert periods.place_of("week", starts, starts[1]) == 1
    assert periods.place_of("week", starts, starts[2] + timedelta(days=7)) == 3
    assert 0 < periods.place_of("week", starts, starts[0] + timedelta(days=3)) < 1
    assert periods.place_of("week", starts, starts[0] - timedelta(days=7)) == -1
