"""Finding a time for a role group's call."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there
from collaborative.schedule.actions import plan_line
from collaborative.schedule.models import PlannedDate

from ..models import CallSlot, SlotAnswer


class AlreadyChosen(Exception):
    """Another time has been chosen for this one already."""


def offer_slot(group, *, starts_at, minutes, every, link, by) -> CallSlot:
    """A time the group could call, as a moment everywhere the same."""
    return CallSlot.objects.create(
        collaborative_id=group.collaborative_id, group=group, author=by, starts_at=starts_at, minutes=minutes,
        every=every, link=link,
    )  # fmt: skip


def answer_slot(slot, *, works, by):
    """Say whether a time works; the newest answer holds."""
    answer = SlotAnswer(
        collaborative_id=slot.collaborative_id, group_id=slot.group_id, slot=slot, author=by, works=works
    )
    if not add_unless_there(answer):
        SlotAnswer.objects.shown().filter(slot=slot, author=by).update(works=works, version=F("version") + 1)


@transaction.atomic
def choose_slot(slot, *, zone, title, note, by, on) -> PlannedDate:
    """This is our time: it becomes a date of the group. `zone`: where the collaborative's clock hangs.

    Raises AlreadyChosen.
    """
    taken = CallSlot.objects.filter(pk=slot.pk, chosen_on=None).update(chosen_on=on, version=F("version") + 1)
    if not taken:
        raise AlreadyChosen
    here = slot.starts_at.astimezone(ZoneInfo(zone))
    planned = plan_line(
        collaborative=slot.collaborative, title=title, on=here.date(), at=here.time().replace(tzinfo=None),
        minutes=slot.minutes, link=slot.link, note=note, group=slot.group, by=by,
    )  # fmt: skip
    CallSlot.objects.filter(pk=slot.pk).update(planned=planned)
    return planned


@transaction.atomic
def unchoose_slot(slot, *, by):
    """Not this time after all: the date goes, the times stand open again."""
    if slot.planned_id:
        _hide(PlannedDate.objects.filter(pk=slot.planned_id), by)
    CallSlot.objects.filter(pk=slot.pk).update(chosen_on=None, planned=None, version=F("version") + 1)


def hide_slot(slot, *, by):
    """This time is offered no more."""
    _hide(CallSlot.objects.filter(pk=slot.pk), by)


def show_slot(slot):
    """It is offered again."""
    CallSlot.objects.filter(pk=slot.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


def _hide(rows, by):
    rows.filter(hidden_at=None).update(hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1)
