"""Who could use a friendly call: the second step after a letter, and never a word to anyone in the center."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person, Team

from .enums import CallReason
from .querysets import FriendlyCallQuerySet


@with_history
class FriendlyCall(OrganizationRow):
    """A team that could use a call, who phones, and what to offer. Without `done_by` it settled by itself."""

    collaborative = RowKey(Collaborative, related_name="+")
    team = RowKey(Team, related_name="friendly_calls")
    helper = RowKey(Person, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=8, choices=CallReason, default=CallReason.ASKED)
    why = models.CharField(_("why a call would be nice"), max_length=240, blank=True)
    offer = models.CharField(_("what to offer"), max_length=240, blank=True)
    since = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = RowKey(Person, null=True, blank=True, related_name="+")
    note = models.TextField(_("what we heard"), blank=True)

    objects = FriendlyCallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "reason"],
                condition=Q(hidden_at=None, done_on=None, reason=CallReason.NUMBERS),
                name="numbers_call_open_once",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(done_by=None, note=""), name="call_done_has_day"
            ),
            models.CheckConstraint(condition=Q(reason=CallReason.NUMBERS) | ~Q(why=""), name="call_says_why"),
        ]

    def __str__(self):
        return f"{self.team_id} {self.since}"
