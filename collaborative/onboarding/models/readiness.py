"""Whether the place is ready: who tried it on which device, and what happened."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Audience

from ..enums import OF_FACULTY, rungs
from ..querysets import TrialQuerySet


@with_history
class Trial(OrganizationRow, Written):
    """Somebody tried this place out before teams were invited."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=rungs(OF_FACULTY), default=Audience.FACULTY)
    who = models.CharField(_("who tried"), max_length=120)
    device = models.CharField(_("on what, and where"), max_length=160)
    happened = models.TextField(_("what happened"), max_length=1200)
    tried_on = models.DateField()
    mended_on = models.DateField(null=True, blank=True)

    objects = TrialQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(audience__in=OF_FACULTY), name="trial_rung")]

    def __str__(self):
        return self.device
