"""Dates as people say them: "Tue 24 Nov, in 3 days"."""

import re
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

WEEK = 7
SOON = 13  # days for which people count days, not weeks; ours
FAR = 60  # days after which the distance helps nobody; ours


def as_day(value: date | datetime) -> date:
    """The day of a moment, where the reader is."""
    return timezone.localdate(value) if isinstance(value, datetime) else value


def day_words(value: date | datetime, today: date) -> str:
    """ "Tue 24 Nov", with the year where it is not this one."""
    day = as_day(value)
    return short_day(day, with_year=day.year != today.year)


def short_day(value: date | datetime, *, with_year: bool = False) -> str:
    """ "Tue 24 Nov" or "Tue 24 Nov 2026"."""
    # Translators: how a day is written, in Django's letters (b: month of three letters, small).
    pattern = pgettext("day", "D j M Y") if with_year else pgettext("day", "D j M")
    return date_format(as_day(value), pattern)


def weekday_words(day: date) -> str:
    """ "Tuesday, 24 November 2026": a day in a form, where one easily picks the wrong one."""
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}"


ORDER = {"j": "{day}", "F": "{month}", "Y": "{year}"}  # letters of Django's formats


def order_of(name: str) -> str:
    """A format of ours for a script, which knows the words and not their order: "{day} {month}"."""
    return re.sub(r"\\(.)|[jFY]", lambda found: found[1] or ORDER[found[0]], get_format(name))


def weekday_order() -> str:
    """ "{weekday}, {day} {month} {year}", as `weekday_words` writes it."""
    return f"{{weekday}}, {order_of('DATE_FORMAT')}"


def distance_words(value: date | datetime, today: date) -> str:
    """ "today", "tomorrow", "in 3 days", "in 2 weeks"; the same backwards; nothing where it is far away."""
    days = (as_day(value) - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if abs(days) <= SOON:
        counted = {"days": abs(days)}
        if days > 0:
            return ngettext("in %(days)s day", "in %(days)s days", days) % counted
        return ngettext("%(days)s day ago", "%(days)s days ago", -days) % counted
    if abs(days) <= FAR:
        weeks = round(abs(days) / WEEK)
        counted = {"weeks": weeks}
        if days > 0:
            return ngettext("in %(weeks)s week", "in %(weeks)s weeks", weeks) % counted
        return ngettext("%(weeks)s week ago", "%(weeks)s weeks ago", weeks) % counted
    return ""


def said(value: date | datetime, today: date) -> str:
    """Both: "Tue 24 Nov, in 3 days"."""
    distance = distance_words(value, today)
    return f"{day_words(value, today)}, {distance}" if distance else day_words(value, today)


def moment_words(value: datetime, today: date) -> str:
    """ "Tue 24 Nov, 10:42", where the reader is; "10:42" alone for today."""
    clock = date_format(timezone.localtime(value), "H:i")
    return clock if as_day(value) == today else f"{day_words(value, today)}, {clock}"
