"""`manage.py receive`: the one process that mail comes in by. It may add mails and read nothing."""

import logging
import signal
import threading
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError, connection

from collaborative.isolation.roles import WrongRole, refuse_strong_role
from portal.inbound import asking, listening

logger = logging.getLogger("next_tuesday")
LMTP_PORT = 24  # RFC 2033, 6
POLL_SECONDS = 30
LONGEST_PAUSE = 600  # seconds, while the mailbox does not answer


class Command(BaseCommand):
    help = "Take in answers by mail, from where INBOUND_URL says. Runs as the receiver's role."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Ask the mailbox once, then end (imaps alone).")

    def handle(self, *, once, **options):
        try:
            refuse_strong_role()
        except WrongRole as error:
            raise CommandError(str(error)) from error
        connection.close()
        place = urlsplit(settings.INBOUND_URL)
        if place.scheme == "lmtp" and place.hostname:
            self._listen(place)
        elif place.scheme in ("imap", "imaps") and place.hostname:
            self._ask(asking.place_of(settings.INBOUND_URL), once=once)
        else:
            raise CommandError("INBOUND_URL is not set: lmtp://host:port, or imaps://user:password@host/folder.")

    def _listen(self, place):
        ending = ended_by_a_signal()
        try:
            listening.listen(place.hostname, LMTP_PORT if place.port is None else place.port, ending, self._say)
        except OSError as error:
            raise CommandError(f"Nobody can listen at {place.hostname}:{place.port}: {error.strerror}.") from error

    def _say(self, listener):
        self.stdout.write(f"Mail comes in at {listener.hostname}:{listener.port} (LMTP).")
        self.stdout.flush()

    def _ask(self, place, *, once):
        ending, pause = ended_by_a_signal(), POLL_SECONDS
        while not ending.is_set():
            answers = asked(place)
            if once:
                if not answers:
                    raise CommandError("The mailbox or the database does not answer. Nothing is lost.")
                return
            pause = POLL_SECONDS if answers else min(LONGEST_PAUSE, pause * 2)
            ending.wait(pause)


def asked(place) -> bool:
    """Whether mailbox and database answered; what came is stored."""
    try:
        stored = asking.fetch(place)
    except asking.DoesNotAnswer as error:
        logger.warning("mailbox does not answer: %s", error)
        return False
    except (DatabaseError, InterfaceError) as error:
        logger.warning("mail could not be stored: %s", type(error).__name__)
        connection.close()
        return False
    if stored:
        logger.info("%s mails stored", stored)
    return True


def ended_by_a_signal() -> threading.Event:
    """An event that SIGTERM and Ctrl-C set."""
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: ending.set())
    return ending
