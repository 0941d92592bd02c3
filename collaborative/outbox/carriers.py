"""How messages travel: a mail server, a text gateway. Each is opened for a round and closed after it.

A carrier's `carry` raises `Refused` where trying again does not help, and `NotThrough` where it may; `answers` says
whether it can be spoken to at all.
"""

import logging
from email.utils import formataddr, parseaddr
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils.module_loading import import_string

from . import rules
from .enums import Channel
from .gateways import NotThrough, Refused

logger = logging.getLogger("next_tuesday")


class MailCarrier:
    """The mail server of EMAIL_URL, in one conversation."""

    def __init__(self):
        self.connection, self.answers = get_connection(fail_silently=False), True

    def open(self):
        try:
            self.connection.open()
        except (OSError, SMTPException) as error:
            logger.warning("mail server does not answer: %s", type(error).__name__)
            self.answers = False

    def carry(self, message):
        try:
            mail_of(message, self.connection).send()
        except SMTPRecipientsRefused as error:
            self._begin_anew()
            refusals = [code for code, _words in error.recipients.values()]
            raise (Refused if rules.is_refused_for_good(refusals) else NotThrough) from error
        except ValueError as error:  # an address or a header that no mail can have
            raise Refused from error
        except (OSError, SMTPException) as error:
            self._begin_anew()
            raise NotThrough from error

    def _begin_anew(self):
        """A conversation that broke off is begun again, so that the next message does not pay for this one."""
        self.close()
        try:
            self.connection.open()
        except (OSError, SMTPException):
            self.answers = False

    def close(self):
        try:
            self.connection.close()
        except (OSError, SMTPException):
            self.connection.connection = None


class TextCarrier:
    """The gateway of TEXT_GATEWAY. One that does not answer is left alone until the next round: mails go on."""

    def __init__(self):
        self.gateway, self.answers = import_string(settings.TEXT_GATEWAY)(), True

    def open(self):
        """Nothing to open: each text is a request of its own."""

    def close(self):
        """Nothing to close."""

    def carry(self, message):
        try:
            self.gateway.send(
                to=message.to, body=message.body, message_id=message.message_id, language=message.language
            )
        except (NotThrough, OSError) as error:
            self.answers = False
            raise NotThrough from error


def carriers():
    """(channel, carrier) of what is set up here; mails first. Without a gateway texts wait."""
    yield Channel.MAIL, MailCarrier
    if settings.TEXT_GATEWAY:
        yield Channel.TEXT, TextCarrier


def mail_of(message, connection=None) -> EmailMultiAlternatives:
    """The mail as it leaves: the installation's address under a person's name, and that person's own to reply to."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.body,
        from_email=formataddr((message.from_name, address)) if message.from_name else settings.DEFAULT_FROM_EMAIL,
        to=[message.to],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday replies to it
            **_ways_out(message),
        },
        connection=connection,
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def _ways_out(message):
    """What lets a mail program offer its own "unsubscribe" (RFC 2369, RFC 8058): one tap, without signing in."""
    if not message.leave_url:
        return {}
    return {"List-Unsubscribe": f"<{message.leave_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
