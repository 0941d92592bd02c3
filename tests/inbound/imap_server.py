"""A small mail server with one mailbox that speaks IMAP4rev1 (RFC 3501), as far as it is asked here."""

import contextlib
import re
import socketserver
import threading

FETCH = re.compile(rb"^UID FETCH (\d+) ", re.IGNORECASE)
STORE = re.compile(rb"^UID STORE (\d+) ([+-])FLAGS(?:\.SILENT)? \(?([^)]*)\)?$", re.IGNORECASE)


class Mailbox:
    """`mails`: {uid: (raw, flags)}; `heard`: the words of commands, in order."""

    def __init__(self, *raws, user="answers", password="of-a-mailbox"):  # noqa: S107
        self.mails = {number: (raw, set()) for number, raw in enumerate(raws, 1)}
        self.user, self.password, self.heard, self.breaks_at = user, password, [], None

    def flags(self):
        return {uid: sorted(flags) for uid, (_raw, flags) in self.mails.items()}

    def answer(self, command):
        """Yields the lines before the last one; raises Refused."""
        word = command.split(b" ")[0].upper()
        self.heard.append(word.decode())
        if self.breaks_at and command.upper().startswith(self.breaks_at):
            raise ConnectionError
        if word == b"LOGOUT":
            yield b"* BYE"
        elif word == b"CAPABILITY":
            yield b"* CAPABILITY IMAP4rev1"
        elif word == b"LOGIN":
            if command.split(b" ", 1)[1].replace(b'"', b"") != f"{self.user} {self.password}".encode():
                raise Refused
        elif word in (b"SELECT", b"EXAMINE"):
            yield b"* %d EXISTS" % len(self.mails)
            yield b"* OK [UIDVALIDITY 1]"
        elif word == b"EXPUNGE":
            self.mails = {uid: mail for uid, mail in self.mails.items() if "\\Deleted" not in mail[1]}
        elif word == b"UID":
            yield from self._of_uid(command)

    def _of_uid(self, command):
        if command.upper().startswith(b"UID SEARCH"):
            yield b"* SEARCH " + b" ".join(b"%d" % uid for uid, mail in self.mails.items() if "\\Seen" not in mail[1])
        elif found := FETCH.match(command):
            uid = int(found[1])
            raw, flags = self.mails[uid]
            said = (uid, uid, " ".join(sorted(flags)).encode(), len(raw), len(raw))
            yield b"* %d FETCH (UID %d FLAGS (%s) RFC822.SIZE %d BODY[] {%d}" % said
            yield raw + b")"
        elif found := STORE.match(command):
            change = set(found[3].decode().split())
            flags = self.mails[int(found[1])][1]
            flags.update(change) if found[2] == b"+" else flags.difference_update(change)


class Refused(Exception):
    """The answer is NO."""


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"* OK ready\r\n")
        with contextlib.suppress(ConnectionError, OSError):
            for line in self.rfile:
                tag, _space, command = line.strip().partition(b" ")
                if not self._answered(tag, command):
                    return

    def _answered(self, tag, command):
        mailbox = self.server.mailbox
        try:
            for line in mailbox.answer(command):
                self.wfile.write(line + b"\r\n")
        except Refused:
            self.wfile.write(tag + b" NO refused\r\n")
            return True
        self.wfile.write(tag + b" OK done\r\n")
        return command.upper() != b"LOGOUT"


@contextlib.contextmanager
def serving(mailbox):
    """The port at which the mailbox is served."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.daemon_threads, server.mailbox = True, mailbox
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
