"""The only writes of the newsletter."""

from .letters import NothingInIt, NotStopped, begin, change_letter, hide_letter, send, show_letter, stop
from .pieces import add, add_words, ask_guest, change_words, drop, move, put_back, shorten, take, write_as_guest
from .sending import deliver, let_leave

__all__ = [
    "NotStopped", "NothingInIt", "add", "add_words", "ask_guest", "begin", "change_letter", "change_words", "deliver",
    "drop", "hide_letter", "let_leave", "move", "put_back", "send", "shorten", "show_letter", "stop", "take",
    "write_as_guest",
]  # fmt: skip
