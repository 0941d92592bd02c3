"""The middle line: the median of what was recorded, and how many points it takes to draw and to judge."""

from enum import StrEnum
from math import isinf

POINTS_FOR_A_LINE = 5  # a dashed, provisional median; Wheeler: "as few as five or six" for limits
POINTS_TO_JUDGE = 10  # the runs table (Perla, Provost & Murray 2011) and Anhoej's tables both start here


class Line(StrEnum):
    """What a page may draw as the middle line."""

    NONE = "none"
    PROVISIONAL = "provisional"
    SETTLED = "settled"


def median(values):
    """The median of recorded values, the mean of the two middle ones for an even number; None of none.

    Never overflows: two huge values are halved before they are added.
    """
    if not values:
        return None
    ordered = sorted(values)
    lower, upper = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    middle = (lower + upper) / 2
    return lower / 2 + upper / 2 if isinf(middle) else middle


def line(baseline):
    """How the median of `baseline` recorded points may be drawn."""
    if baseline >= POINTS_TO_JUDGE:
        return Line.SETTLED
    return Line.PROVISIONAL if baseline >= POINTS_FOR_A_LINE else Line.NONE


def phase_starts(starts, length):
    """First rows of all phases of a series of `length` rows, 0 first.

    Starts beyond the last row begin nothing. Raises ValueError for a start below 0.
    """
    if any(start < 0 for start in starts):
        raise ValueError("a phase starts at row 0 or later")
    return tuple(sorted({0, *(start for start in starts if start < length)}))
