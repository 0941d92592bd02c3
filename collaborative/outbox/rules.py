"""Decisions about sending, on plain values: when to try again, when to stop, and what is left of a message."""

import unicodedata
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
E164 = r"^\+[1-9][0-9]{5,14}$"  # a whole phone number, with its country (ITU-T E.164: at most fifteen digits)
# A text's letters: GSM 03.38 (3GPP TS 23.038, 6.2.1), and those of its second page, which take two places each.
PLAIN_LETTERS = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
WIDE_LETTERS = frozenset("^{}\\[~]|€")
# Letters in a text alone, and in each of several (3GPP TS 23.040, 9.2.3.24.1).
PLAIN_SEGMENT, WIDE_SEGMENT = (160, 153), (70, 67)
WEEKLY, DAILY, AT_ONCE = "week:", "day:", "now:"  # how the slots of gathered messages begin
GATHERED = (WEEKLY, DAILY, AT_ONCE)
MOST_SEGMENTS = 2  # of a text of ours; what does not fit belongs behind its link
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


def segments(body: str) -> int:
    """In how many pieces a text travels (each is paid for, and an old phone shows each by itself)."""
    if all(letter in PLAIN_LETTERS or letter in WIDE_LETTERS for letter in body):
        length, (alone, joined) = sum(1 + (letter in WIDE_LETTERS) for letter in body), PLAIN_SEGMENT
    else:
        length, (alone, joined) = len(body.encode("utf-16-be")) // 2, WIDE_SEGMENT
    return 1 if length <= alone else -(-length // joined)


def as_text(body: str) -> str:
    """The words as they fit into a text: one that would travel in more than two pieces loses its accents first."""
    body = body.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-")
    return body if segments(body) <= MOST_SEGMENTS else "".join(_plain(letter) for letter in body)


def _plain(letter):
    if letter in PLAIN_LETTERS or letter in WIDE_LETTERS:
        return letter
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return bare if all(part in PLAIN_LETTERS for part in bare) else letter
