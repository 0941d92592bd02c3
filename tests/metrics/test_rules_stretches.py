"""Shifts, trends and runs: the published wording on worked series (rows counted from 0)."""

import pytest

from metrics.rules.run_chart import Direction, Rule, run_chart
from metrics.rules.stretches import RuleSet

# Worked by hand: median of all points, points on it skipped, equal neighbours counted once.
WORKED = {
    "two shifts": (
        [10, 12, 11, 13, 12, 15, 16, 17, 16, 18, 19, 20],
        15.5,
        [(0, 5, "below", 6), (6, 11, "above", 6)],
        [],
    ),
    "points on the median are skipped": (
        [5, 5, 6, 5, 4, 5, 4, 7, 8, 9, 6, 8, 9, 7],
        6,
        [(0, 6, "below", 6), (7, 13, "above", 6)],
        [],
    ),
    "a rising trend with a repeat": ([3, 4, 5, 5, 6, 7], 5, [], [(0, 5, "up", 5)]),
    "a falling trend with a repeat": ([20, 18, 18, 17, 15, 14, 16], 17, [], [(0, 5, "down", 5)]),
    "a saw-tooth": ([4, 6, 4, 6, 4, 6, 4, 6], 5, [], []),
    "four rising points are no trend": ([1, 2, 3, 4], 2.5, [], []),
    "all equal": ([7, 7, 7, 7, 7, 7, 7], 7, [], []),
    "five on one side are no shift": ([9, 9, 9, 8, 9, 3, 2, 4, 3, 2], 6, [], []),
    "a trend and a shift together": (
        [4, 5, 4, 3, 5, 4, 6, 7, 8, 9, 10, 11],
        5.5,
        [(0, 5, "below", 6), (6, 11, "above", 6)],
        [(5, 11, "up", 7)],
    ),
    "a trend starts at the last of equal first points": ([5, 5, 6, 7, 8, 9], 6.5, [], [(1, 5, "up", 5)]),
    "a trend ends at the first of equal last points": ([5, 6, 7, 8, 9, 9], 7.5, [], [(0, 4, "up", 5)]),
    "a turning point belongs to both trends": (
        [1, 2, 3, 4, 5, 4, 3, 2, 1],
        3,
        [],
        [(0, 4, "up", 5), (4, 8, "down", 5)],
    ),
    "missing rows neither count nor break": (
        [1, None, 2, 3, None, None, 4, 5],
        3,
        [],
        [(0, 7, "up", 5)],
    ),
    "missing rows at the ends of a shift are outside it": (
        [None, 1, 1, 1, None, 1, 1, 1, None, 9, 9, 9, 9, 9, 9, None],
        5,
        [(1, 7, "below", 6), (9, 14, "above", 6)],
        [],
    ),
    "points on the line at the ends of a shift are outside it": (
        [3, 1, 1, 1, 1, 1, 1, 3, 3, 5, 5, 5, 5, 5, 5, 3],
        3,
        [(1, 6, "below", 6), (9, 14, "above", 6)],
        [],
    ),
}


def told(stretches):
    return [(stretch.start, stretch.end, stretch.direction.value, stretch.count) for stretch in stretches]


@pytest.mark.capability("C149")
@pytest.mark.parametrize(("values", "center", "shifts", "trends"), WORKED.values(), ids=WORKED)
def test_stretches_worked_series(values, center, shifts, trends):
    chart = run_chart(values)

    assert (chart.center, told(chart.shifts), told(chart.trends)) == (
        tuple(center for _ in values),
        shifts,
        trends,
    )


def test_stretches_name_the_rule_that_made_them():
    chart = run_chart(WORKED["a trend and a shift together"][0])

    assert [(stretch.rule, stretch.direction, stretch.phase) for stretch in (*chart.shifts, *chart.trends)] == [
        (Rule.SHIFT, Direction.BELOW, 0),
        (Rule.SHIFT, Direction.ABOVE, 0),
        (Rule.TREND, Direction.UP, 0),
    ]


def test_stretches_take_other_published_lengths():
    values = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8]

    assert told(run_chart(values, rules=RuleSet(shift=8, trend=None)).shifts) == []
    assert told(run_chart(values, rules=RuleSet(shift=7, trend=None)).shifts) == [
        (0, 6, "below", 7),
        (7, 13, "above", 7),
    ]
    assert told(run_chart(values, rules=RuleSet(trend=9)).trends) == []
    assert told(run_chart(values, rules=RuleSet(trend=8)).trends) == [(6, 13, "up", 8)]
    assert run_chart(values, rules=RuleSet(trend=None)).trends == ()


@pytest.mark.parametrize("lengths", [{"shift": 1}, {"trend": 2}])
def test_stretches_refuse_lengths_without_meaning(lengths):
    with pytest.raises(ValueError, match="at least"):
        RuleSet(**lengths)
