"""Shifts, trends and runs of one phase, each a maximal stretch of equal steps."""

from dataclasses import dataclass

SHIFT_POINTS = 6  # Perla, Provost & Murray 2011
TREND_POINTS = 5  # Perla, Provost & Murray 2011: the starting point counts, so four moves


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Lengths that make a shift and a trend, in points; `trend` None switches the trend rule off.

    Other published lengths: shift 7 (NHS England, Making Data Count), 8 (Western Electric), 9 (Nelson);
    trend 6 (Nelson), 7 (Making Data Count), off (Anhoej).
    """

    shift: int = SHIFT_POINTS
    trend: int | None = TREND_POINTS

    def __post_init__(self):
        if self.shift < 2 or (self.trend is not None and self.trend < 3):
            raise ValueError("a shift takes at least two points, a trend at least three")


PERLA = RuleSet()


def stretches(steps):
    """Maximal stretches of equal steps, as `(first, last, step)` with positions in `steps`."""
    found, first = [], 0
    for position in range(1, len(steps) + 1):
        if position == len(steps) or steps[position] != steps[first]:
            found.append((first, position - 1, steps[first]))
            first = position
    return found


def useful(recorded, center):
    """Rows and sides (+1 above, -1 below) of the points that are not on the line.

    `recorded` is a list of `(row, value)`. Compared exactly: a median is one of the values or lies between two.
    """
    sides = [(row, 1 if value > center else -1) for row, value in recorded if value != center]
    return [row for row, _ in sides], [side for _, side in sides]


def runs(sides):
    """Runs above or below the line: stretches of useful points on one side."""
    return stretches(sides)


def shifts(rows, runs_found, length=SHIFT_POINTS):
    """Runs of `length` useful points or more, as `(start row, end row, side, count)`.

    Points on the line and rows without a value neither count nor break; the ends are counted points.
    """
    return [
        (rows[first], rows[last], side, last - first + 1)
        for first, last, side in runs_found
        if last - first + 1 >= length
    ]


def trends(recorded, length=TREND_POINTS):
    """Stretches of `length` points or more all going up or all going down, as `(start, end, direction, count)`.

    Equal neighbours count once; the point a move leaves counts, and a turning point belongs to both neighbours.
    A stretch starts at the point its first move leaves and ends at the point its last move reaches.
    """
    moves = [
        (here, there, 1 if after > before else -1)
        for (here, before), (there, after) in zip(recorded, recorded[1:], strict=False)
        if after != before
    ]
    return [
        (moves[first][0], moves[last][1], direction, last - first + 2)
        for first, last, direction in stretches([direction for _, _, direction in moves])
        if last - first + 2 >= length
    ]
