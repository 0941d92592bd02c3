"""Every kind of thing that can be found."""

from . import asked, dates, framework, numbers, people, talk, tries
from .base import WRITTEN_IN, Here, Kind, Shown, day_of

KINDS = {
    kind.key: kind
    for room in (talk, tries, framework, dates, asked, people, numbers)
    for kind in room.KINDS
}  # fmt: skip

__all__ = ["KINDS", "WRITTEN_IN", "Here", "Kind", "Shown", "day_of"]
