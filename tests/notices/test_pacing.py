"""When what there is to say is said: right away, once a day, once a week, and never two that gather in one day."""

import datetime
from dataclasses import dataclass

import pytest

from collaborative.outbox.enums import NoticeKind
from portal.notices.enums import STARTS_WITH, SUBJECT_OF, Pace, Subject
from portal.notices.pacing import Slots, may_need_news, what_now

TUESDAY, THURSDAY = (datetime.datetime(2026, 11, day, 15, tzinfo=datetime.UTC) for day in (10, 12))
REPLY, POST, SHELF = NoticeKind.REPLY, NoticeKind.POST, NoticeKind.SHELF


@dataclass(frozen=True)
class Due:
    kind: str

    @property
    def subject(self):
        return SUBJECT_OF[self.kind]


def said(kinds, chosen=None, *, now=TUESDAY, taken=(), had_today=False):
    """(pace, slot without the person, kinds) of what is said now."""
    slots = Slots.at(now, "America/New_York", "rosa")
    paces = {**STARTS_WITH, **(chosen or {})}
    taken = {f"{slot}:rosa" for slot in taken}
    found = what_now([Due(kind) for kind in kinds], paces, taken, slots, had_today=had_today)
    return found and (found.pace, found.slot.removesuffix(":rosa"), [due.kind for due in found.dues])


NOW, DAY = {Subject.TALK: Pace.NOW}, {Subject.POSTS: Pace.DAY}


@pytest.mark.capability("C285")
@pytest.mark.parametrize(
    ("kinds", "more", "expected"),
    [
        ([], {}, None),
        # At first: everything in one message a week. News waits for Thursday, unless something asks for the person.
        ([POST], {}, None),
        ([POST], {"now": THURSDAY}, ("week", "week:2026-W46", [POST])),
        ([POST, REPLY], {}, ("week", "week:2026-W46", [POST, REPLY])),
        ([POST, REPLY], {"taken": ["week:2026-W46"]}, None),
        # Once a day what was chosen so; the rest waits for its week.
        ([POST, SHELF], {"chosen": DAY}, ("day", "day:2026-11-10", [POST])),
        ([POST], {"chosen": DAY, "taken": ["day:2026-11-10"]}, None),
        ([POST, REPLY], {"chosen": DAY}, ("week", "week:2026-W46", [REPLY, POST])),
        ([POST], {"chosen": DAY, "had_today": True}, None),
        # Right away, at most once an hour, even after a message that gathers.
        ([REPLY, SHELF], {"chosen": NOW}, ("now", "now:2026-11-10T10", [REPLY])),
        ([REPLY], {"chosen": NOW, "taken": ["now:2026-11-10T10"]}, None),
        (
            [REPLY],
            {"chosen": NOW, "had_today": True, "taken": ["week:2026-W46"]},
            ("now", "now:2026-11-10T10", [REPLY]),
        ),
        # Only here, on the pages.
        ([REPLY, POST], {"chosen": {Subject.TALK: Pace.HERE, Subject.POSTS: Pace.HERE}, "now": THURSDAY}, None),
    ],
)
def test_what_is_said_now(kinds, more, expected):
    assert said(kinds, **more) == expected


@pytest.mark.parametrize(
    ("chosen", "now", "asked", "taken", "expected"),
    [
        ({}, TUESDAY, False, (), False),
        ({}, TUESDAY, True, (), True),
        ({}, THURSDAY, False, (), True),
        ({}, THURSDAY, True, ("week:2026-W46:rosa",), False),
        (DAY, TUESDAY, False, ("week:2026-W46:rosa",), True),
        (DAY, TUESDAY, False, ("day:2026-11-10:rosa",), False),
        ({Subject.POSTS: Pace.NOW}, TUESDAY, False, ("day:2026-11-10:rosa",), True),
    ],
)
def test_news_is_looked_for_only_where_it_could_be_told(chosen, now, asked, taken, expected):
    slots = Slots.at(now, "America/New_York", "rosa")
    paces = dict.fromkeys(Subject, Pace.WEEK) | chosen

    assert may_need_news(paces, set(taken), slots, asked=asked, had_today=False) is expected
