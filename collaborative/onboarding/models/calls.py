"""Times a role group could call, and which of them work for whom."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.enums import Audience

from ..enums import OF_A_GROUP, Every, Works, rungs
from ..querysets import SlotAnswerQuerySet, SlotQuerySet


@with_history
class CallSlot(OrganizationRow):
    """A time offered to a role group for its call; the one that is chosen becomes a date of the group."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    group = RowKey("tenancy.AffinityGroup", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=rungs(OF_A_GROUP), default=Audience.GROUP)
    starts_at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(_("how long, in minutes"), default=45)
    every = models.CharField(_("how often"), max_length=12, choices=Every, default=Every.MONTH)
    link = models.URLField(_("link to join"), blank=True)
    chosen_on = models.DateField(null=True, blank=True)
    planned = RowKey("schedule.PlannedDate", null=True, blank=True, related_name="+")

    objects = SlotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(audience__in=OF_A_GROUP), name="slot_rung"),
            models.CheckConstraint(condition=Q(minutes__gte=5, minutes__lte=600), name="slot_has_a_length"),
        ]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


@with_history
class SlotAnswer(OrganizationRow):
    """Whether an offered time works for somebody; the group alone reads names."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    group = RowKey("tenancy.AffinityGroup", related_name="+")
    slot = RowKey(CallSlot, related_name="answers")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=rungs(OF_A_GROUP), default=Audience.GROUP)
    works = models.CharField(max_length=8, choices=Works)

    objects = SlotAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "slot", "author"], condition=Q(hidden_at=None), name="slot_answer_once"
            ),
            models.CheckConstraint(condition=Q(audience__in=OF_A_GROUP), name="slot_answer_rung"),
        ]

    def __str__(self):
        return self.works
