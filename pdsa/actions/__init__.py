"""The only writes of the room. `by=` is a Person, `on=` the day it happens."""

from .answers import NotAnotherTeam, SaySomething, answer_cycle, ask_team, thank
from .cycles import NotReadyToAct, act, do, plan, start_cycle, start_next, study, write_for_team
from .photos import add_photo
from .reach import note_spread, note_voices, put_back, take_off
from .removing import NotYours, TooLongAgo, forget, hide, restore
from .sharing import NotYourGroup, share_cycle
from .team import ThreeAlready, add_need, answer_need, end_priority, reopen_need, set_priority

__all__ = [
    "NotAnotherTeam",
    "NotReadyToAct",
    "NotYourGroup",
    "NotYours",
    "SaySomething",
    "ThreeAlready",
    "TooLongAgo",
    "act",
    "add_need",
    "add_photo",
    "answer_cycle",
    "answer_need",
    "ask_team",
    "do",
    "end_priority",
    "forget",
    "hide",
    "note_spread",
    "note_voices",
    "plan",
    "reopen_need",
    "put_back",
    "restore",
    "set_priority",
    "share_cycle",
    "start_cycle",
    "start_next",
    "study",
    "take_off",
    "thank",
    "write_for_team",
]
