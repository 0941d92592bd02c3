"""Counts become values: numerator over denominator, and what to say when that cannot be done."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite


class Caution(StrEnum):
    """Why a number, or the middle line, is to be read with care."""

    NO_DENOMINATOR = "no_denominator"  # zero, below zero, or not given beside a numerator
    NO_NUMERATOR = "no_numerator"  # a denominator alone
    SHORT_BASELINE = "short_baseline"  # the line rests on fewer than ten recorded points
    MOSTLY_ON_THE_LINE = "mostly_on_the_line"  # more than half the points lie on it


@dataclass(frozen=True, slots=True)
class DataWarning:
    """A caution and the row (counted from 0) it belongs to."""

    caution: Caution
    row: int


def quotient(numerator, denominator):
    """The value of one row and its caution: `(value or None, Caution or None)`.

    A denominator of 0, below 0 or absent gives no value, so that x/0 is never drawn as a point above the line;
    the row keeps its place. Raises ValueError when the quotient is too large for a number.
    """
    if numerator is None:
        return None, (None if denominator is None else Caution.NO_NUMERATOR)
    if denominator is None or denominator <= 0:
        return None, Caution.NO_DENOMINATOR
    value = numerator / denominator
    if not isfinite(value):
        raise ValueError("the quotient is not a finite number")
    return value, None


def quotients(numerators, denominators):
    """Values of a series of counts, None where there is none, and its warnings.

    Two sequences of equal length, None for what was not counted; the values are quotients, not percents.
    Raises ValueError when the lengths differ.
    """
    pairs = [quotient(*pair) for pair in zip(numerators, denominators, strict=True)]
    warnings = tuple(DataWarning(caution, row) for row, (_, caution) in enumerate(pairs) if caution)
    return tuple(value for value, _ in pairs), warnings
