"""Many series at once give exactly what one series after the other gives, ties and gaps included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.rules.batch import run_charts
from metrics.rules.batch_values import as_values, clear_shifts, marked_points
from metrics.rules.headline import counted_rows
from metrics.rules.run_chart import Rule, Weight, run_chart
from metrics.rules.stretches import PERLA, RuleSet

TIES = st.one_of(st.none(), st.integers(0, 3).map(float))
ANY = st.one_of(st.none(), st.integers(0, 9).map(float), st.floats(allow_nan=False, allow_infinity=False))
RULES = st.builds(RuleSet, shift=st.integers(2, 8), trend=st.sampled_from([None, 3, 5, 6]))


@st.composite
def tables(draw, values=None, longest=40):
    """Rows of equal length, None where nothing was recorded."""
    width = draw(st.integers(0, longest))
    one = st.lists(draw(st.sampled_from([TIES, ANY])) if values is None else values, min_size=width, max_size=width)
    return width, draw(st.lists(one, max_size=6))


def as_array(width, rows):
    return np.array([[np.nan if value is None else value for value in row] for row in rows]).reshape(-1, width)


@settings(max_examples=200)
@given(tables(), RULES)
def test_batch_equals_one_by_one(table, rules):
    width, rows = table

    batch = as_values(run_charts(as_array(width, rows), rules=rules)) if width else []

    assert batch == [run_chart(row, rules=rules) for row in rows if width]


@settings(max_examples=150)
@given(tables(TIES), st.data())
def test_batch_equals_one_by_one_with_freeze_and_phases(table, data):
    width, rows = table
    freeze = [data.draw(st.integers(0, width + 3)) for _ in rows]
    phases = [data.draw(st.lists(st.integers(0, width + 2), max_size=3)) for _ in rows]
    values = np.array(rows, dtype=float).reshape(len(rows), width)

    batch = as_values(run_charts(values, freeze=freeze, phases=phases))

    assert batch == [
        run_chart(row, freeze=rows_frozen or None, phases=starts)
        for row, rows_frozen, starts in zip(rows, freeze, phases, strict=True)
    ]


@settings(max_examples=100)
@given(tables(TIES, longest=60))
def test_batch_marks_the_points_that_count_for_a_clear_shift(table):
    width, rows = table
    values = np.array(rows, dtype=float).reshape(len(rows), width)
    charts = [run_chart(row) for row in rows]
    expected = np.zeros(values.shape, dtype=bool)
    for series, chart in enumerate(charts):
        for shift in chart.shifts:
            if shift.weight == Weight.CLEAR:
                expected[series, counted_rows(chart, shift)] = True

    batch = run_charts(values)

    assert marked_points(batch).tolist() == expected.tolist()
    assert clear_shifts(batch).tolist() == [
        shift.weight == Weight.CLEAR for chart in charts for shift in chart.shifts if shift.rule == Rule.SHIFT
    ]


def test_batch_marks_nothing_where_most_points_lie_on_the_line_or_are_too_few():
    mostly_on_the_line, too_few, moved = [5] * 8 + [6] * 6, [1] * 2 + [9] * 6 + [None] * 6, [1] * 7 + [9] * 7

    batch = run_charts([mostly_on_the_line, too_few, moved], freeze=[0, 2, 0])

    assert clear_shifts(batch).tolist() == [False, False, True, True]
    assert marked_points(batch).any(axis=1).tolist() == [False, False, True]


def test_batch_arrays_of_a_worked_table():
    batch = run_charts([[1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], [None, 5, 4, 3, 3, 2, 1, None, None, None, None, 7]])

    assert batch.center.tolist() == [[5.0], [3.0]]
    assert (batch.n.tolist(), batch.n_useful.tolist()) == ([[12], [7]], [[12], [5]])
    shifts, trends = batch.shifts, batch.trends
    assert [shifts.series.tolist(), shifts.start.tolist(), shifts.end.tolist(), shifts.direction.tolist()] == [
        [0, 0],
        [0, 6],
        [5, 11],
        [-1, 1],
    ]
    assert [trends.series.tolist(), trends.start.tolist(), trends.end.tolist(), trends.count.tolist()] == [
        [1],
        [1],
        [6],
        [5],
    ]
    assert batch.rules == PERLA


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([[np.inf]], {}),
        ([1, 2], {}),
        ([[1]], {"freeze": -1}),
        ([[1]], {"phases": [[-1]]}),
        ([[1]], {"phases": [[0], [0]]}),
    ],
)
def test_batch_refuses_what_means_nothing(values, options):
    with pytest.raises(ValueError, match="number|row|fewer|list"):
        run_charts(values, **options)
