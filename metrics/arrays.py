"""What many teams counted of many metrics as arrays for the batch engine, read in one query.

The database packs the rows of a team, a definition and a room into one text, and all texts are read as one array, so
that a page over all centers touches each series once and not each of tens of thousands of rows.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import ExpressionWrapper, F, FloatField, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from . import periods
from .aggregation import AVERAGE, COUNT, RATE
from .catalogue import in_force
from .enums import Collect
from .series import alike, first_start, phases_of, rows_of

DAYS = Func(F("period_start"), template="(%(expressions)s - DATE '1970-01-01')", output_field=IntegerField())
# What was added up: an average that somebody worked out already is multiplied by how many stand behind it, if known.
ADDED_UP = ExpressionWrapper(F("value") * NullIf(F("denominator"), Value(0)), output_field=FloatField())
COUNTED = (F("numerator"), ADDED_UP, F("value"))
PACKED = StringAgg(
    Func(
        Cast(DAYS, TextField()),
        Coalesce(*(Cast(what, TextField()) for what in COUNTED), Value("nan")),
        Coalesce(Cast("denominator", TextField()), Value("nan")),
        function="concat_ws",
        template="%(function)s(' ', %(expressions)s)",
        output_field=TextField(),
    ),
    delimiter=" ",
)


WIDTH = 3  # numbers a row: its day, what was counted, out of how many


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
    keys = tuple((team, metric.pk) for team in teams for metric in metrics)
    packed = _packed(actor, metrics, teams, last, today, {key: row for row, key in enumerate(keys)})
    width = last or 1 + int(packed.back.max(initial=0))
    phases = {metric.pk: _phases(metric, width, today) for metric in metrics}
    return Table(keys, _table(packed, len(keys), width), [phases[metric] for _team, metric in keys])


def _phases(metric, width, today):
    starts = periods.last_starts(metric.definition.collect, today, width)
    return phases_of([in_force(metric, start) for start in starts])


@dataclass(frozen=True, slots=True)
class Packed:
    """Every counted row of many series, side by side; a group is what one room (or the center) counted of one series.

    `group`: the group of each row, `back`: how many periods it lies before the running one, `numbers` (2, rows): what
    was counted, out of how many. By group: the `row` of its series in the table, its `versions` and `subgroups` (""
    is the whole center).
    """

    group: np.ndarray
    back: np.ndarray
    numbers: np.ndarray
    row: np.ndarray
    versions: list
    subgroups: list


def _packed(actor, metrics, teams, last, today, row_of):
    versions = {version.pk: (metric.pk, version) for metric in metrics for version in alike(metric)}
    first = None if last is None else first_start(metrics, last, today)
    rows = rows_of(actor, metrics, teams, first).values("team_id", "definition_id", "subgroup")
    found = [
        (row_of[team, versions[definition][0]], versions[definition][1], subgroup, text)
        for team, definition, subgroup, text in rows.annotate(packed=PACKED)
        .order_by("team_id", "definition_id", "subgroup")
        .values_list("team_id", "definition_id", "subgroup", "packed")
        if definition in versions
    ]
    numbers = np.fromstring(" ".join([text for *_place, text in found]), sep=" ").reshape(-1, WIDTH).T
    counts = [(text.count(" ") + 1) // WIDTH for *_place, text in found]
    group = np.repeat(np.arange(len(found)), counts)
    own = [version for _row, version, *_rest in found]
    return Packed(
        group=group,
        back=_backs(numbers[0], _by_group([version.collect == Collect.WEEK for version in own], group, bool), today),
        numbers=numbers[1:],
        row=np.array([row for row, *_rest in found], dtype=np.intp),
        versions=own,
        subgroups=[subgroup for _row, _version, subgroup, _text in found],
    )


def _by_group(facts, group, kind):
    """A fact about each group, for each of its rows."""
    return np.array(facts, dtype=kind)[group]


def _backs(days, is_weekly, today):
    """How many periods each day lies before the running one."""
    weekly, monthly = (np.datetime64(periods.start_of(collect, today)) for collect in (Collect.WEEK, Collect.MONTH))
    return np.where(is_weekly, _back(Collect.WEEK, days, weekly), _back(Collect.MONTH, days, monthly))


def _table(packed, series, width):
    """The values (series, width): the center's own rows first, its rooms together where it has none."""
    table = np.full((series, width), np.nan)
    is_whole = _by_group([not subgroup for subgroup in packed.subgroups], packed.group, bool)
    shown = (packed.back >= 0) & (packed.back < width)
    kinds = _by_group([version.kind for version in packed.versions], packed.group, "U12")
    per = _by_group([version.per for version in packed.versions], packed.group, float)
    for kind in set(kinds.tolist()):
        here = (kinds == kind) & is_whole & shown
        values = _values(kind, packed.numbers[:, here]) * (per[here] if kind == RATE else 1)
        table[packed.row[packed.group[here]], width - 1 - packed.back[here]] = values
    rooms = defaultdict(list)
    for group in np.flatnonzero([bool(subgroup) for subgroup in packed.subgroups]).tolist():
        rooms[int(packed.row[group])].append(group)
    for row, groups in rooms.items():
        together = _rooms_together(packed, groups, shown, width)
        table[row] = np.where(np.isnan(table[row]), together, table[row])
    return table


def _rooms_together(packed, groups, shown, width):
    """The values of the rooms of one series together."""
    version, rooms = packed.versions[groups[0]], np.full((len(groups), 2, width), np.nan)
    for at, group in enumerate(groups):
        first, last = np.searchsorted(packed.group, (group, group + 1))
        here = np.arange(first, last)[shown[first:last]]
        rooms[at][:, width - 1 - packed.back[here]] = packed.numbers[:, here]
    return _of_rooms(version.kind, rooms) * (version.per if version.kind == RATE else 1)


def _back(collect, days, now):
    """How many periods each day lies before the running one."""
    if collect == Collect.WEEK:
        return ((now.astype("datetime64[D]").astype(int) - days) // periods.DAYS).astype(int)
    months = days.astype(int).astype("datetime64[D]").astype("datetime64[M]")
    return (now.astype("datetime64[M]") - months).astype(int)


def _values(kind, table):
    """Values of rows of what was counted, and out of how many."""
    counted, whole = table
    if kind == COUNT:
        return counted
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, counted / whole, counted if kind == AVERAGE else np.nan)


def _of_rooms(kind, rooms):
    """Values of rooms together, (rooms, 2, periods) in: what they add up to, over how many where all of them say so.

    Averages of which one does not say how many are behind it: the mean of the rooms' averages.
    """
    counted = ~np.isnan(rooms[:, 0])
    sums = np.where(counted[:, None], rooms, 0).sum(axis=0)
    together = _values(kind, np.where(counted.any(axis=0), sums, np.nan))
    if kind != AVERAGE:
        return together
    known = ~(counted & ~(rooms[:, 1] > 0)).any(axis=0)
    own = np.array([_values(kind, room) for room in rooms])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(known, together, np.where(counted, own, 0).sum(axis=0) / counted.sum(axis=0))
