"""Which of the six sentences applies, as data."""

import pytest

from metrics.rules.headline import (
    Care,
    Headline,
    Hoped,
    Kind,
    Newest,
    care,
    headline,
    marked_stretches,
    suggested_phase,
)
from metrics.rules.run_chart import Direction, run_chart

SAMPLE = [38, 44, 41, 35, 46, 43, 52, 48, 45, 58, 63, 61, 66, 72, 70, 74]
SAW = [4, 6] * 6
QUIET_SHIFT = [4, 6] * 5 + [4, 6, 6, 6, 6, 6, 6] + [4, 4, 4, 6, 4, 4, 4]  # 24 useful points, Anhoej silent


def test_headline_under_ten_points_is_early():
    assert headline(run_chart([1, 2, 3, 4, 5, 6, None])) == Headline(Kind.EARLY, count=6)


def test_headline_of_a_saw_tooth_is_no_change():
    assert headline(run_chart(SAW)) == Headline(Kind.NO_CHANGE)


@pytest.mark.capability("C149")
@pytest.mark.parametrize(
    ("hoped", "kind", "is_hoped_for"),
    [
        (Hoped.HIGHER, Kind.HOPED_FOR, True),
        (None, Kind.HOPED_FOR, None),
        (Hoped.LOWER, Kind.OTHER_WAY, False),
    ],
)
def test_headline_of_a_shift_and_the_one_before_it(hoped, kind, is_hoped_for):
    chart = run_chart(SAMPLE)

    assert headline(chart, hoped) == Headline(
        kind,
        count=7,
        stretch=chart.shifts[1],
        before=chart.shifts[0],
        is_ongoing=True,
        is_hoped_for=is_hoped_for,
    )


def test_headline_tells_both_directions_alike():
    up = headline(run_chart(SAMPLE), Hoped.HIGHER)
    down = headline(run_chart([100 - value for value in SAMPLE]), Hoped.LOWER)

    assert (up.kind, up.count, up.is_ongoing, up.is_hoped_for) == (down.kind, down.count, down.is_ongoing, True)


def test_headline_of_a_trend_alone_is_worth_a_look():
    chart = run_chart([5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8])

    assert headline(chart, Hoped.HIGHER) == Headline(
        Kind.LOOK, count=5, stretch=chart.trends[0], is_ongoing=True, is_hoped_for=True
    )


def test_headline_prefers_a_clear_shift_to_a_later_trend():
    chart = run_chart([4, 5, 4, 3, 5, 4, 6, 7, 8, 9, 10, 11])

    assert headline(chart).stretch == chart.shifts[1]


def test_headline_of_a_long_chart_whose_shift_fails_anhoej_is_worth_a_look():
    chart = run_chart(QUIET_SHIFT)

    assert headline(chart, Hoped.HIGHER) == Headline(
        Kind.LOOK, count=6, stretch=chart.shifts[0], newest=Newest(7), is_ongoing=False, is_hoped_for=True
    )
    assert not headline(chart).is_change
    assert headline(run_chart(SAMPLE)).is_change


@pytest.mark.parametrize(
    ("since", "newest"),
    [
        ([40], Newest(1, Direction.BELOW)),
        ([40, 41, None, 42], Newest(3, Direction.BELOW)),
        ([40, 58, 41], Newest(3)),
        ([40, 41, 49], Newest(2, Direction.BELOW)),  # a point on the line lies on neither side
    ],
)
def test_headline_says_how_it_is_since_a_shift_was_over(since, newest):
    chart = run_chart([48, 46, 47, 52, 45, 49, 47, 50, 46, 58, 63, 61, 66, 72, 70, *since])

    found = headline(chart, Hoped.HIGHER)

    assert (found.stretch, found.is_ongoing, found.newest) == (chart.shifts[0], False, newest)


def test_headline_prefers_what_goes_on_to_a_shift_that_is_over():
    chart = run_chart([2, 2, 3, 2, 1, 2, 9, 7, 8, 9, 8, 5, 3, 1])

    found = headline(chart)

    assert (found.kind, found.stretch, found.before) == (Kind.LOOK, chart.trends[-1], chart.shifts[-1])
    assert marked_stretches(chart) == [*chart.shifts, chart.trends[-1]]


def test_headline_of_a_frozen_line_and_of_a_new_line():
    frozen = headline(run_chart([*SAW, 9, 9, 9, 9, 9, 9], freeze=12))
    new = headline(run_chart([*SAW, 9, 9, 9], phases=[12]))
    short = headline(run_chart([*SAW, 9, 9, 9, 9, 9, 9], freeze=6))

    assert (frozen.kind, frozen.is_frozen, frozen.count) == (Kind.HOPED_FOR, True, 7)
    assert (new.kind, new.is_new_line, new.count) == (Kind.EARLY, True, 3)
    assert (short.kind, short.is_frozen, short.count) == (Kind.EARLY, True, 6)


def test_headline_says_nothing_of_shifts_when_most_points_lie_on_the_line():
    assert headline(run_chart([5] * 8 + [6] * 6)) == Headline(Kind.NO_CHANGE, is_mostly_on_the_line=True)


def test_headline_a_shift_goes_on_over_points_on_the_line_and_ends_on_the_other_side():
    on_the_line = run_chart([1, 2, 1, 2, 1, 2, 3, 4, 5, 4, 5, 4, 5, 3, 3])
    over = run_chart([1, 2, 1, 2, 1, 2, 4, 5, 4, 5, 4, 5, 1])

    assert headline(on_the_line).is_ongoing
    assert not headline(over).is_ongoing


def test_marked_stretches_of_each_phase():
    chart = run_chart([*SAMPLE, *SAW], phases=[16])

    assert marked_stretches(chart) == list(chart.shifts)


def test_care_is_for_the_latest_uneven_or_small_count():
    assert care(rooms=[(3, 3), (2, 3), None, (1, 3), (3, 3)]) == Care(3, 1, 3)
    assert care(counted=[9, 2, None, 8], least=5) == Care(1, 2)
    assert care(rooms=[(2, 3), None], counted=[9, 2], least=5) == Care(1, 2)
    assert care(rooms=[(3, 3)], counted=[2]) is None


def test_suggested_phase_is_the_start_of_a_shift_that_lasts_ten_points():
    lasting = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9]

    assert suggested_phase(run_chart(lasting)) == 10
    assert suggested_phase(run_chart(lasting[:-1])) is None
    assert suggested_phase(run_chart(SAW)) is None
