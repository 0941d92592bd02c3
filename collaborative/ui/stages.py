"""The four stages of a test of change, as shapes and words: how far the wheel is filled, and its letter."""

from django.utils.translation import pgettext

STAGES = ("plan", "do", "study", "act")
# Each arc of the wheel, clockwise from the top.
ARCS = (
    "M25.1 6.1A17 17 0 0 1 39.9 20.9",
    "M39.9 25.1A17 17 0 0 1 25.1 39.9",
    "M20.9 39.9A17 17 0 0 1 6.1 25.1",
    "M6.1 20.9A17 17 0 0 1 20.9 6.1",
)


def position_of(stage) -> int:
    """Where a stage stands in the round; a closed cycle has gone all the way."""
    name = "act" if stage == "closed" else str(stage)
    if name not in STAGES:
        raise ValueError(f"{stage!r} is no stage")
    return STAGES.index(name)


def arcs_of(stage):
    """(path, stage it is filled for or nothing) of the four arcs."""
    reached = position_of(stage)
    return tuple((arc, STAGES[place] if place <= reached else "") for place, arc in enumerate(ARCS))


def letter_of(stage) -> str:
    letters = (
        pgettext("letter for Plan", "P"),
        pgettext("letter for Do", "D"),
        pgettext("letter for Study", "S"),
        pgettext("letter for Act", "A"),
    )
    return letters[position_of(stage)]


def name_of(stage) -> str:
    names = (
        pgettext("stage", "Plan"),
        pgettext("stage", "Do"),
        pgettext("stage", "Study"),
        pgettext("stage", "Act"),
    )
    return names[position_of(stage)]
