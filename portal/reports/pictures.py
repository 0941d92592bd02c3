"""A chart's picture as plain values that can be written down and read back, the same drawing each time."""

from dataclasses import asdict

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.ui.own_words import in_own_words
from metrics import labels, timeline
from metrics.drawing import Band, Goal, Mark, Note, Picture, Unit, Words
from metrics.headlines import chart_words
from metrics.rules.run_chart import run_chart

NOTE_LETTERS = 24  # inside a drawing; the whole note stands in the table


def picture_of(series, *, goal, notes, line, today) -> dict:
    """What is drawn for a series, as values JSON knows."""
    definition, starts = series.metric.definition, series.starts
    row_of = {start: row for row, start in enumerate(starts)}
    return {
        "values": list(series.values),
        "phases": list(series.phases),
        "title": in_own_words(series.metric.name),
        "labels": [labels.axis_label(definition.collect, start) for start in starts],
        "periods": [labels.period_title(definition.collect, start, today=today) for start in starts],
        "counts": [labels.count_words(definition.kind, point) for point in series.points],
        "unit": str(labels.unit_of(definition.kind)),
        "goal": asdict(_goal(goal, definition.kind)) if goal else None,
        "bands": [asdict(band) for band in timeline.bands(line, definition.collect, starts)],
        "marks": [asdict(mark) for mark in timeline.marks(line, definition.collect, starts)],
        "notes": [
            {"row": row_of[note.period_start], "label": _short(note.text)}
            for note in notes
            if note.period_start in row_of
        ],
        "ident": f"chart-{series.metric.key}",
        "words": asdict(chart_words()),
    }


def _goal(goal, kind):
    said = _("set by %(who)s in %(when)s") % {"who": goal.set_by, "when": date_format(goal.set_on, "YEAR_MONTH_FORMAT")}
    label = _("Our goal") if goal.is_own else _("Goal")
    return Goal(labels.goal_value(kind, goal.goal), label, said)


def _short(text):
    return text if len(text) <= NOTE_LETTERS else text[: NOTE_LETTERS - 1].rstrip() + "…"


def picture_from(values: dict) -> Picture:
    """The picture to draw again."""
    return Picture(
        chart=run_chart(values["values"], phases=values["phases"]),
        unit=Unit(values["unit"]),
        goal=Goal(**values["goal"]) if values["goal"] else None,
        bands=[Band(**band) for band in values["bands"]],
        marks=[Mark(**mark) for mark in values["marks"]],
        notes=[Note(**note) for note in values["notes"]],
        words=Words(**values["words"]),
        **{name: values[name] for name in ("title", "labels", "periods", "counts", "ident")},
    )
