"""Everything the page of one chart shows, as one plain value: the sentence first, then the chart, then the table."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words
from metrics.drawing import Goal, Note, Picture, Svg, draw_both
from metrics.headlines import What, chart_words, sentences
from metrics.rules.headline import care, headline
from metrics.rules.run_chart import run_chart

from . import labels, periods, timeline
from .aggregation import Counted, Month, months
from .catalogue import in_force
from .enums import Collect, Kind
from .explained import how_sure
from .series import Series

FEW_BEHIND_A_PERCENT = 5  # fewer than this many families make a percent jump by twenty points; ours
FRESH = 8  # rows: a point to read with care is spoken of while it is recent
RECENT = 12  # lines of the table shown at once
NOTE_LETTERS = 24  # of a note inside the drawing; the whole note stands below


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a period, what was counted, the value, and what one should know about it."""

    title: str
    counts: str
    value: str
    remark: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """The goal in force for a team: `set_by` and `set_on` say whose it is."""

    goal: float
    words: str
    set_by: str
    set_on: date
    is_own: bool


@dataclass(frozen=True, slots=True)
class ChartPage:
    """What stands on the page of one chart."""

    sentences: list[str]
    svg: Svg | None
    recent: list[Row]
    earlier: list[Row]
    months: list[Row]
    on_the_chart: list[timeline.Meaning]
    baseline: str
    how_sure: list[str]
    has_counts: bool
    is_weekly: bool
    is_percent: bool
    is_average: bool

    @property
    def is_empty(self):
        return self.svg is None


def goal_of(metric, own) -> GoalLine | None:
    """The goal a chart shows: the team's own (`own`, the latest TeamGoal or None), else the collaborative's."""
    kind = metric.definition.kind
    if own is not None:
        return GoalLine(own.goal, labels.goal_words(kind, own.goal), own.set_by, own.set_on, is_own=True)
    if metric.goal is not None:
        words = labels.goal_words(kind, metric.goal)
        return GoalLine(metric.goal, words, metric.goal_set_by, metric.goal_set_on, is_own=False)
    return None


def chart_of(series: Series):
    """The run chart of a series; it ends at the last counted row or the last full period, whichever is later."""
    return run_chart(series.values, phases=series.phases)


def page_of(series: Series, *, goal, notes, line, today) -> ChartPage:
    """The page of a series. `goal`: a GoalLine or None; `notes`: ChartNotes; `line`: a timeline."""
    series = _trimmed(series, today)
    definition = series.metric.definition
    rows = _rows(series, today)
    is_empty = series.last_counted is None
    chart = chart_of(series)
    return ChartPage(
        sentences=[] if is_empty else headline_sentences(series, chart, today),
        svg=None if is_empty else draw_both(_picture(series, chart, goal, notes, line, today)),
        recent=rows[:RECENT],
        earlier=rows[RECENT:],
        months=_months(series, definition),
        on_the_chart=timeline.what_they_mean(line, definition.collect, series.starts, today=today),
        baseline=_baseline(series, line, definition),
        how_sure=[] if is_empty else how_sure(chart, definition.kind),
        has_counts=definition.kind in (Kind.PERCENTAGE, Kind.RATE) or definition.adds_up,
        is_weekly=definition.collect == Collect.WEEK,
        is_percent=definition.kind == Kind.PERCENTAGE,
        is_average=definition.kind == Kind.AVERAGE,
    )


def headline_sentences(series: Series, chart, today) -> list[str]:
    """The sentence above a chart and, where a recent point is to be read with care, the one that says so."""
    metric = series.metric
    found = headline(chart, labels.HOPED[metric.hope])
    definition = metric.definition
    what = What(definition.kind, in_own_words(definition.unit) if definition.kind == Kind.COUNT else "")
    return sentences(found, _care(series), _Names(series, today), what)


class _Names:
    """The name of each period of a series, worked out when a sentence asks for it: it names two at most."""

    def __init__(self, series, today):
        self._series, self._today = series, today

    def __getitem__(self, row):
        return labels.period_name(_collect(self._series), self._series.starts[row], today=self._today)


def _care(series):
    fresh = max(0, len(series.points) - FRESH)
    shown = [point if row >= fresh and point and point.has_numbers else None for row, point in enumerate(series.points)]
    rooms = [(len(point.rooms), point.rooms_there) if point and point.rooms_there else None for point in shown]
    if series.metric.definition.kind != Kind.PERCENTAGE:
        return care(rooms)
    return care(rooms, [point.denominator if point else None for point in shown], FEW_BEHIND_A_PERCENT)


def _trimmed(series, today):
    """Without the running period while nothing is in for it: it is still to come, not a gap."""
    keep = len(series.starts)
    while (
        keep
        and series.points[keep - 1] is None
        and periods.last_day(_collect(series), series.starts[keep - 1]) >= today
    ):
        keep -= 1
    phases = tuple(row for row in series.phases if row < keep)
    return Series(
        series.team_id, series.metric, series.starts[:keep], series.points[:keep], series.values[:keep], phases
    )


def _collect(series):
    return series.metric.definition.collect


def _picture(series, chart, goal, notes, line, today):
    collect, kind = _collect(series), series.metric.definition.kind
    row_of = {start: row for row, start in enumerate(series.starts)}
    said = [Note(row_of[note.period_start], _short(note.text)) for note in notes if note.period_start in row_of]
    return Picture(
        chart=chart,
        title=in_own_words(series.metric.name),
        labels=[labels.axis_label(collect, start) for start in series.starts],
        periods=[labels.period_title(collect, start, today=today) for start in series.starts],
        counts=[labels.count_words(kind, point) for point in series.points],
        unit=labels.unit_of(kind),
        goal=goal and _goal(goal, kind),
        bands=timeline.bands(line, collect, series.starts),
        marks=timeline.marks(line, collect, series.starts),
        notes=said,
        ident=f"chart-{series.metric.key}",
        words=chart_words(kind),
    )


def _goal(goal, kind):
    when = date_format(goal.set_on, "YEAR_MONTH_FORMAT")
    said = _("set by %(who)s in %(when)s") % {"who": goal.set_by, "when": when}
    label = _("Our goal") if goal.is_own else _("Goal")
    return Goal(labels.goal_value(kind, goal.goal), label, said)


def _short(text):
    return text if len(text) <= NOTE_LETTERS else text[: NOTE_LETTERS - 1].rstrip() + "…"


def _rows(series, today):
    """Newest first."""
    kind, collect = series.metric.definition.kind, _collect(series)
    rows = []
    for row in range(len(series.starts) - 1, -1, -1):
        start, point = series.starts[row], series.points[row]
        title = labels.period_title(collect, start, today=today)
        value = labels.value_words(kind, series.values[row])
        rows.append(Row(title, labels.count_words(kind, point), value, remark_of(point)))
    return rows


def remark_of(point: Counted | None) -> str:
    """What one should know about a count: why there is none, or which rooms counted."""
    if point is None:
        return _("still to come")
    if point.reason:
        return _("not this time: %(reason)s") % {"reason": point.reason}
    if not point.rooms_there or not point.rooms:
        return ""
    if len(point.rooms) < point.rooms_there:
        rooms = listed(point.rooms)
        return _("%(rooms)s counted, of %(all)s rooms") % {"rooms": rooms, "all": point.rooms_there}
    return _("all rooms")


def _months(series, definition):
    """Newest first; none for what is counted monthly anyway."""
    if definition.collect == Collect.MONTH:
        return []
    own = {
        start: point
        for start, point in zip(series.starts, series.points, strict=True)
        if in_force(series.metric, start).kind == definition.kind
    }
    return [month_row(definition, month) for month in reversed(months(definition.kind, own, definition.per))]


def month_row(definition, month: Month) -> Row:
    """A month in words, with the weeks behind it."""
    counts = labels.count_words(definition.kind, Counted(month.numerator, month.denominator))
    covered = _("%(covered)s of %(weeks)s weeks") % {"covered": month.covered, "weeks": month.weeks}
    value = labels.value_words(definition.kind, month.value)
    return Row(date_format(month.month, "YEAR_MONTH_FORMAT"), counts, value, covered)


def _baseline(series, line, definition):
    """What was counted before the first learning session, in one sentence; nothing where that is not known."""
    first = line.first_session_on
    before = [
        value
        for start, value in zip(series.starts, series.values, strict=True)
        if value is not None and first and start < first
    ]
    if not before:
        return ""
    said = ngettext(
        "Where we started: before the first learning session you counted once, and that was %(value)s.",
        "Where we started: before the first learning session you counted %(number)s times,"
        " and the middle of those is %(value)s.",
        len(before),
    )
    return said % {"number": len(before), "value": labels.value_words(definition.kind, median(before))}
