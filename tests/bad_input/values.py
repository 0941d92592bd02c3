"""What no form expects, by what it asks for; each with a name that says what it is."""

import uuid
import zlib

LEFT_OUT, TWICE = object(), object()
HUGE = "x" * 1_000_000
A_FEW = 1  # of the bad values of a field in the quick tests; the slow ones take all of them

ANYWHERE = {
    "nothing at all": LEFT_OUT,
    "twice": TWICE,
    "a null byte": "be\x00fore",
    "a megabyte": HUGE,
    "bytes that are no UTF-8": "caf\xe9".encode("latin-1"),
    "half a character": "\ud800",
    "script": "<script>alert(1)</script>'\"",
    "right to left": "\u202enekat \u2066\u200f\u202c",
    "another header": "a\r\nBcc: b@example.org",
}
DATES = ("31.02.2026", "2026-02-31", "0000-00-00", "0001-01-01", "9999-12-31", "99999-01-01", "NaN", "tomorrow", "-1")
NUMBERS = ("NaN", "Infinity", "-Infinity", "1e999", "-1", "9" * 40, "letters", "3,5", "0x1F", "1_000", "\u0663", "-0")
TIMES = ("25:61", "-1:00", "noon", "10:00:00.0000000001", "NaN")
CHOICES = ("not there", "00000000-0000-0000-0000-000000000000", "9" * 40, "-1", "", "None", "{}", "%", "team:", ":")
LINKS = (
    "javascript:alert(1)",
    "http://",
    "//",
    "https://[::1",
    "data:text/html,x",
    "https://example.org/" + "a" * 5000,
)
MAILS = ("@", "a@b", "a" * 300 + "@example.org", '"<script>"@example.org', "a@example.org\r\nBcc: b@example.org")
KINDS = {
    "day": DATES,
    "number": NUMBERS,
    "time": TIMES,
    "choice": CHOICES,
    "hidden": (*CHOICES, *NUMBERS),
    "tick": CHOICES,
    "link": LINKS,
    "mail": MAILS,
    "file": ("words in place of a file",),
}


def bad_values(one, foreign=()):
    """{name: value} of what is wrong for a field; `foreign`: ids of rows that are not for this person."""
    values = dict(ANYWHERE)
    values |= {f"{value!r:.60}": value for value in KINDS.get(one.kind, ())}
    if one.kind in ("choice", "hidden"):
        values |= {"a made-up id": str(uuid.uuid4()), **{f"a foreign id {row}": row for row in foreign}}
    return values


def a_few(found, key):
    """A few of many for every second key, the same ones at every run, other ones for every key."""
    start, comes = divmod(zlib.crc32(key.encode()), 2)
    if not comes:
        return []
    step = max(1, len(found) // A_FEW)
    return [found[(start + turn * step) % len(found)] for turn in range(min(A_FEW, len(found)))]
