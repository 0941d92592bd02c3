"""From arrays to what a page needs: RunChart values, and which points of which series to mark."""

import numpy as np

from metrics.rules.batch import UNDEFINED
from metrics.rules.middle import POINTS_TO_JUDGE
from metrics.rules.run_chart import SHIFT_ALONE_UP_TO, Phase, assemble, shift_value, trend_value

WHOLE_NUMBERS = ("longest_run", "longest_run_max", "crossings", "crossings_min", "runs_lower", "runs_upper")
COUNTS = ("n", "baseline", "n_useful", "runs", "anhoej_signal")


def as_values(charts):
    """The RunChart values of a batch, one a series, equal to `run_chart` of each (without data warnings)."""
    points = [tuple(None if value != value else value for value in row) for row in charts.values.tolist()]
    phases = _phases(charts)
    shifts, trends = _by_phase(charts.shifts), _by_phase(charts.trends)
    return [
        assemble(
            points[series],
            [
                (
                    phase,
                    [shift_value(found, number, phase) for found in shifts.get((series, number), ())],
                    [trend_value(found, number, phase) for found in trends.get((series, number), ())],
                )
                for number, phase in enumerate(own)
            ],
            _freeze(charts, series),
            charts.rules,
        )
        for series, own in enumerate(phases)
    ]


def clear_shifts(charts):
    """Which shifts of a batch a page may tell as clear, one truth a stretch of `charts.shifts`."""
    where = charts.shifts.series, charts.shifts.phase
    judged = (charts.baseline >= POINTS_TO_JUDGE) & (2 * charts.n_useful >= charts.n)
    return (judged & ((charts.n_useful <= SHIFT_ALONE_UP_TO) | charts.anhoej_signal))[where]


def marked_points(charts):
    """The points inside a clear shift that count for it, as a table of truths (S, T)."""
    marked = np.zeros(charts.values.shape, dtype=bool)
    shifts = charts.shifts
    for place in np.flatnonzero(clear_shifts(charts)):
        series, rows = shifts.series[place], slice(shifts.start[place], shifts.end[place] + 1)
        center = charts.center[series, shifts.phase[place]]
        own = charts.values[series, rows]
        marked[series, rows] = own > center if shifts.direction[place] > 0 else own < center
    return marked


def _phases(charts):
    """Phase values of every series, in order."""
    rows = charts.values.shape[1]
    table = {name: getattr(charts, name).tolist() for name in (*COUNTS, *WHOLE_NUMBERS, "center")}
    for name in WHOLE_NUMBERS:
        table[name] = [[None if fact == UNDEFINED else fact for fact in facts] for facts in table[name]]
    table["center"] = [[None if fact != fact else fact for fact in facts] for facts in table["center"]]
    found = []
    for series, starts in enumerate(charts.starts.tolist()):
        own = [start for number, start in enumerate(starts) if number == 0 or start < rows]
        stops = [*own[1:], rows]
        found.append(
            [
                Phase(start=start, end=stop - 1, **{name: facts[series][number] for name, facts in table.items()})
                for number, (start, stop) in enumerate(zip(own, stops, strict=True))
            ]
        )
    return found


def _by_phase(stretches):
    """Stretches `(start, end, direction, count)` under their series and phase number."""
    found = {}
    columns = (stretches.series, stretches.phase, stretches.start, stretches.end, stretches.direction, stretches.count)
    for series, phase, *stretch in zip(*(column.tolist() for column in columns), strict=True):
        found.setdefault((series, phase), []).append(tuple(stretch))
    return found


def _freeze(charts, series):
    frozen = 0 if charts.freeze is None else int(charts.freeze[series])
    return frozen or None
