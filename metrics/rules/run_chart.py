"""A run chart as a plain value: what was recorded, the middle line by phase, and every stretch a rule found."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, isnan

from metrics.rules import anhoej, middle, stretches
from metrics.rules.quotients import Caution, DataWarning
from metrics.rules.runs_table import are_ours, runs_limits
from metrics.rules.stretches import PERLA, RuleSet

SHIFT_ALONE_UP_TO = 20  # useful points; chance alone shifts 1, 6, 8 charts in 100 at 12, 16, 18 of them (simulated)


class Rule(StrEnum):
    SHIFT = "shift"
    TREND = "trend"


class Direction(StrEnum):
    ABOVE = "above"
    BELOW = "below"
    UP = "up"
    DOWN = "down"


class Weight(StrEnum):
    """How much a page may make of a stretch."""

    CLEAR = "clear"  # luck alone seldom does that
    LOOK = "look"  # worth a look, often luck
    UNTOLD = "untold"  # too few points, or the line says nothing: found, never told


SHIFT_DIRECTIONS = {1: Direction.ABOVE, -1: Direction.BELOW}
TREND_DIRECTIONS = {1: Direction.UP, -1: Direction.DOWN}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `start` to `end`, both inside, in which a rule of phase number `phase` counted `count` points."""

    rule: Rule
    start: int
    end: int
    direction: Direction
    count: int
    phase: int
    weight: Weight


@dataclass(frozen=True, slots=True)
class Phase:
    """Rows `start` to `end`, both inside (`end` is `start - 1` for a series without rows), judged against one line.

    `n` recorded points, `baseline` of them behind the line, `n_useful` off the line. Statistics that are not
    defined are None: all of Anhoej's without a useful point, the runs limits under ten.
    """

    start: int
    end: int
    center: float | None
    n: int
    baseline: int
    n_useful: int
    longest_run: int | None
    longest_run_max: int | None
    crossings: int | None
    crossings_min: int | None
    anhoej_signal: bool
    runs: int
    runs_lower: int | None
    runs_upper: int | None

    @property
    def line(self):
        """How the middle line may be drawn."""
        return middle.line(self.baseline)

    @property
    def is_judged(self):
        """Whether enough was recorded for a page to say anything."""
        return self.line == middle.Line.SETTLED

    @property
    def is_mostly_on_the_line(self):
        """More than half the recorded points lie on the line, so shifts and runs say nothing."""
        return 2 * self.n_useful < self.n

    @property
    def runs_unusual(self):
        """Whether the number of runs is outside its limits; None where there are no limits."""
        return None if self.runs_lower is None else not self.runs_lower <= self.runs <= self.runs_upper

    @property
    def runs_limits_are_ours(self):
        """Whether the runs limits go beyond the published table."""
        return are_ours(self.n_useful)


@dataclass(frozen=True, slots=True)
class RunChart:
    """A series, its phases and what the rules found; `points` has one value a row, None where nothing was recorded.

    `freeze` is the number of first rows that set the line, None for all.
    """

    points: tuple[float | None, ...]
    phases: tuple[Phase, ...]
    shifts: tuple[Stretch, ...]
    trends: tuple[Stretch, ...]
    warnings: tuple[DataWarning, ...]
    freeze: int | None
    rules: RuleSet

    @property
    def n(self):
        """Recorded points of the whole series."""
        return sum(phase.n for phase in self.phases)

    @property
    def n_useful(self):
        """Points off the line in the last phase."""
        return self.last_phase.n_useful

    @property
    def last_phase(self):
        return self.phases[-1]

    @property
    def center(self):
        """The middle line, one value a row."""
        return tuple(phase.center for phase in self.phases for _ in range(phase.start, phase.end + 1))


def run_chart(values, *, freeze=None, phases=(), rules=PERLA, warnings=()):
    """The run chart of one series.

    `values`: one number a row, in order of time; None or NaN where nothing was recorded. `freeze`: the first
    that many rows set the line (ignored when phases are given). `phases`: rows that start a new phase; no rule
    crosses such a boundary. `warnings`: those of the data, to which the chart adds its own.
    Raises ValueError for an infinite value, `freeze` below 1 or a phase start below 0.
    """
    if freeze is not None and freeze < 1:
        raise ValueError("at least one row sets the line")
    points = tuple(_point(value) for value in values)
    frozen = None if phases else freeze
    starts = middle.phase_starts(phases, len(points))
    judged = [
        judge_phase(points, start, end, number, frozen, rules)
        for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(points)), strict=True))
    ]
    return assemble(points, judged, frozen, rules, warnings)


def judge_phase(points, start, stop, number, freeze, rules):
    """One phase, rows `start` up to but not including `stop`: `(Phase, shifts, trends)`."""
    recorded = [(row, points[row]) for row in range(start, stop) if points[row] is not None]
    baseline = [value for row, value in recorded if freeze is None or row < freeze]
    center = middle.median(baseline)
    rows, sides = stretches.useful(recorded, center) if baseline else ([], [])
    runs = stretches.runs(sides)
    phase = describe_phase(start, stop - 1, center, len(recorded), len(baseline), len(rows), runs)
    shifts = stretches.shifts(rows, runs, rules.shift)
    trends = stretches.trends(recorded, rules.trend) if rules.trend else []
    return (
        phase,
        [shift_value(found, number, phase) for found in shifts],
        [trend_value(found, number, phase) for found in trends],
    )


def describe_phase(start, end, center, n, baseline, n_useful, runs):
    """A Phase from its counts and its runs, `(first, last, side)` over the useful points."""
    longest = max((last - first + 1 for first, last, _ in runs), default=None)
    crossings = len(runs) - 1 if runs else None
    lower, upper = runs_limits(n_useful)
    return Phase(
        start=start,
        end=end,
        center=center,
        n=n,
        baseline=baseline,
        n_useful=n_useful,
        longest_run=longest,
        longest_run_max=anhoej.longest_run_max(n_useful),
        crossings=crossings,
        crossings_min=anhoej.crossings_min(n_useful),
        anhoej_signal=anhoej.is_unusual(n_useful, longest, crossings),
        runs=len(runs),
        runs_lower=lower,
        runs_upper=upper,
    )


def shift_value(found, number, phase):
    """A shift `(start, end, side, count)` of a phase with the weight it deserves.

    Up to 20 useful points six in a row are clear; from 21 on they need Anhoej's rules as well.
    """
    start, end, side, count = found
    if not phase.is_judged or phase.is_mostly_on_the_line:
        weight = Weight.UNTOLD
    else:
        clear = phase.n_useful <= SHIFT_ALONE_UP_TO or phase.anhoej_signal
        weight = Weight.CLEAR if clear else Weight.LOOK
    return Stretch(Rule.SHIFT, start, end, SHIFT_DIRECTIONS[side], count, number, weight)


def trend_value(found, number, phase):
    """A trend `(start, end, direction, count)` of a phase: never more than worth a look.

    Five in a row happen by chance in 25 of 100 charts of 24 points (simulated).
    """
    start, end, direction, count = found
    weight = Weight.LOOK if phase.is_judged else Weight.UNTOLD
    return Stretch(Rule.TREND, start, end, TREND_DIRECTIONS[direction], count, number, weight)


def assemble(points, judged, freeze, rules, warnings=()):
    """A RunChart from its judged phases, `(Phase, shifts, trends)` each."""
    phases = tuple(phase for phase, _, _ in judged)
    return RunChart(
        points=points,
        phases=phases,
        shifts=tuple(shift for _, shifts, _ in judged for shift in shifts),
        trends=tuple(trend for _, _, trends in judged for trend in trends),
        warnings=(*warnings, *_line_warnings(phases, freeze)),
        freeze=freeze,
        rules=rules,
    )


def _line_warnings(phases, freeze):
    for phase in phases:
        if freeze is not None and not phase.is_judged:
            yield DataWarning(Caution.SHORT_BASELINE, phase.start)
        if phase.is_judged and phase.is_mostly_on_the_line:
            yield DataWarning(Caution.MOSTLY_ON_THE_LINE, phase.start)


def _point(value):
    if value is None or isnan(value):
        return None
    if not isfinite(value):
        raise ValueError("a value is a finite number")
    return float(value)
