"""What many teams counted of many metrics as arrays for the batch engine, read in one query.

The database packs the rows of a team, a definition and a room into one text, so that a page over all centers unpacks
hundreds of texts instead of tens of thousands of rows.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce

from . import periods
from .aggregation import AVERAGE, COUNT, RATE
from .catalogue import in_force
from .enums import Collect
from .series import alike, first_start, phases_of, rows_of

DAYS = Func(F("period_start"), template="(%(expressions)s - DATE '1970-01-01')", output_field=IntegerField())
NUMBERS = ("numerator", "denominator", "value")
PACKED = StringAgg(
    Func(
        Cast(DAYS, TextField()),
        *(Coalesce(Cast(name, TextField()), Value("nan")) for name in NUMBERS),
        function="concat_ws",
        template="%(function)s(' ', %(expressions)s)",
        output_field=TextField(),
    ),
    delimiter=" ",
)


@dataclass(frozen=True, slots=True)
class Table:
    """Values of many series as an array (S, T), NaN where nothing was counted; `keys` are (team id, metric id).

    All rows end with the running period, so T is the same for weeks and months. `phases`: for each series the columns
    at which another definition begins.
    """

    keys: tuple[tuple, ...]
    values: np.ndarray
    phases: list


def values_of(actor, *, metrics, teams, last=None, today=None) -> Table:
    """The values of every team and metric as arrays, in the order teams x metrics: the last `last` periods, or all.

    The same values as `series.series_of`, to which the tests hold it. A task passes None for the actor and `today`.
    """
    today = today or actor.today
    teams = list(teams)
    found = _unpacked(actor, metrics, teams, last, today)
    longest = max((back.max() for _values, back in found.values() if back.size), default=0)
    width = last or 1 + int(longest)
    keys = tuple((team, metric.pk) for team in teams for metric in metrics)
    values = np.full((len(keys), width), np.nan)
    for row, key in enumerate(keys):
        if key in found:
            own, back = found[key]
            shown = (back >= 0) & (back < width)
            values[row, width - 1 - back[shown]] = own[shown]
    phases = {metric.pk: _phases(metric, width, today) for metric in metrics}
    return Table(keys, values, [phases[metric] for _team, metric in keys])


def _phases(metric, width, today):
    starts = periods.last_starts(metric.definition.collect, today, width)
    return phases_of([in_force(metric, start) for start in starts])


def _unpacked(actor, metrics, teams, last, today):
    """(values, how many periods back) by (team id, metric id)."""
    versions = {version.pk: (metric.pk, version) for metric in metrics for version in alike(metric)}
    first = None if last is None else first_start(metrics, last, today)
    rows = rows_of(actor, metrics, teams, first).values("team_id", "definition_id", "subgroup")
    packed = defaultdict(list)
    for team, definition, subgroup, text in (
        rows.annotate(packed=PACKED)
        .order_by("team_id", "definition_id", "subgroup")
        .values_list("team_id", "definition_id", "subgroup", "packed")
    ):
        if definition in versions:
            metric, version = versions[definition]
            packed[team, metric].append((version, subgroup, np.fromstring(text, sep=" ").reshape(-1, 4).T))
    return {key: _one_series(groups, today) for key, groups in packed.items()}


def _one_series(groups, today):
    """All groups of one series together: (values, how many periods back), the center's own rows before its rooms."""
    kind, collect = groups[0][0].kind, groups[0][0].collect
    now = np.datetime64(periods.start_of(collect, today))
    backs = [_back(collect, days, now) for _version, _subgroup, (days, *_numbers) in groups]
    width = 1 + max(int(back.max()) for back in backs)
    whole, rooms = np.full((3, width), np.nan), []
    for (_version, subgroup, (_days, *numbers)), back in zip(groups, backs, strict=True):
        ahead = back < 0
        table = whole if not subgroup else np.full((3, width), np.nan)
        table[:, back[~ahead]] = np.asarray(numbers)[:, ~ahead]
        if subgroup:
            rooms.append(table)
    values = _values(kind, whole)
    if rooms:
        values = np.where(np.isnan(values), _of_rooms(kind, np.stack(rooms)), values)
    per = groups[0][0].per if kind == RATE else 1
    return values * per, np.arange(width)


def _back(collect, days, now):
    """How many periods each day lies before the running one."""
    if collect == Collect.WEEK:
        return ((now.astype("datetime64[D]").astype(int) - days) // periods.DAYS).astype(int)
    months = days.astype(int).astype("datetime64[D]").astype("datetime64[M]")
    return (now.astype("datetime64[M]") - months).astype(int)


def _values(kind, table):
    """Values of rows of numerators, denominators and averages."""
    numerators, denominators, averages = table
    if kind == COUNT:
        return numerators
    if kind == AVERAGE:
        return averages
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(denominators > 0, numerators / denominators, np.nan)


def _of_rooms(kind, rooms):
    """Values of rooms together, (rooms, 3, periods) in: sums for counts, means that weigh how many stand behind."""
    counted = ~np.isnan(rooms[:, 2 if kind == AVERAGE else 0])
    if kind != AVERAGE:
        sums = np.where(counted[:, None], rooms[:, :2], 0).sum(axis=0)
        table = np.where(counted.any(axis=0), np.vstack([sums, np.full((1, sums.shape[1]), np.nan)]), np.nan)
        return _values(kind, table)
    weights = np.where(counted, rooms[:, 1], 0)
    known = ~(np.isnan(weights) | (weights == 0) & counted).any(axis=0)
    weights = np.where(known, weights, counted)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (np.where(counted, rooms[:, 2], 0) * weights).sum(axis=0) / weights.sum(axis=0)
