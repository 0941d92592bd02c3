"""How periods and numbers are written, in the language of the moment."""

from datetime import date

from django.utils.formats import date_format, get_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from metrics.aggregation import Counted
from metrics.drawing.picture import Unit
from metrics.drawing.scale import written
from metrics.rules.headline import Hoped

from .enums import Collect, Hope, Kind

UNITS = {Kind.PERCENTAGE: Unit.PERCENT, Kind.COUNT: Unit.COUNT}
HOPED = {Hope.MORE: Hoped.HIGHER, Hope.FEWER: Hoped.LOWER, Hope.NEITHER: None}
PERCENT = 100


def unit_of(kind: str) -> Unit:
    """How values of this kind are written."""
    return UNITS.get(kind, Unit.NUMBER)


def axis_label(collect: str, start: date) -> str:
    """A period in as few letters as will do: "12 Oct", or "Oct 26" for a month."""
    # Translators: how a day or a month is written on an axis, in Django's letters (b: month of three letters, small).
    return date_format(start, pgettext("axis", "j M") if collect == Collect.WEEK else pgettext("axis", "M y"))


def period_name(collect: str, start: date, *, today: date | None = None) -> str:
    """A period as people say it inside a sentence: "the week of 12 October", "October"."""
    if collect == Collect.MONTH:
        return date_format(start, "F" if _is_of_this_year(start, today) else "YEAR_MONTH_FORMAT")
    return _("the week of %(day)s") % {"day": _day(start, today)}


def _day(start, today):
    return date_format(start, "MONTH_DAY_FORMAT" if _is_of_this_year(start, today) else "DATE_FORMAT")


def _is_of_this_year(start, today):
    return today is None or start.year == today.year


def period_title(collect: str, start: date, *, today: date | None = None) -> str:
    """A period as a heading or the beginning of a line: "Week of 12 October"."""
    if collect == Collect.MONTH:
        name = period_name(collect, start, today=today)
        return name[:1].upper() + name[1:]
    return _("Week of %(day)s") % {"day": _day(start, today)}


def value_words(kind: str, value: float | None) -> str:
    """A value of this kind: "74%", "12", "3.4"; a dash where there is none."""
    return "–" if value is None else written(value, unit_of(kind), decimal_mark())


def count_words(kind: str, counted: Counted | None) -> str:
    """The counts behind a percent or rate: "34 of 46"; behind an average: "35 ÷ 10"; nothing for other kinds."""
    if counted is None or counted.numerator is None or counted.denominator is None:
        return ""
    if kind == Kind.AVERAGE:
        return _("%(sum)s\u00a0÷\u00a0%(number)s") % {"sum": counted.numerator, "number": counted.denominator}
    return _("%(part)s of %(whole)s") % {"part": counted.numerator, "whole": counted.denominator}


def said(kind: str, counted: Counted | None, value: float | None) -> str:
    """Counts and value together: "34 of 46, 74%", "35 ÷ 10 = 3.5"."""
    if kind == Kind.AVERAGE and count_words(kind, counted):
        return f"{count_words(kind, counted)}\u00a0=\u00a0{value_words(kind, value)}"
    return ", ".join(words for words in (count_words(kind, counted), value_words(kind, value)) if words)


def goal_value(kind: str, goal: float) -> float:
    """A goal in the unit of the values: 80 for 80% is 0.8."""
    return goal / PERCENT if kind == Kind.PERCENTAGE else goal


def goal_words(kind: str, goal: float) -> str:
    """A goal as people say it."""
    return value_words(kind, goal_value(kind, goal))


def decimal_mark() -> str:
    """The sign before decimals in the language of the moment."""
    return get_format("DECIMAL_SEPARATOR")
