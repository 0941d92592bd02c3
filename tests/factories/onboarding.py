"""What is asked of people, and a team's part in it."""

import datetime
import itertools

from collaborative.onboarding.models import CallSlot, CommitmentLetter, PreworkAssignment
from tests.factories.schedule import planned_date

_numbers = itertools.count(1)
EVENING = datetime.datetime(2030, 1, 8, 23, 30, tzinfo=datetime.UTC)  # half past six in New York


def letter(collaborative, **values):
    values = {"number": 1, "title": "What we promise", "text": "We promise to listen.", **values}
    return CommitmentLetter.objects.create(collaborative=collaborative, written_on=datetime.date(2026, 9, 1), **values)


def assignment(collaborative, *, on=None, **values):
    number = next(_numbers)
    ready_by = planned_date(collaborative, kind="due", title=f"Ready {number}", on=on) if on else None
    values = {"title": f"Assignment {number}", "why": f"It helps {number}.", "position": number, **values}
    return PreworkAssignment.objects.create(collaborative=collaborative, ready_by=ready_by, **values)


def slot(group, author, **values):
    values = {"starts_at": EVENING, "minutes": 45, "every": "month", **values}
    return CallSlot.objects.create(collaborative=group.collaborative, group=group, author=author, **values)
