"""The only writes of the outbox: what is due, what is to be sent, and what need not be said any more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from collaborative.isolation.context import current, current_organization_id, entered
from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.models import new_id

from . import rules
from .enums import MessageState
from .models import Message, Notice

ORGANIZATION = object()


def write_message(
    *,
    to: str,
    subject: str,
    body: str,
    slot: str,
    person_id: UUID | None = None,
    organization_id: UUID | None | object = ORGANIZATION,
    **more,
) -> Message | None:
    """Put a message into the outbox; it leaves once this transaction has committed.

    `slot`: what this message is, once for its address ("invitation:<id>"); one that is there already is not written
    twice, and the answer is None. `organization_id`: None for a mail about signing in. `more`: channel, from_name,
    reply_to, language, not_before, not_after, erase_when_sent, quotes (the row whose words stand in it must be named),
    html and leave_url for mails.
    """
    pk = new_id()
    message = Message(
        id=pk,
        organization_id=current_organization_id() if organization_id is ORGANIZATION else organization_id,
        person_id=person_id,
        to=to,
        slot=slot,
        subject=rules.one_line(subject)[:200],
        body=body,
        message_id=f"<{pk}@{settings.MAIL_DOMAIN}>",
        **{**more, "from_name": rules.one_line(more.get("from_name", ""))[:120]},
    )
    return message if add_unless_there(message) else None


def notice(*, person_id: UUID, kind: str, about_id: UUID, due_on: date) -> Notice:
    """Something is due to be said to a person; the same thing for the same day is said once.

    One that was dropped before it was sent holds again. Nobody but a worker sees what became of messages, so this is
    for tasks.
    """
    row, is_new = Notice.objects.get_or_create(person_id=person_id, kind=kind, about_id=about_id, due_on=due_on)
    if is_new or row.dropped_at is None:
        return row
    again = Notice.objects.filter(pk=row.pk).unsent()
    again.filter(message__state=MessageState.DROPPED).update(message=None)
    again.update(dropped_at=None)
    row.refresh_from_db()
    return row


def drop_notices(kind: str, about_id: UUID, *, person_id: UUID | None = None) -> int:
    """Nothing need be said about this any more; says how many notices that ends.

    For the action that finishes the thing, in its transaction: the sender asks again at the moment of sending and
    leaves out what was dropped. A message all of whose notices are dropped is never sent.
    """
    rows = Notice.objects.holding().filter(kind=kind, about_id=about_id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    return rows.update(dropped_at=timezone.now())


def drop_all_about(about_ids: Iterable[UUID]) -> int:
    """Nothing of any kind need be said about these any more; says how many notices that ends."""
    return Notice.objects.holding().filter(about_id__in=list(about_ids)).update(dropped_at=timezone.now())


def notices_of(person_id: UUID, keys: Iterable[tuple[str, UUID, date]]) -> list[Notice]:
    """The notices of a person for these (kind, about, due on) that no message has; made where there were none.

    What was said already, or need not be said any more, is left out. For tasks.
    """
    keys = list(keys)
    rows = [Notice(person_id=person_id, kind=kind, about_id=about, due_on=on) for kind, about, on in keys]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    found = Notice.objects.to_gather().filter(person_id=person_id, about_id__in=[about for _kind, about, _on in keys])
    return [row for row in found.order_by("pk") if (row.kind, row.about_id, row.due_on) in keys]


def take_back(person_id: UUID, *, slots_begin: Iterable[str] = ("",)) -> int:
    """What waits for this person does not leave any more, as far as no sender has it in hand; says how much that is.

    What a gathered message was to say may be said again, in another way. A person's messages are read as that person:
    the database shows them to nobody else.
    """
    with entered(replace(current(), person=person_id)):
        waiting = Message.objects.out_of_hand(timezone.now()).filter(person_id=person_id).in_slots(slots_begin)
        found = list(waiting.values_list("pk", flat=True))
        Message.objects.waiting().filter(pk__in=found).update(state=MessageState.DROPPED)
        Notice.objects.filter(message__in=found).update(message=None)
    return len(found)


def say_no_more(person_id: UUID) -> None:
    """The person has left: what waits does not leave, and what was due to be said is not."""
    take_back(person_id)
    Notice.objects.holding().filter(person_id=person_id).update(dropped_at=timezone.now())


def send_unless_dropped(message: Message, *, kind: str, about_id: UUID, due_on: date, words: str) -> Notice:
    """The message leaves unless `drop_notices` is said about this before; `words`: any paragraph of it."""
    return Notice.objects.create(
        person_id=message.person_id, kind=kind, about_id=about_id, due_on=due_on, message=message, words=words
    )


def withhold(kind: str, about_ids: list[UUID]) -> list[UUID]:
    """Nothing need be said about these any more; says about which there was something to say."""
    rows = Notice.objects.holding().filter(kind=kind, about_id__in=about_ids)
    there = list(rows.values_list("about_id", flat=True))
    rows.update(dropped_at=timezone.now())
    return there


def gather(notices: list[Notice], words: dict[UUID, str], *, opening: str, closing: str, **message) -> Message | None:
    """One message out of several notices, each a paragraph of its own between `opening` and `closing`.

    `words`: the paragraph by the notice's id; notices without words of their own ride along silently. The rest goes to
    `write_message`. None, and nothing written, where the slot is taken.
    """
    paragraphs = [words[row.pk] for row in notices if words.get(row.pk)]
    written = write_message(body=rules.together([opening, *paragraphs, closing]), **message)
    if written is None:
        return None
    for row in notices:
        row.message, row.words = written, words.get(row.pk, "")
    Notice.objects.bulk_update(notices, ["message", "words"])
    return written


def move(message: Message, *, not_before: datetime, not_after: datetime) -> None:
    """A message that could not leave in its hours leaves in later ones."""
    Message.objects.out_of_hand(timezone.now()).filter(pk=message.pk).update(not_before=not_before, not_after=not_after)


def say_anew(message: Message, **words) -> None:
    """What waits says something else from now on: body, html, leave_url."""
    Message.objects.out_of_hand(timezone.now()).filter(pk=message.pk).update(**words)
