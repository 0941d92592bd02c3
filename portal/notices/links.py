"""Signed links by which a person stops messages without signing in. They hold for good, and can do nothing else."""

import base64
from binascii import Error
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .enums import Subject

# One letter each, so that the link stays short; a letter is never given to anything else.
LETTERS = {"g": "gathered", "a": "all", "t": Subject.TALK, "q": Subject.ASKED, "c": Subject.CELEBRATIONS,
           "p": Subject.POSTS, "w": Subject.QUESTION, "d": Subject.DATES, "s": Subject.SHELF,
           "n": Subject.NEWSLETTER}  # fmt: skip
LETTER_OF = {what: letter for letter, what in LETTERS.items()}
_signer = signing.Signer(salt="portal.notices.stop", sep=".")


@dataclass(frozen=True)
class Stop:
    """Whose messages end, and which: a subject, "gathered" or "all"."""

    organization_id: UUID
    person_id: UUID
    what: str


def token_of(stop: Stop) -> str:
    both = base64.urlsafe_b64encode(stop.organization_id.bytes + stop.person_id.bytes).decode().rstrip("=")
    return _signer.sign(LETTER_OF[stop.what] + both)


def read(token: str) -> Stop | None:
    """What a link says; None for one that was not made here."""
    try:
        said = _signer.unsign(token)
        both = base64.urlsafe_b64decode(said[1:] + "=")
        return Stop(UUID(bytes=both[:16]), UUID(bytes=both[16:]), LETTERS[said[0]])
    except (signing.BadSignature, Error, ValueError, KeyError, IndexError):
        return None


def stop_url(organization_id, person_id, what) -> str:
    token = token_of(Stop(organization_id, person_id, what))
    return settings.PUBLIC_ADDRESS + reverse("reach:stop", args=[token])
