"""What pages of this room, and homes above it, show of a team getting ready."""

from dataclasses import dataclass

from collaborative.schedule.models import LearningSession
from collaborative.tenancy.enums import TEAM_ROLES

from . import rules
from .enums import PreworkDayPlan
from .models import PreworkAssignment, PreworkDay, TeamPrework


@dataclass(frozen=True)
class AskedOfUs:
    """An assignment and this team's part in it, which may not have begun."""

    assignment: PreworkAssignment
    part: TeamPrework | None

    @property
    def is_done(self):
        return self.part is not None and self.part.done_on is not None

    @property
    def ready_by(self):
        return self.assignment.ready_by.on if self.assignment.ready_by else None


def asked_of(actor, team_id) -> list[AskedOfUs]:
    """What is asked of a team before the first session, in order, each with the team's part. Three queries."""
    days = PreworkDay.objects.visible_to(actor).here(actor)
    is_held = not days.filter(plan=PreworkDayPlan.NOT_HELD).exists()
    assignments = PreworkAssignment.objects.visible_to(actor).here(actor).asked_now(day_is_held=is_held).in_order()
    parts = TeamPrework.objects.visible_to(actor).filter(team_id=team_id).select_related("done_by", "hand_answered_by")
    by_assignment = {part.assignment_id: part for part in parts}
    return [AskedOfUs(one, by_assignment.get(one.pk)) for one in assignments]


@dataclass(frozen=True)
class GettingReady:
    """The card on a team's home: what is next, what stands open besides, and the session it leads to."""

    next: AskedOfUs
    then: list[AskedOfUs]
    session: LearningSession | None
    is_prework: bool


def getting_ready(actor, limit=3) -> GettingReady | None:
    """For a team's home: in pre-work, and later while something is unfinished that the team began; else None."""
    if actor.team_id is None or not actor.has_role(*TEAM_ROLES) or actor.is_closed:
        return None
    sessions = LearningSession.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    first = sessions.in_order().first()
    is_prework = rules.is_before_first_session([first] if first else [], actor.today)
    open_ones = [one for one in asked_of(actor, actor.team_id) if not one.is_done]
    if not is_prework:  # what nobody of the team ever took up is not held against it
        open_ones = [one for one in open_ones if one.part is not None]
    if not open_ones:
        return None
    return GettingReady(open_ones[0], open_ones[1 : limit + 1], first, is_prework)


def hands_asked(actor, limit=3) -> list[TeamPrework]:
    """For the project team: who asked for a hand and has nobody yet, the first asked first."""
    parts = TeamPrework.objects.within(actor, "comment").filter(collaborative_id=actor.collaborative_id)
    return list(parts.hands()[:limit])
