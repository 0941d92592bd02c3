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
from .words import add_note, hide_note, plan_collection, set_team_goal, show_note

__all__ = [
    "NOTHING_COUNTED",
    "AlreadyDefined",
    "FutureNumber",
    "ImpossibleNumber",
    "OtherCollaborative",
    "WrongPeriod",
    "add_note",
    "correct_observation",
    "define_metric",
    "enter_observation",
    "enter_observations",
    "hide_note",
    "plan_collection",
    "redefine_metric",
    "reword_metric",
    "say_not_this_time",
    "set_team_goal",
    "show_note",
    "speak_for",
]
