"""What pages of this room, and homes above it, show of a team getting ready."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, Subquery

from collaborative.schedule.models import LearningSession
from collaborative.tenancy.enums import TEAM_ROLES

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
    """What is asked of a team before the first session, in order, each with the team's part. Two queries."""
    no_day = PreworkDay.objects.visible_to(actor).here(actor).filter(plan=PreworkDayPlan.NOT_HELD)
    sessions = LearningSession.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).in_order()
    assignments = PreworkAssignment.objects.visible_to(actor).here(actor).in_order()
    assignments = assignments.filter(Q(instead_of_day=False) | Exists(no_day)).annotate(
        session_name=Subquery(sessions.values("name")[:1]), session_on=Subquery(sessions.values("starts__on")[:1])
    )
    rows = list(assignments)
    if not rows:
        return []
    parts = TeamPrework.objects.visible_to(actor).filter(team_id=team_id).select_related("done_by", "hand_answered_by")
    by_assignment = {part.assignment_id: part for part in parts}
    return [AskedOfUs(one, by_assignment.get(one.pk)) for one in rows]


@dataclass(frozen=True)
class GettingReady:
    """The card on a team's home: what is next, what stands open besides, and the session it leads to."""

    next: AskedOfUs
    then: list[AskedOfUs]
    session: str
    is_prework: bool


def getting_ready(actor, limit=3) -> GettingReady | None:
    """For a team's home: in pre-work, and later while something is unfinished that the team began; else None."""
    if actor.team_id is None or not actor.has_role(*TEAM_ROLES) or actor.is_closed:
        return None
    open_ones = [one for one in asked_of(actor, actor.team_id) if not one.is_done]
    first = open_ones[0].assignment if open_ones else None
    is_prework = first is not None and (first.session_on is None or actor.today < first.session_on)
    if not is_prework:  # what nobody of the team ever took up is not held against it
        open_ones = [one for one in open_ones if one.part is not None]
    if not open_ones:
        return None
    return GettingReady(open_ones[0], open_ones[1 : limit + 1], first.session_name or "", is_prework)


def hand_of_team(actor) -> Subquery:
    """What a team asked a hand for first, as a column beside a query of teams: it costs no query of its own."""
    parts = TeamPrework.objects.within(actor, "comment").filter(team_id=OuterRef("pk")).hands()
    return Subquery(parts.values("assignment__title")[:1])


def hands_asked(actor, limit=3) -> list[TeamPrework]:
    """For the project team: who asked for a hand and has nobody yet, the first asked first."""
    parts = TeamPrework.objects.within(actor, "comment").filter(collaborative_id=actor.collaborative_id)
    return list(parts.hands()[:limit])
