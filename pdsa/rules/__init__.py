"""Decisions about tries, as pure functions of values."""

from collaborative.ui.child_names import possible_child_names

from .ideas import with_idea
from .size import looks_big
from .stages import (
    day_is_before,
    day_is_far,
    next_tuesday,
    ramp_audience,
    reached,
    ready_to_act,
    widest_photo_audience,
)
from .twice import JUST_NOW, looks_like

__all__ = [
    "JUST_NOW",
    "day_is_before",
    "day_is_far",
    "looks_big",
    "looks_like",
    "next_tuesday",
    "possible_child_names",
    "ramp_audience",
    "reached",
    "ready_to_act",
    "widest_photo_audience",
    "with_idea",
]
