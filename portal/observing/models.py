"""Why somebody outside may look on: for what, on whose consent, how far, and until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from .enums import Reach
from .querysets import GrantQuerySet


@with_history
class ObserverGrant(OrganizationRow):
    """One for each person who looks on. `basis`: who agreed to it, and how; without one nothing is opened."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    membership = RowKey("tenancy.Membership", related_name="+")
    person = RowKey("tenancy.Person", related_name="+")
    purpose = models.CharField(_("what for"), max_length=200)
    basis = models.CharField(_("who agreed to it, and how"), max_length=300)
    reach = models.CharField(_("how far"), max_length=10, choices=Reach, default=Reach.READ)
    agreed_on = models.DateField(_("agreed on"))
    ends_on = models.DateField(_("until"))
    written_by = RowKey("tenancy.Person", related_name="+")

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "membership"], condition=Q(hidden_at=None), name="grant_once"
            ),
            models.CheckConstraint(condition=~Q(basis="") & ~Q(purpose=""), name="grant_has_a_basis"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("agreed_on")), name="grant_ends_after_start"),
        ]

    def __str__(self):
        return self.purpose
