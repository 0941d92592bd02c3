"""Many run charts at once, as arrays: the same rules without a Python loop over series.

Every series and phase is a *block*: a row of the array in which the other phases are empty. All rules pass over
empty places in silence, so a block keeps its row numbers and nothing has to be shifted back.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from metrics.rules import anhoej, middle
from metrics.rules.runs_table import runs_limits
from metrics.rules.stretches import PERLA, RuleSet

UNDEFINED = -1  # stands for None in whole-number arrays


@dataclass(frozen=True, slots=True)
class Stretches:
    """Shifts or trends of all series as flat arrays of one length, ordered by series, phase and row.

    `direction` is +1 for above or up, -1 for below or down; rows `start` to `end` are both inside.
    """

    series: np.ndarray
    phase: np.ndarray
    start: np.ndarray
    end: np.ndarray
    direction: np.ndarray
    count: np.ndarray


@dataclass(frozen=True, slots=True)
class RunCharts:
    """Run charts of S series of T rows as arrays; P is the largest number of phases of a series.

    `values` (S, T), NaN where nothing was recorded. `starts` (S, P): first row of each phase, T where a series
    has no such phase. All others are (S, P): `center` NaN and whole numbers UNDEFINED where not defined.
    """

    values: np.ndarray
    starts: np.ndarray
    center: np.ndarray
    n: np.ndarray
    baseline: np.ndarray
    n_useful: np.ndarray
    longest_run: np.ndarray
    longest_run_max: np.ndarray
    crossings: np.ndarray
    crossings_min: np.ndarray
    anhoej_signal: np.ndarray
    runs: np.ndarray
    runs_lower: np.ndarray
    runs_upper: np.ndarray
    shifts: Stretches
    trends: Stretches
    freeze: np.ndarray | None
    rules: RuleSet


def run_charts(values, *, freeze=None, phases=None, rules=PERLA):
    """Run charts of many series at once; equal to `run_chart` of each, which the tests hold it to.

    `values`: (S, T) array or nested sequence, NaN (or None) where nothing was recorded. `freeze`: the first rows
    that set the line, one number or one a series, 0 for all rows. `phases`: for each series the rows that start
    a new phase; a series with phases is not frozen. Raises ValueError for infinite values or numbers below 0.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim != 2 or np.isinf(values).any():
        raise ValueError("values are a table of finite numbers")
    starts = _starts(phases, *values.shape)
    frozen = _frozen(freeze, phases, len(values))
    blocks = _blocks(values, starts)
    empty = np.flatnonzero(np.isnan(blocks))
    n = _others(empty, blocks.shape)
    baseline = blocks if frozen is None else _first_rows(blocks, frozen)
    behind = n if frozen is None else _others(np.flatnonzero(np.isnan(baseline)), blocks.shape)
    center, width, phases = _medians(baseline, behind), blocks.shape[1], starts.shape[1]
    runs, counts = _runs(blocks, center)
    facts = {"center": center, "n": n, "baseline": behind} | _statistics(*counts, width)
    return RunCharts(
        values=values,
        starts=starts,
        shifts=_located(*_shifts(*runs, rules.shift), width, phases),
        trends=_located(*_trends(blocks, empty, rules.trend), width, phases),
        freeze=frozen,
        rules=rules,
        **{name: fact.reshape(starts.shape) for name, fact in facts.items()},
    )


def _starts(phases, series, rows):
    if phases is None:
        return np.zeros((series, 1), dtype=np.intp)
    if len(phases) != series:
        raise ValueError("one list of phase starts for each series")
    found = [middle.phase_starts(starts, rows) for starts in phases]
    starts = np.full((series, max(map(len, found), default=1)), rows, dtype=np.intp)
    for row, own in zip(starts, found, strict=True):
        row[: len(own)] = own
    return starts


def _frozen(freeze, phases, series):
    """Rows that set the line for each series, 0 for all of them; None when no series is frozen."""
    if freeze is None:
        return None
    frozen = np.broadcast_to(np.asarray(freeze, dtype=np.intp), (series,))
    if (frozen < 0).any():
        raise ValueError("the rows that set the line cannot be fewer than none")
    has_phases = np.array([bool(starts) for starts in phases or [()] * series], dtype=bool)
    return np.where(has_phases, 0, frozen)


def _blocks(values, starts):
    """Each series once for each of its phases, the other phases empty: (S * P, T), at least one column wide."""
    series, phases = starts.shape
    if values.shape[1] == 0:
        return np.full((series * phases, 1), np.nan)
    if phases == 1:
        return values
    rows = np.arange(values.shape[1])
    stops = np.concatenate([starts[:, 1:], np.full((series, 1), len(rows))], axis=1)
    inside = (rows >= starts[:, :, None]) & (rows < stops[:, :, None])
    return np.where(inside, values[:, None, :], np.nan).reshape(series * phases, len(rows))


def _first_rows(blocks, frozen):
    """The rows of each block that set its line, the others empty."""
    limits = np.where(frozen == 0, blocks.shape[1], frozen).repeat(len(blocks) // max(1, len(frozen)))
    return np.where(np.arange(blocks.shape[1]) < limits[:, None], blocks, np.nan)


def _others(places, shape):
    """How many places of each block are not among these."""
    return shape[1] - np.bincount(places // shape[1], minlength=shape[0])


def _medians(baseline, behind):
    """The median of each block, NaN of none; `behind` counts its values."""
    ordered, which = np.sort(baseline, axis=1), np.arange(len(baseline))  # NaN last
    lower = ordered[which, np.maximum(behind - 1, 0) // 2]
    upper = ordered[which, np.minimum(behind // 2, baseline.shape[1] - 1)]
    with np.errstate(over="ignore"):
        center = (lower + upper) / 2
    return np.where(np.isinf(center), lower / 2 + upper / 2, center)


def _runs(blocks, center):
    """Places of useful points, their sides and where their runs break; useful points, runs, longest run by block."""
    is_above = blocks > center[:, None]
    is_useful = is_above | (blocks < center[:, None])
    useful, n_useful = np.flatnonzero(is_useful), _others(np.flatnonzero(~is_useful), blocks.shape)
    sides, ends = is_above.ravel().take(useful), n_useful.cumsum()
    is_break = _breaks(sides, ends)
    edges = np.flatnonzero(is_break)
    until = edges[1:].searchsorted(ends, side="right")  # runs in each block and in all before it
    before = np.concatenate([[0], until[:-1]])[: len(until)]
    longest, has_runs = np.full(len(blocks), UNDEFINED), until > before
    longest[has_runs] = np.maximum.reduceat(edges[1:] - edges[:-1], before[has_runs])
    return (useful, sides, is_break), (n_useful, until - before, longest)


def _shifts(useful, sides, is_break, length):
    """Places of first and last point, side and points of each run of at least `length` points."""
    first, stop = _long_stretches(is_break, length)
    return useful.take(first), useful.take(stop - 1), sides.take(first), stop - first


def _statistics(n_useful, runs, longest, most):
    """Anhoej's statistics and the limits of each block, which holds at most `most` points."""
    longest_max, crossings_min, lower, upper = _limits(most).take(n_useful, axis=1)
    return {
        "n_useful": n_useful,
        "longest_run": longest,
        "longest_run_max": longest_max,
        "crossings": runs - 1,
        "crossings_min": crossings_min,
        "anhoej_signal": (n_useful > 0) & ((longest > longest_max) | (runs - 1 < crossings_min)),
        "runs": runs,
        "runs_lower": lower,
        "runs_upper": upper,
    }


def _trends(blocks, empty, length):
    """Places of first and last point, direction and points of each trend; moves of size 0 are left out."""
    if length is None or blocks.shape[1] < length:
        nothing = np.zeros(0, dtype=np.intp)
        return nothing, nothing, nothing, nothing
    width, source = blocks.shape[1], _sources(empty, blocks.shape[1])
    carried = blocks.copy()
    has_source = source >= 0
    carried.ravel()[empty[has_source]] = blocks.ravel()[source[has_source]]
    is_up = carried[:, 1:] > carried[:, :-1]
    is_move = is_up | (carried[:, 1:] < carried[:, :-1])
    moves, steps_by_block = np.flatnonzero(is_move), _others(np.flatnonzero(~is_move), is_move.shape)
    steps = is_up.ravel().take(moves)
    first, stop = _long_stretches(_breaks(steps, steps_by_block.cumsum()), length - 1)
    start, end = moves.take(first), moves.take(stop - 1)
    start, end = start + start // (width - 1), end + end // (width - 1) + 1  # places among moves -> among points
    return _last_recorded(start, empty, source), end, steps.take(first), stop - first + 1


def _sources(empty, width):
    """For each empty place the last recorded place before it in its block, or -1."""
    is_first = np.ones(len(empty), dtype=bool)
    is_first[1:] = (empty[1:] != empty[:-1] + 1) | (empty[1:] % width == 0)
    source = (empty[is_first] - 1)[is_first.cumsum() - 1]
    return np.where(source // width == empty // width, source, -1)


def _last_recorded(places, empty, source):
    """These places, an empty one replaced by the last recorded place before it."""
    if not len(empty):
        return places
    at = np.minimum(empty.searchsorted(places), len(empty) - 1)
    return np.where(empty[at] == places, source[at], places)


def _breaks(steps, ends):
    """Before which steps a stretch of equal ones breaks off: at the first, behind the last, and at each of `ends`.

    A block stops before each of `ends`. One truth a step and one more.
    """
    is_break = np.ones(len(steps) + 1, dtype=bool)
    np.not_equal(steps[1:], steps[:-1], out=is_break[1 : len(steps)])
    is_break[ends] = True
    return is_break


def _long_stretches(is_break, least):
    """First step of every stretch of `least` steps or more, and the step behind its last; short ones cost nothing."""
    windows = max(0, len(is_break) - least)
    is_broken = np.zeros(windows, dtype=bool)
    for inside in range(1, least):
        is_broken |= is_break[inside : inside + windows]
    first = np.flatnonzero(is_break[:windows] & ~is_broken)
    return first, np.flatnonzero(is_break[least:] & ~is_broken) + least


def _located(start, end, is_rising, count, width, phases):
    """Stretches by series, phase and row from places in the flattened blocks."""
    block, start = np.divmod(start, width)
    series, phase = np.divmod(block, phases)
    return Stretches(series, phase, start, end % width, np.where(is_rising, 1, -1), count)


@cache
def _limits(most):
    """Limits by number of useful points, 0 to `most`: longest run, crossings, fewest and most runs (4, most + 1)."""
    rows = [(anhoej.longest_run_max(n), anhoej.crossings_min(n), *runs_limits(n)) for n in range(most + 1)]
    return np.array([[UNDEFINED if limit is None else limit for limit in row] for row in rows]).T
