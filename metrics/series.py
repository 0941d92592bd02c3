"""What teams counted of metrics, read in one query: as series of points, and by month. For arrays see `arrays`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from . import periods
from .aggregation import Counted, Month, months, one_period, value_of
from .catalogue import in_force
from .enums import Collect
from .models import Observation

LAST = 26  # periods of a small chart: half a year of weeks

COLUMNS = ("team_id", "definition_id", "period_start", "subgroup", "numerator", "denominator", "value")
COLUMNS += ("not_this_time", "rooms_covered", "rooms_there")


@dataclass(frozen=True, slots=True)
class Series:
    """What one team counted of one metric: one place a period, None where nothing was put in.

    `points` are what was counted, `values` what is drawn (0.74 for 74%). A change of meaning begins a new phase.
    """

    team_id: object
    metric: object
    starts: tuple[date, ...]
    points: tuple[Counted | None, ...]
    values: tuple[float | None, ...]
    phases: tuple[int, ...] = ()

    @property
    def last_counted(self) -> int | None:
        """The last row with a value."""
        return next((row for row in range(len(self.values) - 1, -1, -1) if self.values[row] is not None), None)


def series_of(actor, *, metrics, teams, last=LAST, today=None) -> dict[tuple, Series]:
    """The series of every team and metric, by (team id, metric id): the last `last` periods, or all when None.

    `metrics`: from `catalogue`, with their definitions. `teams`: ids. Rows beyond the actor's reach are empty; a task
    passes None for the actor and `today`.
    """
    today = today or actor.today
    first = None if last is None else first_start(metrics, last, today)
    rows = _points(rows_of(actor, metrics, teams, first))
    metric_of = {version.pk: metric.pk for metric in metrics for version in alike(metric)}
    counted = defaultdict(lambda: defaultdict(list))
    for team, definition, start, *numbers in rows:
        if definition in metric_of:
            counted[team, metric_of[definition]][start].append(_counted(*numbers))
    return {
        (team, metric.pk): _one_series(team, metric, counted[team, metric.pk], last, today)
        for metric in metrics
        for team in teams
    }


def alike(metric):
    """The definitions whose values can stand on one chart with today's: same kind, same period."""
    now = metric.definition
    return [one for one in metric.definitions if (one.kind, one.collect, one.per) == (now.kind, now.collect, now.per)]


def _counted(subgroup, numerator, denominator, value, reason, rooms, there):
    return Counted(numerator, denominator, value, reason, subgroup, tuple(rooms), there)


def _one_series(team_id, metric, counted, last, today):
    collect = metric.definition.collect
    if last is not None:
        starts = periods.last_starts(collect, today, last)
    else:
        starts = periods.starts_between(collect, min(counted), today) if counted else ()
    versions = [in_force(metric, start) for start in starts]
    points = tuple(
        one_period(version.kind, counted[start]) if start in counted else None
        for version, start in zip(versions, starts, strict=True)
    )
    values = tuple(value_of(version.kind, point, version.per) for version, point in zip(versions, points, strict=True))
    return Series(team_id, metric, starts, points, values, phases_of(versions))


def phases_of(versions):
    """Rows at which another definition begins."""
    return tuple(row for row in range(1, len(versions)) if versions[row] is not versions[row - 1])


def months_of(team_id, metric, *, first=None, last=None, actor=None) -> list[Month]:
    """What a team counted by month, from `first` to `last` (any day in it), with the weeks covered.

    What is counted weekly is worked out from its weeks: sum over sum for percentages, mean per counted week for
    counts. `metric` comes from `catalogue`. Definitions never mix: a month in which the meaning changed is that of the
    new one.
    """
    since = first and min(periods.weeks_of(first.replace(day=1))[0], first.replace(day=1))
    rows = _points(rows_of(actor, [metric], [team_id], since))
    counted = defaultdict(lambda: defaultdict(list))
    for _team, definition, start, *numbers in rows:
        counted[definition][start].append(_counted(*numbers))
    found = {}
    for version in metric.definitions:
        own = {start: one_period(version.kind, rows) for start, rows in counted[version.pk].items()}
        found |= {month.month: month for month in _months_of_version(version, own)}
    return [found[month] for month in sorted(found) if last is None or month <= last]


def _months_of_version(version, own):
    if version.collect == Collect.WEEK:
        return months(version.kind, own, version.per)
    return [
        Month(
            start,
            value_of(version.kind, counted, version.per),
            counted.numerator,
            counted.denominator,
            int(counted.has_numbers),
            1,
        )
        for start, counted in sorted(own.items())
    ]


def first_start(metrics, last, today):
    return min((periods.last_starts(metric.definition.collect, today, last)[0] for metric in metrics), default=today)


def rows_of(actor, metrics, teams, first):
    """The observations of these teams and metrics within the actor's reach (None: a task's), from day `first` on."""
    rows = Observation.objects.shown() if actor is None else Observation.objects.visible_to(actor)
    definitions = [version.pk for metric in metrics for version in metric.definitions]
    rows = rows.filter(definition_id__in=definitions, team_id__in=list(teams))
    if first is not None:
        rows = rows.filter(period_start__gte=first)
    return rows


def _points(rows):
    return rows.order_by("team_id", "definition_id", "period_start", "subgroup").values_list(*COLUMNS)
