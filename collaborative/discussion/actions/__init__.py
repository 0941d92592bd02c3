"""The only writes of Learn together."""

from .care import change_guidance, keep_log, settle, take_down, tell_worry, write_to_author
from .circles import (
    KeeperStays,
    NameTaken,
    ask_to_come_in,
    change_circle,
    close_circle,
    found_circle,
    hand_over,
    invite,
    join,
    leave,
    let_in,
    open_again,
)
from .hanging import Line, Piece, hang_on, tick, untick
from .posts import TooLongAgo, bring_back, edit, forget, forget_piece, hide, note_noticing, reply, write_post
from .shelf import (
    change_item,
    feature,
    merge,
    not_used,
    put_on_shelf,
    retire,
    return_to_shelf,
    show_now,
    take_feature_away,
    use_item,
)

__all__ = [
    "KeeperStays", "Line", "NameTaken", "Piece", "TooLongAgo", "ask_to_come_in", "bring_back", "change_circle",
    "change_guidance", "change_item", "close_circle", "edit", "feature", "forget",
    "forget_piece", "found_circle", "hand_over",
    "hang_on", "hide", "invite", "join", "keep_log", "leave", "let_in", "merge", "not_used", "note_noticing",
    "open_again", "put_on_shelf", "reply", "retire", "return_to_shelf", "settle", "show_now", "take_down",
    "take_feature_away", "tell_worry", "tick", "untick", "use_item", "write_post", "write_to_author",
]  # fmt: skip
