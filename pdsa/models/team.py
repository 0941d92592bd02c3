"""What a team is working on this period, and what it needs."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import NeedKind
from ..querysets import NeedQuerySet, PriorityQuerySet

MOST_PRIORITIES = 3  # "This period we are working on": up to three lines of the team


@with_history
class Priority(OrganizationRow, Written):
    """One line of what a team is working on; at most three at a time, by their position."""

    team = RowKey("tenancy.Team", related_name="+")
    position = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(_("what we are working on"), max_length=200)
    driver = RowKey("framework.PrimaryDriver", null=True, blank=True, related_name="+")
    since = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = PriorityQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "position"],
                condition=Q(hidden_at=None, ended_on=None),
                name="priority_position_once",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=MOST_PRIORITIES), name="priority_at_most_three"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")), name="priority_ends_after_start"
            ),
        ]

    def __str__(self):
        return self.text


@with_history
class TeamNeed(OrganizationRow, Written):
    """Something a team needs to go on: cover for Tuesday, fifteen minutes, two chairs, a yes."""

    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    kind = models.CharField(max_length=8, choices=NeedKind, default=NeedKind.OTHER)
    text = models.CharField(_("what we need"), max_length=240)
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = NeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None)
                | Q(answered_on__isnull=False, answered_by__isnull=False),
                name="need_answered_by_somebody",
            )
        ]

    def __str__(self):
        return self.text
