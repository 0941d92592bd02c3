"""The only writes here: notices gathered into messages, what reaches a person, and the list of friendly calls."""

from .calls import add_call, note_call, reopen_call, take_call
from .gathering import gather_notices
from .reaching import choose, reach_of, stop, undo_stop

__all__ = [
    "add_call", "choose", "gather_notices", "note_call", "reach_of", "reopen_call", "stop", "take_call", "undo_stop",
]  # fmt: skip
