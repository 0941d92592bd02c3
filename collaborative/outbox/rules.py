"""Decisions about sending, on plain values: when to try again, when to stop, and what is left of a message."""

from collections.abc import Iterable
from datetime import timedelta

LEASE = timedelta(minutes=2)  # longer than one mail takes, each step of which ends after EMAIL_TIMEOUT seconds
# After the first, second, ... attempt that did not get through; ours: quick at first, then over a working day.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
)
MOST_ATTEMPTS = len(PAUSES) + 1
SIGN_IN_MAILS_KEPT = timedelta(days=1)  # after they were sent; the code in them is long void; ours
REFUSED_FOR_GOOD = 500  # RFC 5321, 4.2.1: replies of 500 and above say that trying again does not help


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after this many attempts; None where it is time to stop."""
    return None if attempts >= MOST_ATTEMPTS else PAUSES[max(0, attempts - 1)]


def is_refused_for_good(codes: Iterable[int]) -> bool:
    """Whether a mail server that answered with these codes, one for each address, will never take the mail."""
    codes = tuple(codes)
    return bool(codes) and all(code >= REFUSED_FOR_GOOD for code in codes)


def together(paragraphs: Iterable[str]) -> str:
    """Paragraphs as one text."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def without(body: str, dropped: Iterable[str]) -> str:
    """A text made by `together`, without these paragraphs."""
    gone = list(dropped)
    return together(paragraph for paragraph in body.split("\n\n") if paragraph not in gone)


def one_line(words: str) -> str:
    """Words on one line, as a mail's headers need them."""
    return " ".join(words.split())
