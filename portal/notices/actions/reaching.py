"""What reaches a person: chosen on a page, stopped by a link in a message, and brought back."""

from django.db import transaction

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import save_if_unchanged
from collaborative.outbox.actions import take_back
from collaborative.outbox.rules import GATHERED as GATHERED_SLOTS
from collaborative.tenancy.actions.people import change_person
from collaborative.tenancy.enums import Reminders
from collaborative.tenancy.models import Person

from ..enums import GATHERED, Pace, Subject
from ..models import Reach

ALL, GATHERED_ONES = "all", "gathered"  # what one can stop beside a single subject
LETTERS = "letter:"  # how the slots of the newsletter begin
REMINDERS = "reminders"


def reach_of(person_id) -> Reach:
    """What this person chose, or what everybody starts with (a row that is not kept yet)."""
    return Reach.objects.shown().filter(person_id=person_id).first() or Reach(person_id=person_id, version=0)


@transaction.atomic
def choose(person_id, *, version, by, on, **paces) -> None:
    """The person chooses how soon subjects reach them. What waits for them is gathered anew.

    `version`: 0 for who chose nothing before. Raises ChangedMeanwhile where it was chosen otherwise since.
    """
    row = _kept(person_id)
    save_if_unchanged(row, version or 1, **paces, before={})
    take_back(person_id, slots_begin=GATHERED_SLOTS)
    if paces.get(Subject.NEWSLETTER) == Pace.HERE:
        take_back(person_id, slots_begin=(LETTERS,))


def _kept(person_id):
    """The person's row, kept from now on."""
    found = Reach.objects.shown().filter(person_id=person_id)
    if not found.exists():
        add_unless_there(Reach(person_id=person_id))
    return found.select_for_update().get()  # a mail program and a tap at the same moment come one after the other


@transaction.atomic
def stop(person_id, what, *, on) -> None:
    """From now on no more of this: a subject, all that is gathered into messages, or everything that can be stopped.

    Said twice it is the same. What stood there before is remembered for `undo_stop`.
    """
    row = _kept(person_id)
    ended = _ended(row, what)
    before = {subject: row.paces()[subject] for subject in ended}
    if what == ALL:
        person = Person.objects.get(pk=person_id)
        if person.reminders != Reminders.NONE:
            before[REMINDERS] = person.reminders
            change_person(person_id, by=person_id, on=on, reminders=Reminders.NONE)
    if before:
        save_if_unchanged(row, row.version, **dict.fromkeys(ended, Pace.HERE), before={**before, **row.before})
    take_back(person_id, slots_begin=(*GATHERED_SLOTS, LETTERS) if what == ALL else _slots(what))


def _ended(row, what):
    """The subjects that end now."""
    chosen = {GATHERED_ONES: GATHERED, ALL: ()}.get(what, (what,))
    return [subject for subject in chosen if row.paces()[subject] != Pace.HERE]


def _slots(what):
    return (LETTERS,) if what == Subject.NEWSLETTER else GATHERED_SLOTS


@transaction.atomic
def undo_stop(person_id, *, on) -> bool:
    """What was stopped by a link comes again as it did before; says whether there was something to bring back."""
    row = _kept(person_id)
    if not row.before:
        return False
    before = dict(row.before)
    reminders = before.pop(REMINDERS, None)
    if reminders:
        change_person(person_id, by=person_id, on=on, reminders=reminders)
    save_if_unchanged(row, row.version, **before, before={})
    return True
