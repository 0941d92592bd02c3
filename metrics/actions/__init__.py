"""The only writes of this room: what is counted, what it means, and what people say about it."""

from .definitions import AlreadyDefined, define_metric, redefine_metric, reword_metric, speak_for
from .numbers import (
    NOTHING_COUNTED,
    FutureNumber,
    ImpossibleNumber,
    OtherCollaborative,
    WrongPeriod,
    correct_observation,
    enter_observation,
    enter_observations,
    say_not_this_time,
)
from .plans import add_source, edit_source, hide_source, plan_collection, show_source
from .words import add_note, hide_note, hide_talk, set_team_goal, show_note, show_talk, write_talk

__all__ = [
    "NOTHING_COUNTED",
    "AlreadyDefined",
    "FutureNumber",
    "ImpossibleNumber",
    "OtherCollaborative",
    "WrongPeriod",
    "add_note",
    "add_source",
    "correct_observation",
    "define_metric",
    "edit_source",
    "enter_observation",
    "enter_observations",
    "hide_note",
    "hide_source",
    "hide_talk",
    "plan_collection",
    "redefine_metric",
    "reword_metric",
    "say_not_this_time",
    "set_team_goal",
    "show_note",
    "show_source",
    "show_talk",
    "speak_for",
    "write_talk",
]
