"""Emptying the outbox: claim a message, commit, send it, mark it sent. At least once, and always with the same id.

A sender that is killed leaves at most one message in its hands; its lease runs out and the next one sends it again,
under the same Message-ID. Before a message leaves, its notices are read once more: what was dropped is left out.
"""

import logging
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from . import rules
from .carriers import carriers
from .enums import Channel, MessageState
from .gateways import NotThrough, Refused
from .models import Message, Notice

logger = logging.getLogger("next_tuesday")


@dataclass
class Round:
    """What one emptying of the outbox came to. `mail_answers` is False where the mail server could not be reached."""

    sent: int = 0
    dropped: int = 0
    put_off: int = 0
    mail_answers: bool = True


def empty_outbox(*, should_stop=lambda: False) -> Round:
    """Send everything that may leave now, one message after another, until nothing is left or somebody says stop.

    Each channel for itself: a mail server that is away keeps no text back, and a gateway no mail.
    """
    done = Round()
    for channel, carrier in carriers():
        if not should_stop() and Message.objects.travelling_by(channel).sendable(timezone.now()).exists():
            _empty(channel, carrier(), done, should_stop)
    return done


def _empty(channel, carrier, done, should_stop):
    carrier.open()
    try:
        while carrier.answers and not should_stop() and (message := claim(channel, done)) is not None:
            _hand_over(message, carrier, done)
    finally:
        carrier.close()
    if channel == Channel.MAIL:
        done.mail_answers = carrier.answers


def clear_sign_in_mails(now) -> int:
    """Mails about signing in that are over go after a day: nobody but the sender sees them, and no worker could."""
    over = [MessageState.SENT, MessageState.GIVEN_UP, MessageState.DROPPED]
    old = Message.objects.filter(organization_id=None, state__in=over, created_at__lt=now - rules.SIGN_IN_MAILS_KEPT)
    with transaction.atomic():
        return sum(row.delete()[0] for row in old)


def claim(channel: str, done: Round) -> Message | None:
    """The next message of a channel to send, leased to us; messages that nothing is left of are dropped on the way."""
    while True:
        with transaction.atomic():
            now = timezone.now()
            waiting = Message.objects.travelling_by(channel).sendable(now)
            message = waiting.select_for_update(skip_locked=True).first()
            if message is None:
                return None
            if _still_holds(message):
                message.leased_until = now + rules.LEASE
                message.attempts += 1
                message.save(update_fields=["leased_until", "attempts", "body"])
                return message
            message.state = MessageState.DROPPED
            message.save(update_fields=["state"])
            done.dropped += 1


def _still_holds(message) -> bool:
    """Ask again whether its notices hold, and leave out what does not; a message without notices always holds."""
    notices = list(Notice.objects.filter(message=message).order_by("pk"))
    if not notices:
        return True
    message.body = rules.without(message.body, [row.words for row in notices if row.dropped_at and row.words])
    return any(row.dropped_at is None and row.words for row in notices)


def _hand_over(message, carrier, done):
    try:
        carrier.carry(message)
    except Refused as error:
        _not_through(message, error, done, for_good=True)
    except NotThrough as error:
        _not_through(message, error, done)
    else:
        _mark_sent(message)
        done.sent += 1


def _mark_sent(message):
    changes = {"state": MessageState.SENT, "sent_at": timezone.now(), "leased_until": None}
    Message.objects.filter(pk=message.pk).update(**changes, **_erased(message))


def _not_through(message, error, done, *, for_good=False):
    """Try again later, or stop trying. The log names the kind of error, never a person or a word."""
    pause = None if for_good else rules.pause_after(message.attempts)
    reason = type(error.__cause__ or error).__name__
    logger.warning("%s not through, attempt %s: %s", message.channel, message.attempts, reason)
    changes = {"leased_until": None, "not_before": timezone.now() + pause} if pause else _given_up(message)
    Message.objects.filter(pk=message.pk, state=MessageState.WAITING).update(**changes)
    done.put_off += 1


def _given_up(message):
    return {"state": MessageState.GIVEN_UP, "leased_until": None, **_erased(message)}


def _erased(message):
    """A code or a link opens a door: it does not stay behind, neither in the words nor in the subject."""
    return {"subject": "", "body": "", "html": "", "leave_url": ""} if message.erase_when_sent else {}
