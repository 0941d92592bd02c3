"""How a cycle moves, and when to look back."""

import datetime

from collaborative.tenancy.enums import Audience

from ..enums import Decision, Stage

ORDER = (Stage.PLAN, Stage.DO, Stage.STUDY, Stage.CLOSED)
TUESDAY = 1
ROOM_TO_TRY = 2  # days at least between writing it down and looking back; ours
FAR = datetime.timedelta(days=366)  # further off is most likely a slip of the finger; ours


def reached(now: str, wanted: str) -> Stage:
    """The later of two stages: writing more never takes a cycle back."""
    return max(Stage(now), Stage(wanted), key=ORDER.index)


def next_tuesday(today: datetime.date) -> datetime.date:
    """The first Tuesday with a day between to try: on a Sunday the one in two days, on a Monday the one in eight.

    A day is enough for something small, and on a Sunday nobody means the Tuesday of the week after. On a Monday the
    very next day would leave no morning to try it.
    """
    earliest = today + datetime.timedelta(days=ROOM_TO_TRY)
    return earliest + datetime.timedelta(days=(TUESDAY - earliest.weekday()) % 7)


def day_is_before(day, first) -> bool:
    """Whether one would look back before there was anything to look back at."""
    return day is not None and first is not None and day < first


def day_is_far(day, today: datetime.date) -> bool:
    """Whether a day lies more than a year away, on either side: most likely the year is not the one that was meant."""
    return day is not None and abs(day - today) > FAR


def ready_to_act(*, findings, decision, decision_reason, has_photo) -> bool:
    """A cycle closes with findings; a photo of the paper form is one, and so is the reason for letting it go.

    A missing prediction is pointed out elsewhere and never demanded.
    """
    if any(text.strip() for text in findings) or has_photo:
        return True
    return decision == Decision.LET_GO and bool(decision_reason.strip())


def ramp_audience(audience: str) -> Audience:
    """A ramp holds no words: it is its author's until one of its cycles is shown, and then the collaborative's."""
    return Audience.SELF if audience == Audience.SELF else Audience.ALL


def widest_photo_audience(audience: str, *, everyone_agreed: bool) -> Audience:
    """A photo goes as far as its try, but beyond the team only when everybody in it said yes."""
    beyond_team = audience in (Audience.TEAM_STAFF, Audience.ALL)
    return Audience.TEAM if beyond_team and not everyone_agreed else Audience(audience)
