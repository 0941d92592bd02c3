"""Decisions about reports, on plain values: which months, how far a drawing is, whom to take up again."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta

MONTHS_TO_CHOOSE = 6
MOST_ATTEMPTS = 3
QUIET = timedelta(minutes=2)  # a drawing that said nothing for so long is taken up again; a chart takes a second
FORGETTING = timedelta(hours=25)  # words can be removed for good within a day of being written
LOOK = 1  # counts up when the pages are laid out differently: then the same story is drawn anew
BEGUN, LAST_STEP = 5, 10  # percent of the progress for taking it up, and for laying out the pages


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def month_before(month: date) -> date:
    return first_of_month(month - timedelta(days=1))


def last_day(month: date) -> date:
    return first_of_month(month.replace(day=28) + timedelta(days=4)) - timedelta(days=1)


def months_to_choose(today: date) -> list[date]:
    """The last full months, the newest first."""
    months = [month_before(first_of_month(today))]
    while len(months) < MONTHS_TO_CHOOSE:
        months.append(month_before(months[-1]))
    return months


def version_of(story: Mapping) -> str:
    """The same for the same story, whatever process asks; another one as soon as a word or number differs."""
    text = json.dumps(story, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{LOOK}{text}".encode()).hexdigest()


def progress(parts_done: int, charts: int) -> int:
    """Percent done: taken up, each chart, and the pages at the end."""
    share = (100 - BEGUN - LAST_STEP) * parts_done / charts if charts else 100 - BEGUN - LAST_STEP
    return min(100 - LAST_STEP, BEGUN + round(share))


def words_of_people(story: Mapping) -> set[str]:
    """Every sentence in a story that people wrote themselves."""
    said = set(story["working_on"])
    for one in story["tries"]:
        said |= {one["name"], one["what"], one["why"], *(learned["words"] for learned in one["learned"])}
    for metric in story["metrics"]:
        said |= {note["label"] for note in metric["picture"]["notes"]}
        said |= {row["reason"] for row in metric["rows"]}
    return said - {""}


def lost_words(earlier: Mapping, now: Mapping) -> bool:
    """Whether somebody took words back: they are in the earlier story and nowhere in the new one."""
    return not words_of_people(earlier) <= words_of_people(now)
