"""What a template asks of people, where a team stands in the course of a collaborative, and what is next for it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from collaborative.framework.rules import Entry
from collaborative.schedule.rules import resolve

from .enums import ASKED_ROLES, LeadsTo

NEAR = 7  # days around a session in which its own checklist comes first; ours


@dataclass(frozen=True)
class Item:
    """One line of a checklist; `key` names it together with its phase."""

    key: str
    text: str


@dataclass(frozen=True)
class Phase:
    """A session or a period by its number, and what a team normally does there. A guide, not a test."""

    key: str
    name: str
    session: int | None
    period: int | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class AskedTemplate:
    """What a template asks of people; empty parts where it says nothing."""

    expectations: tuple[dict, ...]
    letter: dict | None
    prework: tuple[dict, ...]
    day: dict | None
    phases: tuple[Phase, ...]
    agreement: dict


def read_asked(data) -> AskedTemplate:
    """The parts of a template that this room needs. Raises TemplateProblem naming the first bad entry."""
    template = Entry(data, "")
    return AskedTemplate(
        expectations=tuple(_expectation(entry) for entry in _some(template, "expectations")),
        letter=_letter(template) if "letter" in data else None,
        prework=tuple(_assignment(entry) for entry in _some(template, "prework")),
        day=_day(template) if "prework_day" in data else None,
        phases=read_phases(data),
        agreement=_agreement(template) if "agreement" in data else {},
    )


def read_phases(data) -> tuple[Phase, ...]:
    """The checklists of a template, in the order they are lived."""
    template = Entry(data, "")
    return tuple(
        Phase(
            key=entry.text("key", 20),
            name=entry.text("name", 120),
            session=entry.number("session", least=1, optional=True),
            period=entry.number("period", least=0, optional=True),
            items=tuple(
                Item(f"{entry.text('key', 20)}.{item.text('key', 40)}", item.text("text", 200))
                for item in entry.entries("items")
            ),
        )
        for entry in _some(template, "phases")
    )


def _some(template, name):
    return template.entries(name) if name in template.value else []


def _expectation(entry):
    return {
        "role": entry.one_of("role", set(ASKED_ROLES)),
        "what": entry.text("what", 1200),
        "how_much": entry.text("how_much", 160, optional=True),
        "when": entry.text("when", 240, optional=True),
        "whose_time": entry.text("whose_time", 240, optional=True),
        "cover": entry.text("cover", 400, optional=True),
    }


def _letter(template):
    entry = template.entry("letter")
    return {"title": entry.text("title", 120), "text": entry.text("text", 8000)}


def _assignment(entry):
    leads_to = entry.text("leads_to", 12, optional=True)
    return {
        "key": entry.text("key", 40),
        "title": entry.text("title", 120),
        "why": entry.text("why", 600),
        "how": entry.text("how", 2000, optional=True),
        "where": entry.text("where", 160, optional=True),
        "leads_to": entry.one_of("leads_to", set(LeadsTo.values)) if leads_to else "",
        "offset_days": entry.number("offset_days"),
        "instead_of_day": entry.flag("instead_of_day"),
    }


def _day(template):
    entry = template.entry("prework_day")
    return {
        "title": entry.text("title", 160),
        "offset_days": entry.number("offset_days"),
        "objectives": entry.texts("objectives", 300),
    }


def _agreement(template):
    entry = template.entry("agreement")
    return {name: entry.text(name, 2000) for name in ("tries", "scores", "numbers", "photos", "failures")}


def before_days_off(anchor: date, offset_days: int, days_off) -> int:
    """The distance of a good day from its session, a day earlier for as long as it would fall on a day off."""
    while resolve(anchor, offset_days, to_working_day=True) in days_off:
        offset_days -= 1
    return offset_days


def phase_now(phases, sessions, periods, today: date):
    """The phase a team is in: a session's own from a week before it until the day after, else the period's.

    `sessions`, `periods`: rows with `number`, `starts_on`, `ends_on`. Before everything the first, after it the last.
    """
    by_session = {phase.session: phase for phase in phases if phase.session}
    by_period = {phase.period: phase for phase in phases if phase.period is not None}
    for session in sessions:
        near = (today - session.starts_on).days >= -NEAR and (today - session.ends_on).days <= 1
        if near and session.number in by_session:
            return by_session[session.number]
    begun = [period for period in periods if period.starts_on <= today and period.number in by_period]
    if begun:
        return by_period[max(begun, key=lambda period: period.starts_on).number]
    return phases[0] if phases else None


def is_own_name(typed: str, first_name: str, family_name: str) -> bool:
    """Whether what was typed is this person's own name: their first name or family name stands in it as a word."""
    words = set(re.findall(r"\w+", typed.casefold()))
    own = [set(re.findall(r"\w+", name.casefold())) for name in (first_name, family_name)]
    return any(name and name <= words for name in own)


@cache
def blocks(text: str) -> tuple[tuple[str, object], ...]:
    """A text as ("p", words) and ("ul", lines): paragraphs, and lines that begin with a dash as a list."""
    found = []
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.strip()
        if line.startswith("- "):
            if found and found[-1][0] == "ul":
                found[-1][1].append(line[2:])
            else:
                found.append(("ul", [line[2:]]))
        elif not line:
            found.append(("", None))
        elif found and found[-1][0] == "p":
            found[-1] = ("p", f"{found[-1][1]} {line}")
        else:
            found.append(("p", line))
    return tuple(block for block in found if block[0])
