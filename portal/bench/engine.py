"""What the run-chart engine and its drawing cost, each beside the plain way of doing the same, in one run."""

from statistics import median
from time import perf_counter

import numpy as np

from metrics.charts import chart_svg
from metrics.drawing import Goal, Picture, Unit, draw
from metrics.rules import anhoej, middle, stretches
from metrics.rules.batch import run_charts
from metrics.rules.batch_values import as_values
from metrics.rules.run_chart import run_chart
from metrics.rules.runs_table import runs_limits

SERIES, REPEATS = 1000, 7
TIMES_FASTER_ENGINE, TIMES_FASTER_DRAWING = {24: 20}, {24: 100}  # goals by points of a series


def engine_rows(periods=(24, 104)):
    """Rows of the benchmark table: the engine on 1000 series, as arrays, as a loop, and as RunChart values."""
    return [row for length in periods for row in _engine_rows(length)]


def drawing_rows(periods=(24, 104)):
    """Rows of the benchmark table: our SVG of one chart against matplotlib's SVG of the same."""
    return [_drawing_row(length) for length in periods]


def loop_over(series):
    """The same rules and facts as `run_charts`, one series after the other, as plain tuples."""
    return [_facts(values) for values in series]


def _engine_rows(length):
    table = _noise(SERIES, length)
    series = [[None if value != value else value for value in row] for row in table.tolist()]
    arrays, loop, values, one_by_one = _side_by_side(
        lambda: run_charts(table),
        lambda: loop_over(series),
        lambda: as_values(run_charts(table)),
        lambda: [run_chart(row) for row in series],
    )
    what = f"{SERIES} series x {length} points"
    return [
        _row(f"engine: {what}, arrays against a loop", arrays, loop, TIMES_FASTER_ENGINE.get(length)),
        _row(f"engine: {what}, arrays made into RunChart values against one by one", values, one_by_one, None),
    ]


def _drawing_row(length):
    values = [None if value != value else abs(value) % 1 for value in _noise(1, length)[0].tolist()]
    picture = Picture(
        chart=run_chart(values),
        title="Families we had a two-way talk with",
        labels=[f"w{row}" for row in range(length)],
        counts=["" if value is None else f"{value * 46:.0f} of 46" for value in values],
        unit=Unit.PERCENT,
        goal=Goal(0.8, set_by="set by us in March"),
    )
    ours, theirs = _side_by_side(lambda: draw(picture), lambda: chart_svg(picture))
    what = f"drawing: one chart of {length} points, our SVG against matplotlib's"
    return _row(what, ours, theirs, TIMES_FASTER_DRAWING.get(length))


def _facts(values):
    recorded = [(row, value) for row, value in enumerate(values) if value is not None]
    center = middle.median([value for _, value in recorded])
    rows, sides = stretches.useful(recorded, center)
    runs = stretches.runs(sides)
    longest = max((last - first + 1 for first, last, _ in runs), default=None)
    crossings = len(runs) - 1 if runs else None
    return (
        (center, len(recorded), len(rows), longest, crossings, len(runs)),
        (anhoej.longest_run_max(len(rows)), anhoej.crossings_min(len(rows)), runs_limits(len(rows))),
        anhoej.is_unusual(len(rows), longest, crossings),
        stretches.shifts(rows, runs),
        stretches.trends(recorded),
    )


def _noise(series, length):
    """Seeded noise with ties and a twentieth of the places empty."""
    chance = np.random.default_rng(7)
    table = chance.normal(size=(series, length)).round(1)
    table[chance.random(table.shape) < 0.05] = np.nan
    return table


def _side_by_side(*ways):
    """Median seconds of each way, measured in turns so that a busy moment meets all of them."""
    for way in ways:
        way()  # fills caches
    times = [[_seconds(way) for way in ways] for _ in range(REPEATS)]
    return [median(column) for column in zip(*times, strict=True)]


def _seconds(way):
    """The best of three in a row, so that each way finds its own data in the processor's caches."""
    times = []
    for _ in range(3):
        started = perf_counter()
        way()
        times.append(perf_counter() - started)
    return min(times)


def _row(what, ours, plain, goal):
    return {
        "what": what,
        "ours_ms": round(ours * 1000, 3),
        "plain_ms": round(plain * 1000, 3),
        "ratio": round(plain / ours, 1),
        "goal": goal,
        "is_met": None if goal is None else plain / ours >= goal,
    }
