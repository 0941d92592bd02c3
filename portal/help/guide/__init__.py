"""The illustrated guide, role by role."""

from .leaders import SENIOR_LEADER, TEAM_LEADER
from .shape import HEIGHT, WIDTH, Guide, Step, picture_of
from .staff import COACH, PROJECT_TEAM
from .team import FAMILY_PARTNER, TEACHER

GUIDES = {guide.role: guide for guide in (TEACHER, FAMILY_PARTNER, TEAM_LEADER, SENIOR_LEADER, COACH, PROJECT_TEAM)}

__all__ = ["GUIDES", "HEIGHT", "WIDTH", "Guide", "Step", "picture_of"]
