"""What is asked of people who take part, and how far they have come with it."""

from .asked import CommitmentLetter, Expectation, PreworkAssignment, PreworkDay, Signature
from .calls import CallSlot, SlotAnswer
from .readiness import Trial
from .teams import PhaseTick, PriorityReason, TeamPrework

__all__ = [
    "CallSlot", "CommitmentLetter", "Expectation", "PhaseTick", "PreworkAssignment", "PreworkDay", "PriorityReason",
    "Signature", "SlotAnswer", "TeamPrework", "Trial",
]  # fmt: skip
