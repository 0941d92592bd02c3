"""What the pages with many charts show, as plain values."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from collaborative.ui.own_words import in_own_words
from metrics.drawing import Svg, small_multiple
from metrics.rules.batch import run_charts
from metrics.rules.batch_values import marked_points
from metrics.rules.headline import counted_rows, marked_stretches
from metrics.rules.middle import POINTS_FOR_A_LINE
from metrics.rules.run_chart import Weight

from . import labels, periods
from .arrays import values_of
from .chart_page import chart_of, goal_of, headline_sentences
from .entry import WEEKS_BACK, dot_of
from .enums import Collect, Kind
from .models import TeamGoal
from .series import series_of

MONTHS_BACK = 3


@dataclass(frozen=True, slots=True)
class Dot:
    """One period of a row of dots: `in`, `why` or `to-come`, with its words."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class MetricCard:
    """A metric on the page of all numbers: its small chart, what is in and still to come, the sentence, the goal."""

    metric: object
    svg: Svg | None
    sentences: list[str]
    dots: list[Dot]
    last: str
    goal: object


@dataclass(frozen=True, slots=True)
class Multiple:
    """One center's small chart among many on one scale."""

    team: object
    svg: Svg
    last: str


def cards_of(actor, team_id, metrics) -> list[MetricCard]:
    """The cards of one team, in the metrics' order."""
    found = series_of(actor, metrics=metrics, teams=[team_id], last=None)
    goals = goals_of(actor, team_id)
    return [card_of(metric, found[team_id, metric.pk], actor.today, goals.get(metric.pk)) for metric in metrics]


def goals_of(actor, team_id) -> dict:
    """The team's own goals in force, by metric id."""
    rows = TeamGoal.objects.visible_to(actor).filter(team_id=team_id).order_by("metric_id", "set_on", "pk")
    return {row.metric_id: row for row in rows}


def card_of(metric, series, today, goal=None) -> MetricCard:
    """The card of one whole series."""
    chart = chart_of(series)
    kind = metric.definition.kind
    last, svg = "", None
    if series.last_counted is not None:
        row = series.last_counted
        when = labels.period_title(metric.definition.collect, series.starts[row], today=today)
        last = f"{when}: {labels.said(kind, series.points[row], series.values[row])}"
        svg = _small(metric, chart, last)
    sentences = headline_sentences(series, chart, today) if svg else []
    return MetricCard(metric, svg, sentences, dots_of(series, today), last, goal_of(metric, goal))


def _small(metric, chart, last):
    """The last half year of a chart, with the middle line of the whole."""
    phase, values = chart.last_phase, chart.points
    clear = [stretch for stretch in marked_stretches(chart) if stretch.weight == Weight.CLEAR]
    rows = {row for stretch in clear for row in counted_rows(chart, stretch)}
    label = _("%(name)s, the last half year. %(last)s") % {"name": in_own_words(metric.name), "last": last}
    return small_multiple(
        values,
        phase.center if phase.baseline >= POINTS_FOR_A_LINE else None,
        [row in rows for row in range(len(values))],
        scale=_scale(metric.definition, values),
        label=label,
    )


def _scale(definition, values):
    """That of one team's own small chart: from the lowest to the highest one can give, where there is such a thing."""
    if definition.lowest is not None:
        return definition.lowest, definition.highest
    return scale_of(definition.kind, values)


def scale_of(kind: str, values) -> tuple[float, float]:
    """Lowest and highest value of a small chart: 0 to 1 for percents, else from 0 to the highest."""
    if kind == Kind.PERCENTAGE:
        return 0.0, 1.0
    return 0.0, max((value for value in values if value is not None and value == value), default=1.0) or 1.0


def dots_of(series, today) -> list[Dot]:
    """The last periods of a series as dots."""
    collect = series.metric.definition.collect
    return [
        Dot(state, labels.period_title(collect, start, today=today)) for start, state in _last_periods(series, today)
    ]


def is_all_in(series, today) -> bool:
    """Whether nothing is waited for: all of these dots are in, or it is a number the team did not choose to count."""
    if not series.metric.is_required and not any(series.points):
        return True
    return all(state == "in" for _start, state in _last_periods(series, today))


def _last_periods(series, today):
    collect = series.metric.definition.collect
    points = dict(zip(series.starts, series.points, strict=True))
    starts = periods.last_starts(collect, today, WEEKS_BACK if collect == Collect.WEEK else MONTHS_BACK)
    return [(start, dot_of(points.get(start))) for start in starts]


def multiples_of(actor, metric, teams) -> list[Multiple]:
    """One metric over many centers on one scale, in the order of `teams`; nobody is ranked."""
    table = values_of(actor, metrics=[metric], teams=[team.pk for team in teams])
    charts = run_charts(table.values, phases=table.phases)
    marked = marked_points(charts)
    kind = metric.definition.kind
    finite = table.values[~np.isnan(table.values)]
    scale = scale_of(kind, finite.tolist())
    return [
        _multiple(team, metric, values, _line(charts, row), marked[row], scale)
        for row, (team, values) in enumerate(zip(teams, table.values.tolist(), strict=True))
    ]


def _line(charts, row):
    """The middle line of a series' last phase, where there is enough for one."""
    last = np.flatnonzero(charts.starts[row] < charts.values.shape[1])[-1]
    return float(charts.center[row, last]) if charts.baseline[row, last] >= POINTS_FOR_A_LINE else None


def _multiple(team, metric, values, center, marked, scale):
    kind = metric.definition.kind
    counted = [value for value in values if value == value]
    last = labels.value_words(kind, counted[-1]) if counted else ""
    said = _("%(center)s: last %(value)s") if last else _("%(center)s: nothing in yet")
    label = said % {"center": team.center.name, "value": last}
    return Multiple(team, small_multiple(values, center, marked, scale=scale, label=label), last)
