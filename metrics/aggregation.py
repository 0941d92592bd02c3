"""How rows become points, and weeks become months: pure functions of plain values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics import periods
from metrics.rules.quotients import quotient

PERCENTAGE, COUNT, RATE, AVERAGE = "percentage", "count", "rate", "average"
WHOLE_CENTER = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one period: by one room, by the whole center, or by its rooms together.

    An average is what was added up (`numerator`) and how many they were (`denominator`), or a `value` that somebody
    worked out already. `reason` instead of numbers: "not this time, because ...". `rooms` counted, out of `rooms_there`
    (None: not known).
    """

    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    reason: str = ""
    subgroup: str = WHOLE_CENTER
    rooms: tuple[str, ...] = ()
    rooms_there: int | None = None

    @property
    def has_numbers(self):
        return self.numerator is not None or self.value is not None


@dataclass(frozen=True, slots=True)
class Month:
    """A month made from its weeks: `covered` of `weeks` were counted. `numerator` and `denominator` are their sums."""

    month: date
    value: float | None
    numerator: int | None
    denominator: int | None
    covered: int
    weeks: int


def one_period(kind: str, rows: Iterable[Counted]) -> Counted | None:
    """The one point of a period: the whole center's row, else its rooms together, else why there is none.

    A room's row never adds to a whole-center row of the same period.
    """
    rows = list(rows)
    counted = [row for row in rows if row.has_numbers]
    whole = [row for row in counted if row.subgroup == WHOLE_CENTER]
    if whole:
        return whole[0]
    if not counted:
        return next(iter(rows), None)
    return _together(kind, counted)


def _together(kind, rooms):
    there = [row.rooms_there for row in rooms if row.rooms_there]
    names = tuple(dict.fromkeys(name for row in rooms for name in (row.rooms or (row.subgroup,))))
    numerator = _sum_of_all(row.numerator for row in rooms)
    return Counted(
        numerator=numerator,
        denominator=_sum_of_all(row.denominator for row in rooms),
        value=_mean(rooms) if numerator is None else None,
        rooms=names,
        rooms_there=max(there, default=None),
    )


def _sum_of_all(numbers):
    """The sum, None where one of them is not known."""
    numbers = list(numbers)
    return None if not numbers or None in numbers else sum(numbers)


def _mean(rows):
    """The average over all rows: all they add up to over how many they are, where every row says how many.

    Where one of them does not, the mean of the averages.
    """
    if not all(row.denominator for row in rows):
        return sum(value_of(AVERAGE, row) for row in rows) / len(rows)
    sums = [row.value * row.denominator if row.numerator is None else row.numerator for row in rows]
    return sum(sums) / sum(row.denominator for row in rows)


def value_of(kind: str, counted: Counted | None, per: int = 1) -> float | None:
    """The value to draw: a quotient for percentages (0.74), the number itself for counts; None where there is none."""
    if counted is None or not counted.has_numbers:
        return None
    if kind == COUNT:
        return float(counted.numerator)
    if kind == AVERAGE and counted.numerator is None:
        return counted.value
    value, _caution = quotient(counted.numerator, counted.denominator)
    return value * per if kind == RATE and value is not None else value


def months(kind: str, weeks: Mapping[date, Counted | None], per: int = 1) -> list[Month]:
    """The months of what was counted by week, in order of time.

    Percentages, rates and averages add up both numbers of all weeks first, then divide; counts are the mean of the
    weeks that were counted.
    """
    by_month = defaultdict(list)
    for start in sorted(weeks):
        by_month[periods.month_of(start)].append(weeks[start])
    return [_month(kind, month, counted, per) for month, counted in by_month.items()]


def _month(kind, month, weeks, per):
    counted = [week for week in weeks if week is not None and week.has_numbers]
    numerator = _sum_of_all(week.numerator for week in counted)
    denominator = _sum_of_all(week.denominator for week in counted)
    if not counted:
        value = None
    elif kind == COUNT:
        value = numerator / len(counted)
    elif kind == AVERAGE:
        value = _mean(counted)
    else:
        value = value_of(kind, Counted(numerator, denominator), per)
    return Month(month, value, numerator, denominator, len(counted), len(periods.weeks_of(month)))
