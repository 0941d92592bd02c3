"""The calendar of counting: weeks begin on Monday (ISO 8601), and a week belongs to the month of its Thursday."""

from datetime import date, timedelta

WEEK, MONTH = "week", "month"
DAYS = 7
THURSDAY = 3  # days after Monday; four of an ISO week's seven days lie in the month of its Thursday
COUNT_THE_WEEK_FROM = 3  # from Thursday on, people think of this week's count
COUNT_THE_MONTH_FROM = 22  # from the fourth week on, of this month's


def start_of(collect: str, day: date) -> date:
    """The first day of the period `day` lies in."""
    return day - timedelta(days=day.weekday()) if collect == WEEK else day.replace(day=1)


def is_start(collect: str, day: date) -> bool:
    """Whether a period begins on `day`."""
    return start_of(collect, day) == day


def next_start(collect: str, start: date) -> date:
    """The first day of the period after the one that begins on `start`."""
    if collect == WEEK:
        return start + timedelta(days=DAYS)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1)


def last_day(collect: str, start: date) -> date:
    """The last day of the period that begins on `start`."""
    return next_start(collect, start) - timedelta(days=1)


def starts_before(collect: str, start: date, number: int) -> date:
    """The first day of the period `number` periods before the one that begins on `start`."""
    if collect == WEEK:
        return start - timedelta(days=DAYS * number)
    months = start.year * 12 + start.month - 1 - number
    return date(months // 12, months % 12 + 1, 1)


def starts_between(collect: str, first: date, last: date) -> tuple[date, ...]:
    """The first days of all periods from the one `first` lies in to the one `last` lies in."""
    starts, start = [], start_of(collect, first)
    while start <= last:
        starts.append(start)
        start = next_start(collect, start)
    return tuple(starts)


def last_starts(collect: str, day: date, number: int) -> tuple[date, ...]:
    """The first days of the last `number` periods, the one `day` lies in at the end."""
    start = start_of(collect, day)
    return tuple(starts_before(collect, start, back) for back in range(number - 1, -1, -1))


def month_of(start: date) -> date:
    """The first day of the month the week that begins on `start` belongs to: that of its Thursday."""
    return (start + timedelta(days=THURSDAY)).replace(day=1)


def weeks_of(month: date) -> tuple[date, ...]:
    """The Mondays of the weeks that belong to the month that begins on `month`."""
    around = starts_between(WEEK, month, last_day(MONTH, month))
    return tuple(start for start in around if month_of(start) == month)


def to_count_now(collect: str, today: date) -> date:
    """The period people would count now: this one when it is nearly over, else the one before."""
    start = start_of(collect, today)
    nearly_over = today.weekday() >= COUNT_THE_WEEK_FROM if collect == WEEK else today.day >= COUNT_THE_MONTH_FROM
    return start if nearly_over else starts_before(collect, start, 1)


def distance(collect: str, earlier: date, later: date) -> int:
    """How many periods lie between two first days."""
    if collect == WEEK:
        return (later - earlier).days // DAYS
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def place_of(collect: str, starts, day: date) -> float:
    """Where `day` lies among rows of these first days, as a fraction of a row; before and beyond them too."""
    start = start_of(collect, day)
    share = (day - start).days / (next_start(collect, start) - start).days
    return distance(collect, starts[0], start) + share
