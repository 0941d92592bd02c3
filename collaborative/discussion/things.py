"""What a post may speak of that lies on a floor above: the room up there says what it is called, and to whom.

A post is seen by its own audience and the thing by its own: a line to a try stands under a post only for who may see
the try.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Told:
    """A thing as a line: its name and where it leads."""

    title: str
    url: str
    language: str = "en"


@dataclass(frozen=True)
class Near:
    """A team that tries something near, and who leads it there: (name, address of what it tries)."""

    team_id: UUID
    center: str
    title: str
    url: str
    leader_id: UUID | None


@dataclass
class Tries:
    """What the room of tries tells: `told(actor, ids) -> {id: Told}`, of those the actor may see, and
    `near(actor, driver_ids, but_not) -> {driver id: [Near]}`: teams that try something under a driver, newest first."""

    told: Callable = lambda actor, ids: {}
    near: Callable = lambda actor, driver_ids: {}


tries = Tries()
# What else is known of replies, by rooms above: {name: a function that gives an expression over replies}.
reply_marks: dict[str, Callable] = {}
