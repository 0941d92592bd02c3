"""Who may be spoken to, whom a name means, how long something has waited: pure decisions on plain values."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from .enums import POST_AUDIENCES

SATURDAY = 5
NAME = re.compile(r"(?<![\w@.])@([^\W\d_]+(?:[-'’][^\W\d_]+)*)")  # @Rosa, @Soo-jin; no mail address
MOST_NAMED = 10  # people in one post or reply; ours
LONGEST_WAIT = 60  # days back over which working days are counted; ours


def open_audiences(may_write, groups, has_team):
    """The audiences a person may post to, widest first: [(audience, group id or None)].

    `may_write`: audience -> bool from the permission table. `groups`: ids of her role groups. `has_team`: whether she
    belongs to a team.
    """
    found = []
    for audience in POST_AUDIENCES:
        if not may_write(audience):
            continue
        if audience == "group":
            found += [(audience, group) for group in groups]
        elif audience != "team" or has_team:
            found.append((audience, None))
    return found


def named_in(text: str) -> list[str]:
    """The first names typed with an @ in front, each once, in their order."""
    return list(dict.fromkeys(NAME.findall(text)))[:MOST_NAMED]


def names_of(text: str) -> list[str]:
    """First names typed one after another, with commas or "and" between them."""
    parts = (part.strip().lstrip("@") for part in re.split(r"[,;\n]|\band\b|\by\b", text))
    return list(dict.fromkeys(part for part in parts if part))[:MOST_NAMED]


def who_is_meant(names: Collection[str], readers: Collection[tuple], chosen: Collection = ()):
    """(people meant, {name: those it may mean}) of these names among readers, given as (first name, person).

    A name that means one reader means her. One that means several asks, unless one of them is in `chosen`. A name in
    the second value with nobody under it is nobody's who can read this.
    """
    meant, unclear = list(dict.fromkeys(chosen)), {}
    for name in names:
        found = list(dict.fromkeys(person for first_name, person in readers if first_name.lower() == name.lower()))
        if len(found) == 1:
            meant += [person for person in found if person not in meant]
        elif not set(found) & set(chosen):
            unclear[name] = found
    return meant, unclear


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def working_days_waited(since: date, today: date, silent: Collection[date]) -> int:
    """Working days after `since` up to and with today, days on which somebody had to be silent left out."""
    first = max(since, today - timedelta(days=LONGEST_WAIT))
    days = (first + timedelta(days=ahead) for ahead in range(1, (today - first).days + 1))
    return sum(1 for day in days if day.weekday() < SATURDAY and day not in silent)


def shows_from(today: date, new_by_week: dict[date, int], most: int) -> date:
    """The day from which something new stands on the shelf: today, or the Monday of the first week with room for it.

    `new_by_week`: how many new ones the weeks from this one on hold, by their Mondays.
    """
    week = monday_of(today)
    while new_by_week.get(week, 0) >= most:
        week += timedelta(days=7)
    return max(week, today)


def versions(rows):
    """Rows of history without those that changed no words: [(words, row)], the oldest first; `rows` as (words, row)."""
    kept = []
    for words, row in rows:
        if not kept or kept[-1][0] != words:
            kept.append((words, row))
    return kept
