"""When what is there to say is said: right away, once a day, once a week. Pure; values in, values out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from collaborative.outbox.enums import NoticeKind
from collaborative.outbox.rules import AT_ONCE, DAILY, WEEKLY

from . import rules
from .enums import Pace

THURSDAY = 3  # news by itself is told from Thursday on; before, it rides along with what asks for somebody; ours
ASKS = (NoticeKind.REPLY, NoticeKind.ANSWERS, NoticeKind.MENTION, NoticeKind.LOOK_BACK, NoticeKind.NUMBERS)


@dataclass(frozen=True)
class Slots:
    """The slots of a person's messages at a moment: one a week, one a day, and an hour's for what comes right away."""

    week: str
    day: str
    hour: str
    weekday: int

    @classmethod
    def at(cls, now: datetime, zone: str, person_id):
        there = now.astimezone(ZoneInfo(zone))
        return cls(
            week=f"{WEEKLY}{rules.week_of(now, zone)}:{person_id}",
            day=f"{DAILY}{there:%Y-%m-%d}:{person_id}",
            hour=f"{AT_ONCE}{there:%Y-%m-%dT%H}:{person_id}",
            weekday=there.weekday(),
        )


@dataclass(frozen=True)
class Choice:
    """What to say now, how soon it was chosen to come, and the slot that is taken by it."""

    pace: Pace
    slot: str
    dues: tuple


def what_now(dues: Collection, paces: Mapping, taken: Collection[str], slots: Slots, *, had_today: bool):
    """The one message to send now, None for none.

    `taken`: slots that hold a message already; `had_today`: whether the message of the week went out today, so that
    nobody gets two that gather in one day. A message that gathers takes along whatever else there is to say.
    """
    by_pace = {pace: tuple(due for due in dues if paces[due.subject] == pace) for pace in Pace}
    gathered = by_pace[Pace.WEEK], by_pace[Pace.DAY], by_pace[Pace.NOW]
    if not had_today and slots.day not in taken:
        if slots.week not in taken and _week_is_due(by_pace[Pace.WEEK], slots.weekday):
            return Choice(Pace.WEEK, slots.week, sum(gathered, ()))
        if by_pace[Pace.DAY]:
            return Choice(Pace.DAY, slots.day, sum(gathered[1:], ()))
    if by_pace[Pace.NOW] and slots.hour not in taken:
        return Choice(Pace.NOW, slots.hour, by_pace[Pace.NOW])
    return None


def _week_is_due(dues, weekday):
    return bool(dues) and (weekday >= THURSDAY or any(due.kind in ASKS for due in dues))


def may_need_news(paces: Mapping, taken: Collection[str], slots: Slots, *, asked: bool, had_today: bool) -> bool:
    """Whether it is worth while to look what is new for a person. `asked`: something asks for them already."""
    chosen = set(paces.values())
    if Pace.NOW in chosen and slots.hour not in taken:
        return True
    if had_today or slots.day in taken:
        return False
    is_time = asked or slots.weekday >= THURSDAY
    return Pace.DAY in chosen or (Pace.WEEK in chosen and slots.week not in taken and is_time)
