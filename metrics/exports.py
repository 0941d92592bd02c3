"""Numbers to take along, as a file that every spreadsheet opens: UTF-8 with its mark, and no cell that runs."""

import csv
import io

from django.utils.translation import gettext as _

from collaborative.ui.own_words import in_own_words

from . import periods
from .aggregation import months
from .catalogue import in_force
from .enums import Collect, Kind
from .labels import PERCENT
from .series import series_of

MARK = "\ufeff"  # tells a spreadsheet that this is UTF-8
# What a spreadsheet takes for the beginning of a formula, its full-width forms among them (OWASP: CSV injection).
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
DIGITS = 6  # of a value that is worked out


def plain_cell(cell):
    """A text that a spreadsheet would run gets a sign before it that keeps it text; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(RUNS) else cell
    return cell


def header() -> list[str]:
    return [
        _("Center"), _("Number"), _("Week or month"), _("From"), _("To"), _("Counted"), _("Out of"), _("Value"),
        _("Unit"), _("Not this time, because"), _("Weeks covered"), _("Weeks in the month"), _("Rooms that counted"),
    ]  # fmt: skip


def rows_of(actor, *, metrics, teams) -> list[list]:
    """One row a center, metric and period, as far as `actor` may read; what is counted weekly by month as well."""
    found = series_of(actor, metrics=metrics, teams=[team.pk for team in teams], last=None)
    rows = []
    for team in teams:
        for metric in metrics:
            series = found[team.pk, metric.pk]
            rows += [
                [team.center.name, in_own_words(metric.name), *row] for row in (*_periods(series), *_months(series))
            ]
    return rows


def _periods(series):
    """The periods something is in for, the oldest first; what is still to come is no row."""
    definition = series.metric.definition
    name = _("week") if definition.collect == Collect.WEEK else _("month")
    for start, point, value in zip(series.starts, series.points, series.values, strict=True):
        if point is not None:
            rooms = " / ".join(point.rooms)
            yield [
                name, start.isoformat(), periods.last_day(definition.collect, start).isoformat(), point.numerator,
                point.denominator, _said(definition.kind, value), unit_of(definition), point.reason, None, None, rooms,
            ]  # fmt: skip


def _months(series):
    """What is counted weekly, by month: with the weeks covered."""
    definition = series.metric.definition
    if definition.collect == Collect.MONTH:
        return
    own = {
        start: point
        for start, point in zip(series.starts, series.points, strict=True)
        if point is not None and in_force(series.metric, start).kind == definition.kind
    }
    for month in months(definition.kind, own, definition.per):
        last = periods.last_day(Collect.MONTH, month.month)
        yield [
            _("month"), month.month.isoformat(), last.isoformat(), month.numerator, month.denominator,
            _said(definition.kind, month.value), unit_of(definition), None, month.covered, month.weeks, None,
        ]  # fmt: skip


def _said(kind, value):
    """In the unit people speak in: 73.9 for 73.9%."""
    if value is None:
        return None
    return round(value * PERCENT if kind == Kind.PERCENTAGE else value, DIGITS)


def unit_of(definition) -> str:
    if definition.kind == Kind.PERCENTAGE:
        return _("percent")
    if definition.kind == Kind.RATE:
        return _("for every %(per)s") % {"per": definition.per}
    return in_own_words(definition.unit)


def csv_of(rows, head=None) -> bytes:
    """The file; `head`: names of its columns, where they are not those of a center's numbers."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head or header())
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    return (MARK + text.getvalue()).encode()
