"""Decisions about dates, on plain values: when a date falls that hangs on another, in which period a day lies, and
what comes this week, in two weeks and in four."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

WEEK = 7
SATURDAY, SUNDAY = 5, 6


def resolve(on: date, offset_days: int, *, to_working_day: bool = False) -> date:
    """The day `offset_days` after `on` (before it when negative), moved off a weekend to the nearest working day."""
    day = on + timedelta(days=offset_days)
    return working_day(day) if to_working_day else day


def working_day(day: date) -> date:
    """`day`, or the Friday before a Saturday, or the Monday after a Sunday."""
    return day + timedelta(days={SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0))


def months_after(day: date, months: int) -> date:
    """The same day of the month, `months` later or earlier; the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_after_on_weekday(day: date, months: int) -> date:
    """About `months` later, on the nearest day that is the same day of the week as `day`."""
    there = months_after(day, months)
    shift = (day.weekday() - there.weekday()) % WEEK
    return there + timedelta(days=shift if shift <= WEEK // 2 else shift - WEEK)


def moved(dates, changed) -> dict:
    """Where dates fall once some were moved: {id: new day}, for those that change.

    `dates`: rows with `id`, `on`, `anchor_id`, `offset_days`, `is_pinned`, `done_on` and `keeps_off_weekends`.
    `changed`: {id: day}, what was moved by hand. What hangs on a moved date moves along, unless it is pinned or done;
    and so on down the line.
    """
    dependants = {}
    for row in dates:
        dependants.setdefault(row.anchor_id, []).append(row)
    result, waiting = {}, dict(changed)
    while waiting:
        anchor_id, day = waiting.popitem()
        result[anchor_id] = day
        for row in dependants.get(anchor_id, ()):
            if row.is_pinned or row.done_on or row.id in result or row.id in changed:
                continue
            waiting[row.id] = resolve(day, row.offset_days, to_working_day=row.keeps_off_weekends)
    here = {row.id: row.on for row in dates}
    return {id_: day for id_, day in result.items() if here.get(id_) != day}


def hangs_in_a_circle(dates, id_, anchor_id) -> bool:
    """Whether hanging `id_` on `anchor_id` would make it hang on itself in the end."""
    anchors = {row.id: row.anchor_id for row in dates}
    seen = set()
    while anchor_id is not None and anchor_id not in seen:
        if anchor_id == id_:
            return True
        seen.add(anchor_id)
        anchor_id = anchors.get(anchor_id)
    return False


def period_at(periods, day: date):
    """The period in which `day` lies, both ends inside; the later one where two touch; None outside all of them."""
    holding = [period for period in periods if period.starts_on <= day <= period.ends_on]
    return max(holding, key=attrgetter("starts_on"), default=None)


@dataclass(frozen=True)
class Month:
    """The dates of one month, `first` being its first day."""

    first: date
    dates: tuple


@dataclass(frozen=True)
class WhatComes:
    """Dates from today on, by how soon they are."""

    this_week: tuple = ()  # the next 7 days, today among them
    two_weeks: tuple = ()  # up to 14 days ahead
    four_weeks: tuple = ()  # up to 28 days ahead
    later: tuple[Month, ...] = ()


def what_comes(dates, today: date) -> WhatComes:
    """`dates` (each with `on`) from `today` on, in the groups people plan by: one, two, four weeks, then months."""
    coming = sorted((row for row in dates if row.on >= today), key=attrgetter("on"))
    ahead = [((row.on - today).days, row) for row in coming]
    months = {}
    for days, row in ahead:
        if days >= 4 * WEEK:
            months.setdefault(row.on.replace(day=1), []).append(row)
    return WhatComes(
        this_week=tuple(row for days, row in ahead if days < WEEK),
        two_weeks=tuple(row for days, row in ahead if WEEK <= days < 2 * WEEK),
        four_weeks=tuple(row for days, row in ahead if 2 * WEEK <= days < 4 * WEEK),
        later=tuple(Month(first, tuple(rows)) for first, rows in months.items()),
    )
