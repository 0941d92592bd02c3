"""Decisions about mail that comes in, on plain values: how long what holds, when to try again, who may have sent it."""

import re
from collections.abc import Iterable
from datetime import timedelta

ADDRESS_LIVES = timedelta(days=30)  # after the last mail that bears it; a talk is over by then, and the page is there
LEASE = timedelta(minutes=2)  # longer than taking in one mail takes
# After the first, second, ... try that broke; ours.
PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
MOST_TRIES = len(PAUSES) + 1
ASIDE_KEPT = timedelta(days=7)  # the words of a mail that could not be taken in, for whoever mends the fault; ours
RECEIVED_KEPT = timedelta(days=30)  # that it came, without a word of it: mail servers try again for days; ours
LARGEST = 25_000_000  # bytes of a mail that is taken at all: what large providers send (25 MB)
KEPT = 300_000  # bytes of it that are stored: an answer stands at its beginning, pictures do not travel this way
MOST_A_DAY = 20  # answers to one address; more is a machine talking to a machine; ours
LONGEST = 4000  # letters of an answer, as on the page

ROBOTS = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+\-._]|$)", re.IGNORECASE)
# How programs that answer for people who are away begin their subjects, where they say it nowhere else.
AWAY = re.compile(
    r"^\s*(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|autoreply|"
    r"respuesta autom[aá]tica|fuera de (la )?oficina|undeliver|delivery status|mail delivery failed)",
    re.IGNORECASE,
)
BULK = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
MACHINE_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-failed-recipients", "list-id", "feedback-id")
NOT_NOW = re.compile(
    r"^\W*(not\s+this\s+(month|week|time)|(este\s+mes|esta\s+semana|esta\s+vez)\s+no)\b\W*", re.IGNORECASE
)


def is_from_a_machine(headers: dict[str, str], sender: str, *, content_type: str = "") -> bool:
    """Whether a program wrote this mail: a holiday reply, a bounce, a list (RFC 3834, 2 and 5). Names in lower case."""
    return (
        headers.get("auto-submitted", "no").partition(";")[0].strip().lower() != "no"
        or headers.get("precedence", "").strip().lower() in BULK
        or headers.get("return-path", "").strip() == "<>"
        or any(name in headers for name in MACHINE_HEADERS)
        or content_type == "multipart/report"
        or bool(ROBOTS.match(sender.partition("@")[0]))
        or bool(AWAY.match(headers.get("subject", "")))
    )


def is_theirs(senders: Iterable[str], proven: Iterable[str]) -> bool:
    """Whether a mail with these senders is a person's with these proven addresses; one with two senders is nobody's."""
    senders = list(senders)
    return len(senders) == 1 and senders[0] in set(proven)


def not_now(text: str) -> str | None:
    """What else was said after "not this month" or "este mes no", maybe nothing; None where that was not said."""
    found = NOT_NOW.match(text)
    return text[found.end() :].strip() if found else None
