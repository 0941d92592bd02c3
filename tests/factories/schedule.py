"""Dates, sessions, periods and closed days."""

import datetime
import itertools

from collaborative.schedule.enums import DateKind
from collaborative.schedule.models import ActionPeriod, Closure, LearningSession, PlannedDate

_numbers = itertools.count(1)
TUESDAY = datetime.date(2026, 11, 24)


def planned_date(collaborative, **values):
    return PlannedDate.objects.create(
        **{
            "collaborative": collaborative,
            "kind": DateKind.LINE,
            "title": f"Date {next(_numbers)}",
            "on": TUESDAY,
            **values,
        }
    )


def session(collaborative, *, on=TUESDAY, **values):
    number = values.pop("number", next(_numbers))
    name = values.pop("name", f"Learning Session {number}")
    starts = planned_date(collaborative, kind=DateKind.SESSION, title=name, on=on)
    return LearningSession.objects.create(
        collaborative=collaborative, number=number, name=name, starts=starts, **values
    )


def period(collaborative, *, starts_on=TUESDAY, ends_on=TUESDAY + datetime.timedelta(days=90), **values):
    number = values.pop("number", next(_numbers))
    name = values.pop("name", f"Action Period {number}")
    starts = planned_date(collaborative, kind=DateKind.PERIOD_START, title=name, on=starts_on)
    ends = planned_date(collaborative, kind=DateKind.PERIOD_END, title=name, on=ends_on)
    return ActionPeriod.objects.create(
        collaborative=collaborative, number=number, name=name, starts=starts, ends=ends, **values
    )


def closure(center, **values):
    return Closure.objects.create(
        **{"center": center, "starts_on": TUESDAY, "ends_on": TUESDAY, "why": "Snow", **values}
    )
