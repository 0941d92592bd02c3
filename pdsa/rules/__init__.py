"""Decisions about tries, as pure functions of values."""

from collaborative.ui.child_names import possible_child_names

from .size import looks_big
from .stages import next_tuesday, ramp_audience, reached, ready_to_act, widest_photo_audience

__all__ = [
    "looks_big",
    "next_tuesday",
    "possible_child_names",
    "ramp_audience",
    "reached",
    "ready_to_act",
    "widest_photo_audience",
]
