"""Which sentence stands above a chart, as data; `metrics.headlines` says it in words.

The last phase speaks: first how it is lately, then what moved earlier. Both directions are told alike: only what people
hope for decides between two sentences.
"""

from dataclasses import dataclass
from enum import StrEnum

from metrics.rules.run_chart import Direction, Rule, RunChart, Stretch, Weight

POINTS_TO_SUGGEST_A_LINE = 10  # D. M. Williams 2019: a shift that lasts 10 to 12 points may set a new line


class Kind(StrEnum):
    EARLY = "early"  # under ten recorded points
    NO_CHANGE = "no_change"
    LOOK = "look"  # a trend, or a shift that luck often brings
    HOPED_FOR = "hoped_for"  # a shift the way people hope, or with no way to hope for
    OTHER_WAY = "other_way"  # a shift away from it
    CARE = "care"  # few or uneven counts behind a point


class Hoped(StrEnum):
    """Which way people hope the numbers go."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Newest:
    """The points after a stretch that is over: how many lie off the line, and on which side if all on one."""

    count: int
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence's kind and its values.

    `count`: recorded points (early) or points of the `stretch`. `before`: the clear shift before a stretch that goes
    on. `is_ongoing`: the stretch reaches the last point that could have ended it; where it is over, `newest` says how
    it is since. `is_hoped_for`: None when nobody hopes for either way. `is_frozen`: the line is the usual level of a
    baseline. `is_new_line`: the line began with a later phase. `is_mostly_on_the_line`: more than half the points lie
    on it.
    """

    kind: Kind
    count: int = 0
    stretch: Stretch | None = None
    before: Stretch | None = None
    newest: Newest | None = None
    is_ongoing: bool = False
    is_hoped_for: bool | None = None
    is_frozen: bool = False
    is_new_line: bool = False
    is_mostly_on_the_line: bool = False

    @property
    def is_change(self):
        """Whether something moved that luck alone seldom moves, whichever way."""
        return self.kind in (Kind.HOPED_FOR, Kind.OTHER_WAY)


@dataclass(frozen=True, slots=True)
class Care:
    """A point to read with care: `counted` of `expected` rooms in row `row`, or `counted` people with no `expected`."""

    row: int
    counted: int
    expected: int | None = None
    kind: Kind = Kind.CARE


def headline(chart: RunChart, hoped: Hoped | None = None) -> Headline:
    """What may be said about a chart, given which way people hope it goes (None: neither)."""
    phase = chart.last_phase
    facts = {
        "is_frozen": chart.freeze is not None,
        "is_new_line": len(chart.phases) > 1,
        "is_mostly_on_the_line": phase.is_mostly_on_the_line,
    }
    if not phase.is_judged:
        return Headline(Kind.EARLY, count=phase.baseline, **facts)
    told = told_stretches(chart, len(chart.phases) - 1)
    if not told:
        return Headline(Kind.NO_CHANGE, **facts)
    stretch = told[-1]
    hoped_for = is_hoped_for(stretch.direction, hoped)
    facts |= {"count": stretch.count, "stretch": stretch, "is_hoped_for": hoped_for}
    if is_ongoing(chart, stretch):
        facts |= {"is_ongoing": True, "before": told[-2] if len(told) > 1 else None}
    else:
        facts |= {"newest": newest(chart, stretch)}
    if stretch.weight == Weight.LOOK:
        return Headline(Kind.LOOK, **facts)
    return Headline(Kind.OTHER_WAY if hoped_for is False else Kind.HOPED_FOR, **facts)


def told_stretches(chart, number):
    """The stretches of phase `number` a page marks and speaks of, in order of their ends.

    Its clear shifts, and after the last of them what is worth a look and goes on; without any clear one, the last that
    is worth a look.
    """
    found = [stretch for stretch in (*chart.trends, *chart.shifts) if stretch.phase == number]
    clear = [stretch for stretch in found if stretch.weight == Weight.CLEAR]
    look = [stretch for stretch in found if stretch.weight == Weight.LOOK]
    last = sorted(look, key=lambda stretch: stretch.end)[-1:]
    if clear and (is_ongoing(chart, clear[-1]) or not all(is_ongoing(chart, stretch) for stretch in last)):
        return clear
    return clear + last


def newest(chart, stretch):
    """How it is since a stretch of the last phase was over."""
    phase = chart.last_phase
    later = [point for point in chart.points[stretch.end + 1 : phase.end + 1] if point is not None]
    sides = [Direction.ABOVE if point > phase.center else Direction.BELOW for point in later if point != phase.center]
    return Newest(len(sides), sides[0] if len(set(sides)) == 1 else None)


def marked_stretches(chart):
    """The stretches a drawing marks, of all phases."""
    return [stretch for number in range(len(chart.phases)) for stretch in told_stretches(chart, number)]


def counted_rows(chart, stretch):
    """Rows that count for a stretch: those off the line for a shift, all recorded ones for a trend."""
    rows = [row for row in range(stretch.start, stretch.end + 1) if chart.points[row] is not None]
    center = chart.phases[stretch.phase].center
    return [row for row in rows if stretch.rule == Rule.TREND or chart.points[row] != center]


def is_hoped_for(direction, hoped):
    """Whether a direction is the way people hope for; None when they hope for neither."""
    return None if hoped is None else (direction in (Direction.ABOVE, Direction.UP)) == (hoped == Hoped.HIGHER)


def is_ongoing(chart, stretch):
    """Whether nothing recorded after the stretch has ended it: later points lie on the line, or repeat its last."""
    end = chart.phases[stretch.phase].end
    later = [point for point in chart.points[stretch.end + 1 : end + 1] if point is not None]
    ends_at = chart.phases[stretch.phase].center if stretch.rule == Rule.SHIFT else chart.points[stretch.end]
    return stretch.phase == len(chart.phases) - 1 and all(point == ends_at for point in later)


def care(rooms=(), counted=(), least=None) -> Care | None:
    """The latest point with few or uneven counts behind it, if any.

    `rooms`: for each row `(rooms that counted, rooms there are)` or None; `counted`: for each row the people or
    moments counted, or None; `least`: how many make a point worth reading, None when nobody set it.
    """
    uneven = [Care(row, *pair) for row, pair in enumerate(rooms) if pair and pair[0] < pair[1]]
    few = [Care(row, number) for row, number in enumerate(counted) if least and number is not None and number < least]
    return max(uneven + few, key=lambda found: found.row, default=None)


def suggested_phase(chart) -> int | None:
    """The row a new phase could start at: the first of a clear shift that goes on after ten recorded points.

    Only ever suggested, for people to decide (Williams 2019); the old line stays.
    """
    told = told_stretches(chart, len(chart.phases) - 1)
    if not told or told[-1].weight != Weight.CLEAR or not is_ongoing(chart, told[-1]):
        return None
    lasted = [point for point in chart.points[told[-1].start : told[-1].end + 1] if point is not None]
    return told[-1].start if len(lasted) >= POINTS_TO_SUGGEST_A_LINE else None
