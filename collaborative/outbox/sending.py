"""Emptying the outbox: claim a message, commit, send it, mark it sent. At least once, and always with the same id.

A sender that is killed leaves at most one message in its hands; its lease runs out and the next one sends it again,
under the same Message-ID. Before a message leaves, its notices are read once more: what was dropped is left out.
"""

import logging
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from . import rules
from .enums import MessageState
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
    """Send everything that may leave now, one message after another, until nothing is left or somebody says stop."""
    done = Round()
    if should_stop() or not Message.objects.sendable(timezone.now()).exists():
        return done
    connection = get_connection(fail_silently=False)
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        logger.warning("mail server does not answer: %s", type(error).__name__)
        return Round(mail_answers=False)
    try:
        while done.mail_answers and not should_stop() and (message := claim(done)) is not None:
            _hand_over(message, connection, done)
    finally:
        _close(connection)
    return done


def clear_sign_in_mails(now) -> int:
    """Mails about signing in that are over go after a day: nobody but the sender sees them, and no worker could."""
    over = [MessageState.SENT, MessageState.GIVEN_UP, MessageState.DROPPED]
    old = Message.objects.filter(organization_id=None, state__in=over, created_at__lt=now - rules.SIGN_IN_MAILS_KEPT)
    with transaction.atomic():
        return sum(row.delete()[0] for row in old)


def claim(done: Round) -> Message | None:
    """The next message to send, leased to us; messages that nothing is left of are dropped on the way."""
    while True:
        with transaction.atomic():
            now = timezone.now()
            message = Message.objects.sendable(now).select_for_update(skip_locked=True).first()
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


def _hand_over(message, connection, done):
    try:
        mail_of(message, connection).send()
    except SMTPRecipientsRefused as error:
        refusals = [code for code, _words in error.recipients.values()]
        _not_through(message, error, done, for_good=rules.is_refused_for_good(refusals))
        _begin_anew(connection, done)
    except ValueError as error:  # an address or a header that no mail can have
        _not_through(message, error, done, for_good=True)
    except (OSError, SMTPException) as error:
        _not_through(message, error, done)
        _begin_anew(connection, done)
    else:
        _mark_sent(message)
        done.sent += 1


def mail_of(message: Message, connection=None) -> EmailMessage:
    """The mail as it leaves: the installation's address under a person's name, and that person's own to reply to."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return EmailMessage(
        subject=message.subject,
        body=message.body,
        from_email=formataddr((message.from_name, address)) if message.from_name else settings.DEFAULT_FROM_EMAIL,
        to=[message.to],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday replies to it
        },
        connection=connection,
    )


def _mark_sent(message):
    changes = {"state": MessageState.SENT, "sent_at": timezone.now(), "leased_until": None}
    Message.objects.filter(pk=message.pk).update(**changes, **_erased(message))


def _not_through(message, error, done, *, for_good=False):
    """Try again later, or stop trying. The log names the kind of error, never a person or a word."""
    pause = None if for_good else rules.pause_after(message.attempts)
    logger.warning("mail not through, attempt %s: %s", message.attempts, type(error).__name__)
    changes = {"leased_until": None, "not_before": timezone.now() + pause} if pause else _given_up(message)
    Message.objects.filter(pk=message.pk, state=MessageState.WAITING).update(**changes)
    done.put_off += 1


def _given_up(message):
    return {"state": MessageState.GIVEN_UP, "leased_until": None, **_erased(message)}


def _erased(message):
    """A code or a link opens a door: it does not stay behind, neither in the words nor in the subject."""
    return {"subject": "", "body": ""} if message.erase_when_sent else {}


def _begin_anew(connection, done):
    """A conversation that broke off is begun again, so that the next message does not pay for this one."""
    _close(connection)
    try:
        connection.open()
    except (OSError, SMTPException):
        done.mail_answers = False


def _close(connection):
    try:
        connection.close()
    except (OSError, SMTPException):
        connection.connection = None
