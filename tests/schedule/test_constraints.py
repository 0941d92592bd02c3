import datetime

import pytest
from django.db import IntegrityError, transaction

from collaborative.schedule import actions
from collaborative.schedule.enums import DateKind
from collaborative.schedule.models import PlannedDate
from tests.factories import center
from tests.factories.schedule import TUESDAY, closure, period, planned_date, session

pytestmark = pytest.mark.django_db
DAY = datetime.date


def on_of(*rows):
    return [PlannedDate.objects.get(pk=row.pk).on for row in rows]


def line(collaborative, **values):
    return actions.plan_line(collaborative=collaborative, by=None, **values)


@pytest.mark.parametrize(
    "broken",
    [
        lambda collaborative: planned_date(collaborative, offset_days=3),
        lambda collaborative: planned_date(collaborative, anchor=planned_date(collaborative)),
        lambda collaborative: session(collaborative, number=1, days=0),
        lambda collaborative: [session(collaborative, number=1), session(collaborative, number=1)],
        lambda collaborative: [period(collaborative, number=1), period(collaborative, number=1)],
        lambda collaborative: closure(center(), starts_on=TUESDAY, ends_on=DAY(2026, 11, 1)),
    ],
)
def test_what_must_never_be_false_is_refused_by_the_database(collaborative, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(collaborative)


def test_a_date_never_hangs_on_itself_in_the_database_either(collaborative):
    call = planned_date(collaborative, kind=DateKind.LINE)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlannedDate.objects.filter(pk=call.pk).update(anchor_id=call.pk, offset_days=0)


@pytest.mark.capability("C014")
def test_every_move_is_in_the_history(collaborative):
    learning = session(collaborative, on=TUESDAY)
    call = line(collaborative, title="Call", anchor=learning.starts, offset_days=7)

    actions.move_date(learning.starts, to=DAY(2026, 12, 1), by=None)

    assert list(call.events.order_by("pgh_id").values_list("pgh_label", "on")) == [
        ("insert", DAY(2026, 12, 1)),
        ("update", DAY(2026, 12, 8)),
    ]
