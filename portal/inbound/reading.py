"""A mail as it came, read into plain values; broken ones are read as far as they go."""

import hashlib
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.utils import getaddresses

from collaborative.people.addresses import canonical

from . import addresses, cutting, html_words, rules

ANSWERED_TO = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")
MOST_TEXT = 120_000  # letters of a mail's text that are looked at; an answer stands at its beginning


@dataclass(frozen=True)
class Mail:
    """What a mail says: whom it is from, what was written just now, whether something hangs on it."""

    senders: tuple[str, ...]
    words: str
    has_attachments: bool
    is_from_a_machine: bool


def parsed(raw: bytes):
    return message_from_bytes(raw, policy=policy.compat32)


def digest_of(raw: bytes) -> str:
    """By what a mail delivered twice is known: its Message-ID, or all of it where it has none."""
    named = str(parsed(raw).get("Message-ID", "")).strip()
    return hashlib.sha256(named.encode(errors="replace") or raw).hexdigest()


def recipients_of(raw: bytes) -> list[str]:
    """Whom a mail is for, by its own lines; for mailboxes, where no envelope is left."""
    mail = parsed(raw)
    return [str(value) for name in ANSWERED_TO for value in mail.get_all(name, [])]


def read(raw: bytes) -> Mail:
    mail = parsed(raw)
    senders = tuple(_canonical(address) for _name, address in getaddresses(_texts(mail, "from")))
    headers = {name.lower(): _decoded(value) for name, value in mail.items()}
    kind = mail.get_content_type()
    is_own = any(addresses.is_own(one) for one in senders)
    machine = is_own or any(rules.is_from_a_machine(headers, one, content_type=kind) for one in senders or ("",))
    text, attached = _text_of(mail)
    return Mail(senders, cutting.newly_written(text), attached, machine)


def _texts(mail, name):
    return [str(value) for value in mail.get_all(name, [])]


def _canonical(address):
    try:
        return canonical(address)
    except ValueError:
        return ""


def _decoded(value):
    """A header's words, its encoding undone where that can be."""
    try:
        parts = decode_header(str(value))
    except (MessageError, ValueError):
        return str(value)
    return "".join(one if isinstance(one, str) else _letters(one, charset) for one, charset in parts)


def _text_of(mail):
    """(the text, whether pictures or files hang on it): plain where there is some, else out of HTML."""
    plain, html, attached = [], [], False
    for part in mail.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        is_file = part.get_content_disposition() == "attachment" or part.get_filename()
        if kind == "text/plain" and not is_file:
            plain.append(_unwrapped(part, _words(part)))
        elif kind == "text/html" and not is_file:
            html.append(_words(part))
        elif kind not in ("application/pgp-signature", "application/pkcs7-signature", "text/x-amp-html"):
            attached = True
    text = "\n".join(plain)
    if not text.strip():
        text = html_words.words_of("\n".join(html)[:MOST_TEXT])
    return text[:MOST_TEXT], attached


def _words(part):
    payload = part.get_payload(decode=True)
    return _letters(payload or b"", part.get_content_charset())


def _letters(raw, charset):
    """Letters of bytes in the charset that was named, or in the one they most likely are in."""
    for name in (charset, "utf-8"):
        try:
            return raw.decode(name or "utf-8")
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("cp1252", errors="replace")


def _unwrapped(part, text):
    """Lines that the program broke and marked with a space are whole again (RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line if line == "-- " else line.removeprefix(" ")
        if lines and _goes_on(lines[-1], line):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def _goes_on(before, line):
    is_one = before.endswith(" ") and before.startswith(">") == line.startswith(">")
    return is_one and "-- " not in (before, line)
