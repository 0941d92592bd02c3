"""A real SMTP server that keeps what it is given."""

import contextlib
import time
from email import message_from_bytes

from aiosmtpd.controller import Controller


class Mailbox:
    """`mails`: what was delivered. `answers`: {address: reply} of refusals. `seconds`: how long a mail takes."""

    def __init__(self):
        self.mails, self.answers, self.seconds = [], {}, 0.0

    async def handle_RCPT(self, server, session, envelope, address, options):
        refused = self.answers.get(address)
        if refused:
            return refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(message_from_bytes(envelope.content))
        if self.seconds:
            time.sleep(self.seconds)
        return "250 OK"

    @property
    def ids(self):
        return [mail["Message-ID"] for mail in self.mails]


class AnyPort(Controller):
    """A controller on whatever port is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextlib.contextmanager
def listening():
    """(Mailbox, its address for EMAIL_URL)."""
    mailbox = Mailbox()
    controller = AnyPort(mailbox, hostname="127.0.0.1", port=0)
    controller.start()
    try:
        yield mailbox, f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()
