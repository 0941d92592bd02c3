"""When somebody may be written to, what is due on which day, and when a call is friendlier than a letter.

Pure: moments, dates and times come in as values.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Quiet hours unless a person chose others: 19:00 to 8:00, and weekends; ours.
QUIET_FROM, QUIET_UNTIL = time(19), time(8)
SATURDAY = 5
FARTHEST = 60  # days ahead in which open hours are looked for
WEEKLY_DAYS = 9  # a week's numbers: the Wednesday after it
MONTHLY_DAY = 4  # a month's numbers: the fourth of the next month is a good day for it
SECOND_STEP = timedelta(days=14)  # without numbers: from then on a call is friendlier than a letter
LOOK_BACK_WINDOW = timedelta(days=7)  # a day to look back that is longer ago is spoken of no more
ANSWERS_WINDOW = timedelta(days=14)
PERIODS_BACK = {"week": 4, "month": 2}  # periods worth a word; what is older belongs into a conversation


@dataclass(frozen=True)
class Hours:
    """The hours in which a person may be written to; `silent`: closed days and holidays."""

    zone: str
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    weekends: bool = False
    silent: frozenset[date] = frozenset()


def open_hours(now: datetime, hours: Hours) -> tuple[datetime, datetime] | None:
    """The stretch of open hours that holds `now`, or the next one after it; None where there is none for weeks.

    It is open now where it begins at or before `now`. A stretch ends with its day.
    """
    today = now.astimezone(ZoneInfo(hours.zone)).date()
    for ahead in range(FARTHEST):
        day = today + timedelta(days=ahead)
        if day in hours.silent or (day.weekday() >= SATURDAY and not hours.weekends):
            continue
        for start, end in _stretches(day, hours):
            if end > now:
                return start, end
    return None


def _stretches(day, hours):
    """The open stretches of one day, in order, as moments."""
    zone, midnight = ZoneInfo(hours.zone), time(0)
    begin, until = (datetime.combine(at, midnight, zone) for at in (day, day + timedelta(days=1)))
    quiet_from, quiet_until = (datetime.combine(day, at, zone) for at in (hours.quiet_from, hours.quiet_until))
    if quiet_from == quiet_until:
        return [(begin, until)]
    if quiet_until < quiet_from:
        return [(quiet_until, quiet_from)]
    return [stretch for stretch in ((begin, quiet_from), (quiet_until, until)) if stretch[0] < stretch[1]]


def week_of(now: datetime, zone: str) -> str:
    """The week in which one message is enough, as people there count it (ISO 8601)."""
    year, week, _weekday = now.astimezone(ZoneInfo(zone)).isocalendar()
    return f"{year}-W{week:02}"


def due_on(collect: str, start: date) -> date:
    """The day from which the numbers of the period that begins on `start` are worth a word."""
    if collect == "week":
        return start + timedelta(days=WEEKLY_DAYS)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=MONTHLY_DAY)


@dataclass(frozen=True, order=True)
class Period:
    """A period whose numbers are still to come."""

    due_on: date
    start: date
    collect: str


def still_to_come(
    collect: str, starts: Iterable[date], counted: Collection[date], closed: Collection[date], today: date
) -> list[Period]:
    """Of the periods that begin on `starts`, those worth a word today.

    `counted`: first days of periods that something is in for, "not this time" among it. `closed`: days on which the
    center was closed; a week without an open working day is not asked for.
    """
    return [
        Period(due_on(collect, start), start, collect)
        for start in starts
        if due_on(collect, start) <= today and start not in counted and not _was_closed(collect, start, closed)
    ]


def _was_closed(collect, start, closed):
    days = 7 if collect == "week" else (due_on(collect, start).replace(day=1) - start).days
    working = [start + timedelta(days=ahead) for ahead in range(days)]
    return all(day in closed for day in working if day.weekday() < SATURDAY)


def needs_a_call(periods: Collection[Period], last_call: date | None, today: date) -> bool:
    """Whether two weeks went by without numbers, and since the last call too."""
    if not periods or min(periods).due_on + SECOND_STEP > today:
        return False
    return last_call is None or last_call + SECOND_STEP <= today


def is_day_to_look_back(look_back_on: date, today: date) -> bool:
    """From the day after the one the team chose, for a week."""
    return look_back_on < today <= look_back_on + LOOK_BACK_WINDOW


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
