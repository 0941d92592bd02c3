"""`manage.py send`: the one process that sends mail. Any number may run; each message goes through one of them."""

import logging
import os
import select
import signal
from datetime import timedelta

import psycopg2
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from collaborative.isolation.roles import WrongRole, refuse_strong_role
from collaborative.outbox.sending import clear_sign_in_mails, empty_outbox

logger = logging.getLogger("next_tuesday")

POLL_SECONDS = 5
CLEARED_EVERY = timedelta(hours=1)
LONGEST_PAUSE = 60  # seconds, while the mail server or the database does not answer


class Command(BaseCommand):
    help = "Send what lies in the outbox, at once and then whenever something comes in. Runs as the sender's role."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Send what can leave now, then end.")

    def handle(self, *, once, **options):
        try:
            refuse_strong_role()
        except WrongRole as error:
            raise CommandError(str(error)) from error
        sender = Sender()
        if once and not sender.round():
            raise CommandError("The mail server or the database does not answer. Nothing is lost: try again later.")
        if not once:
            sender.run()


class Sender:
    """The loop: empty the outbox, then wait for word from the database, five seconds at most.

    SIGTERM and Ctrl-C end it between two messages.
    """

    def __init__(self):
        self.stopping, self.heard_on, self.cleared_at = False, None, None
        self.wake, self._waker = os.pipe()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def _stop(self, number, frame):
        self.stopping = True
        os.write(self._waker, b".")

    def run(self):
        pause = POLL_SECONDS
        while not self.stopping:
            answers = self.round()
            pause = POLL_SECONDS if answers else min(LONGEST_PAUSE, pause * 2)
            self._wait(pause, listen=answers)

    def round(self) -> bool:
        """Whether database and mail server answered."""
        try:
            self._listen()
            self._clear()
            return empty_outbox(should_stop=lambda: self.stopping).mail_answers
        except (OperationalError, InterfaceError) as error:
            logger.warning("database does not answer: %s", type(error).__name__)
            connection.close()
            return False

    def _clear(self):
        """Once an hour, and when it starts."""
        now = timezone.now()
        if self.cleared_at is None or now - self.cleared_at >= CLEARED_EVERY:
            clear_sign_in_mails(now)
            self.cleared_at = now

    def _listen(self):
        """Once on each connection to the database."""
        if connection.connection is None or connection.connection is not self.heard_on:
            with connection.cursor() as cursor:
                cursor.execute("LISTEN outbox")
            self.heard_on = connection.connection

    def _wait(self, seconds, *, listen):
        """Until somebody writes a message, asks us to end, or the time is over."""
        raw = connection.connection if listen else None
        if raw is not None and raw.notifies:  # word came while we were reading
            raw.notifies.clear()
            return
        sources = [self.wake] if raw is None else [self.wake, raw]
        ready, _writable, _broken = select.select(sources, [], [], seconds)
        if raw in ready:
            try:
                raw.poll()
                raw.notifies.clear()
            except psycopg2.Error as error:
                logger.warning("database connection lost: %s", type(error).__name__)
                connection.close()
