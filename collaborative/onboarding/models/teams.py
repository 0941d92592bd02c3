"""How a team gets ready: its part in each assignment, its ticks, and why it works on something first."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Audience

from ..enums import OF_A_TEAM, rungs
from ..querysets import PriorityReasonQuerySet, TeamPreworkQuerySet, TickQuerySet
from .asked import PreworkAssignment


@with_history
class TeamPrework(OrganizationRow, Written):
    """A team's part in one assignment: who does it, whether it is done, a hand that is needed, what is left to do."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", related_name="+")
    assignment = RowKey(PreworkAssignment, related_name="of_teams")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=rungs(OF_A_TEAM), default=Audience.TEAM_STAFF)
    who = models.CharField(_("who does it"), max_length=160, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    hand_words = models.CharField(_("what would help"), max_length=400, blank=True)
    hand_asked_on = models.DateField(null=True, blank=True)
    hand_answered_on = models.DateField(null=True, blank=True)
    hand_answered_by = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    plan_who = models.CharField(_("who is on it"), max_length=160, blank=True)
    plan_by = models.DateField(_("by when"), null=True, blank=True)
    plan_how = models.CharField(_("how"), max_length=400, blank=True)

    objects = TeamPreworkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "assignment", "team"],
                condition=Q(hidden_at=None),
                name="team_prework_once",
            ),
            models.CheckConstraint(condition=Q(audience__in=OF_A_TEAM), name="team_prework_rung"),
            models.CheckConstraint(
                condition=Q(hand_answered_on=None) | Q(hand_asked_on__isnull=False), name="hand_asked_before_answered"
            ),
        ]

    def __str__(self):
        return f"{self.assignment_id} of {self.team_id}"

    @property
    def needs_a_hand(self):
        return self.hand_asked_on is not None and self.hand_answered_on is None


@with_history
class PhaseTick(OrganizationRow):
    """A team says of a line of its checklist: yes, that is so. Its own, and its coach's to see."""

    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    item = models.CharField(max_length=80)  # the phase's key and the line's key in the template
    ticked_on = models.DateField()

    objects = TickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "item"], condition=Q(hidden_at=None), name="tick_once"
            )
        ]

    def __str__(self):
        return self.item


@with_history
class PriorityReason(OrganizationRow, Written):
    """Why a team works on something; the line itself belongs to what teams try, a floor above."""

    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    priority_id = models.UUIDField()
    text = models.CharField(_("why this first"), max_length=240)

    objects = PriorityReasonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "priority_id"], condition=Q(hidden_at=None), name="reason_once"
            )
        ]

    def __str__(self):
        return self.text
