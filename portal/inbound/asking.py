"""Asking a mailbox (IMAP, RFC 3501) what came, and storing it.

What was stored for one of our addresses is taken out of the mailbox; every other mail is left there, as read. A mail is
stored before it is taken out: whoever is killed in between stores it again, which is noticed.
"""

import logging
from dataclasses import dataclass
from imaplib import IMAP4
from urllib.parse import unquote, urlsplit

from django.db import close_old_connections
from imap_tools import AND, ImapToolsError, MailBox, MailBoxUnencrypted, MailMessageFlags

from . import addresses, reading
from .actions import store

logger = logging.getLogger("next_tuesday")
MOST_AT_ONCE = 100
PATIENCE = 30  # seconds for any answer of the mail server


@dataclass(frozen=True)
class Place:
    """A mailbox: where it is, and whose."""

    is_encrypted: bool
    host: str
    port: int
    user: str
    password: str
    folder: str


class DoesNotAnswer(Exception):
    """The mail server is away, or does not let us in."""


def place_of(url: str) -> Place:
    """imaps://user:password@host:port/folder; `%40` stands for an @ in the user."""
    found = urlsplit(url)
    is_encrypted = found.scheme == "imaps"
    return Place(
        is_encrypted=is_encrypted,
        host=found.hostname or "",
        port=found.port or (993 if is_encrypted else 143),
        user=unquote(found.username or ""),
        password=unquote(found.password or ""),
        folder=unquote(found.path.strip("/")) or "INBOX",
    )


def fetch(place: Place) -> int:
    """Store what came since the last time; says how much. Raises DoesNotAnswer."""
    opened = MailBox if place.is_encrypted else MailBoxUnencrypted
    try:
        with opened(place.host, port=place.port, timeout=PATIENCE).login(
            place.user, place.password, initial_folder=place.folder
        ) as mailbox:
            return _fetch(mailbox)
    except (OSError, IMAP4.error, ImapToolsError) as error:
        raise DoesNotAnswer(type(error).__name__) from error


def _fetch(mailbox) -> int:
    close_old_connections()
    stored = 0
    for message in mailbox.fetch(AND(seen=False), mark_seen=False, bulk=False, limit=MOST_AT_ONCE):
        raw = message.obj.as_bytes()
        token = addresses.token_in(reading.recipients_of(raw))
        if token:
            stored += store(token, raw)
            mailbox.delete(message.uid)
        else:
            logger.info("mail for nobody here left in the mailbox")
            mailbox.flag(message.uid, MailMessageFlags.SEEN, True)
    return stored
