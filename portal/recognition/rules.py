"""Whether somebody took part, and from when to when: as much as is known, and no more."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """From a day to a day; `is_over`: the last one is really the last."""

    first: date
    last: date
    is_over: bool


def took_part(starts_on: date, ends_on: date | None, closed_on: date | None, today: date) -> Span | None:
    """The days somebody took part, seen from today; None for who has not begun.

    `ends_on`: when the role ended; `closed_on`: when the collaborative did.
    """
    if starts_on > today:
        return None
    ends = [day for day in (ends_on, closed_on) if day is not None and day < today]
    last = max(starts_on, min(ends)) if ends else today
    return Span(starts_on, last, is_over=bool(ends))
