"""What teams try, what others say to it, and what a team is working on."""

from .answers import AskedTeam, CycleAnswer
from .cycle import PDSACycle, Ramp
from .photo import Photo
from .reach import Spread, Voices
from .team import Priority, TeamNeed

__all__ = ["AskedTeam", "CycleAnswer", "PDSACycle", "Photo", "Priority", "Ramp", "Spread", "TeamNeed", "Voices"]
