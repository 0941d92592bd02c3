"""Rows become points, and weeks become months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import periods
from metrics.aggregation import AVERAGE, COUNT, PERCENTAGE, RATE, Counted, Month, months, one_period, value_of

pairs = st.integers(1, 60).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
weeks = st.lists(st.one_of(st.none(), pairs), min_size=1, max_size=30)
FIRST = date(2026, 9, 28)


def by_week(values):
    starts = periods.starts_between("week", FIRST, FIRST.replace(year=2028))
    return dict(zip(starts, values, strict=False))


def test_rooms_of_a_period_add_up():
    rooms = [
        Counted(10, 12, subgroup="Ladybugs", rooms_there=3),
        Counted(13, 20, subgroup="Sunflowers", rooms_there=3),
        Counted(reason="new teacher", subgroup="Explorers"),
    ]

    assert one_period(PERCENTAGE, rooms) == Counted(23, 32, rooms=("Ladybugs", "Sunflowers"), rooms_there=3)


def test_a_room_never_adds_to_the_whole_center():
    whole = Counted(34, 46, rooms=("Ladybugs", "Sunflowers", "Explorers"), rooms_there=3)

    assert one_period(PERCENTAGE, [Counted(10, 12, subgroup="Ladybugs"), whole]) == whole


def test_a_reason_for_the_center_gives_way_to_a_room_that_counted():
    rows = [Counted(reason="snow week"), Counted(10, 12, subgroup="Ladybugs", rooms_there=3)]

    assert one_period(PERCENTAGE, rows) == Counted(10, 12, rooms=("Ladybugs",), rooms_there=3)


def test_a_period_without_numbers_keeps_its_reason():
    assert one_period(COUNT, [Counted(reason="snow week")]) == Counted(reason="snow week")
    assert one_period(COUNT, []) is None


def test_averages_of_rooms_weigh_how_many_stand_behind_them():
    rooms = [Counted(value=2.0, denominator=10, subgroup="A"), Counted(value=4.0, denominator=30, subgroup="B")]
    unknown = [Counted(value=2.0, subgroup="A"), Counted(value=4.0, denominator=30, subgroup="B")]

    assert one_period(AVERAGE, rooms).value == 3.5
    assert one_period(AVERAGE, unknown).value == 3.0


@pytest.mark.parametrize(
    ("kind", "counted", "per", "value"),
    [
        (PERCENTAGE, Counted(34, 46), 1, 34 / 46),
        (PERCENTAGE, Counted(0, 46), 1, 0.0),
        (COUNT, Counted(0), 1, 0.0),
        (RATE, Counted(3, 200), 100, 1.5),
        (AVERAGE, Counted(value=3.4), 1, 3.4),
        (COUNT, Counted(reason="snow week"), 1, None),
        (COUNT, None, 1, None),
    ],
)
def test_value_of_each_kind(kind, counted, per, value):
    assert value_of(kind, counted, per) == value


@pytest.mark.capability("C144")
def test_month_of_percentages_adds_up_its_weeks_and_says_how_many():
    counted = {
        date(2026, 9, 28): Counted(10, 20),  # its Thursday is 1 October
        date(2026, 10, 5): Counted(30, 40),
        date(2026, 10, 12): Counted(reason="snow week"),
        date(2026, 10, 19): None,
        date(2026, 10, 26): Counted(5, 40),
        date(2026, 11, 2): Counted(7, 10),
    }

    assert months(PERCENTAGE, counted) == [
        Month(date(2026, 10, 1), 0.45, 45, 100, covered=3, weeks=5),
        Month(date(2026, 11, 1), 0.7, 7, 10, covered=1, weeks=4),
    ]


@pytest.mark.capability("C144")
def test_month_of_counts_is_the_mean_of_the_weeks_that_were_counted():
    counted = {date(2026, 10, 5): Counted(9), date(2026, 10, 12): None, date(2026, 10, 19): Counted(4)}

    assert months(COUNT, counted) == [Month(date(2026, 10, 1), 6.5, 13, None, covered=2, weeks=5)]


def test_month_without_a_count_has_no_value():
    assert months(PERCENTAGE, {FIRST: None}) == [Month(date(2026, 10, 1), None, None, None, covered=0, weeks=5)]


@given(values=weeks)
def test_month_of_percentages_lies_between_its_weeks_and_loses_none(values):
    counted = by_week([None if pair is None else Counted(*pair) for pair in values])

    found = months(PERCENTAGE, counted)

    assert sum(month.covered for month in found) == sum(pair is not None for pair in values)
    assert sum(month.numerator or 0 for month in found) == sum(pair[0] for pair in values if pair)
    for month in found:
        own = [row.numerator / row.denominator for week, row in counted.items() if row and in_month(week, month)]
        assert month.value is None if not own else min(own) - 1e-12 <= month.value <= max(own) + 1e-12


@given(values=weeks, order=st.randoms())
def test_months_do_not_depend_on_the_order_of_weeks(values, order):
    counted = by_week([None if pair is None else Counted(pair[0]) for pair in values])
    shuffled = list(counted.items())
    order.shuffle(shuffled)

    assert months(COUNT, dict(shuffled)) == months(COUNT, counted)


@given(rooms=st.lists(pairs, min_size=1, max_size=6))
def test_rooms_together_count_what_the_rooms_count(rooms):
    rows = [Counted(*pair, subgroup=f"room {at}") for at, pair in enumerate(rooms)]

    together = one_period(PERCENTAGE, rows)

    assert (together.numerator, together.denominator) == (sum(n for n, _ in rooms), sum(d for _, d in rooms))
    assert value_of(PERCENTAGE, together) <= 1


def in_month(week, month):
    return periods.month_of(week) == month.month
