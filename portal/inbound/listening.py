"""The listener: a mail server hands us what it has taken for our address (LMTP, RFC 2033), and we store it.

A mail that is not for us is taken and let go: refused, it would be sent back to a sender who may have been forged.
Where the database does not answer, the server is asked to come again.
"""

import logging
import socket
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.lmtp import LMTP
from asgiref.sync import sync_to_async
from django.db import DatabaseError, InterfaceError, close_old_connections

from . import addresses, rules
from .actions import store

logger = logging.getLogger("next_tuesday")


class Door:
    """What the protocol asks of us. `DATA` is answered once for each recipient (RFC 2033, 4.2)."""

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        sender = (envelope.mail_from or "").strip("<>")  # a bounce has none
        raw = f"Return-Path: <{sender}>\r\n".encode(errors="replace") + envelope.content
        answers = [await sync_to_async(answer_to)(address, raw) for address in envelope.rcpt_tos]
        return "\r\n".join(answers)


def answer_to(recipient: str, raw: bytes) -> str:
    """Store one mail for one recipient; what the server is told."""
    token = addresses.token_in([recipient])
    if not token:
        logger.info("mail for nobody here let go")
        return "250 Thank you"
    close_old_connections()
    try:
        is_new = store(token, raw)
    except (DatabaseError, InterfaceError) as error:
        logger.warning("mail could not be stored: %s", type(error).__name__)
        return "451 Please try again later"
    logger.info("mail stored" if is_new else "mail that came before let go")
    return "250 Thank you"


class Protocol(LMTP):
    """LMTP for mails as they are: some programs write a whole paragraph of HTML on one line."""

    line_length_limit = rules.LARGEST


class Listener(Controller):
    """Listens at an address until it is stopped, in a thread of its own."""

    def __init__(self, host, port):
        super().__init__(Door(), hostname=host, port=port, ready_timeout=10)

    def factory(self):
        return Protocol(self.handler, data_size_limit=rules.LARGEST, enable_SMTPUTF8=True, ident="Next Tuesday")

    def _trigger_server(self):
        """Any free port was asked for with 0: know which it is."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def listen(host: str, port: int, ending: threading.Event, ready=lambda listener: None) -> None:
    """Listen until the event is set.

    Raises
    ------
    OSError
        At once, where nobody can listen.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family):
        """The listener itself would wait for its time to run out before it said so."""
    listener = Listener(host, port)
    listener.start()
    try:
        ready(listener)
        ending.wait()
    finally:
        listener.stop()
