"""Whose voice is still to come, as questions; pure decisions on plain values. No counts, and nobody by name."""

import re
from collections.abc import Iterable

from collaborative.tenancy.enums import Role

ASKED_FOR = (Role.FAMILY_PARTNER, Role.TEACHER, Role.SENIOR_LEADER)
# Words by which an idea is said to come from somebody without a name, in the languages spoken here.
IDEA_OF = {
    Role.FAMILY_PARTNER: r"famil\w*|parents?|mother|father|grand\w+|mam[aá]|pap[aá]|abuel\w+",
    Role.TEACHER: r"teachers?|aides?|maestr\w+|asistentes?",
    Role.SENIOR_LEADER: r"directors?|office|director[ae]s?",
}
FEW_ROOMS = 3  # named in one question; ours


def places_to_fill(roles: Iterable[str]) -> list[str]:
    """The roles nobody on the team has yet."""
    filled = set(roles)
    return [role for role in ASKED_FOR if role not in filled]


def without_us(languages: Iterable[str], we_speak: Iterable[str]) -> list[str]:
    """Languages of the children that nobody on the team speaks."""
    ours = {one.casefold() for one in we_speak}
    return [one for one in languages if one.casefold() not in ours]


def not_heard(members: list[tuple[str, str]], said) -> list[str]:
    """Roles on the team from which nothing is written down: neither by them, nor as their idea.

    `members`: (first name, role) of each; `said`: (role of the author, whose idea it was) of each try.
    """
    heard = set()
    for role, idea in said:
        owner = _idea_of(idea, members)
        heard.update(owner or {role})
    return [role for role in ASKED_FOR if role in {held for _name, held in members} and role not in heard]


def _idea_of(idea, members):
    found = {role for name, role in members if _stands_in(name, idea)}
    return found | {role for role, words in IDEA_OF.items() if re.search(rf"\b(?:{words})\b", idea, re.IGNORECASE)}


def rooms_named(rooms: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The rooms whose names stand in these texts, in their own order."""
    together = " · ".join(text for text in texts if text)
    return [room for room in rooms if _stands_in(room, together)]


def rooms_not_heard(rooms: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The rooms no text names; none where no room is ever named, since then nobody writes rooms down here."""
    rooms = list(rooms)
    named = rooms_named(rooms, texts)
    return [room for room in rooms if room not in named][:FEW_ROOMS] if named else []


def _stands_in(name, text):
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
