"""The first calls: with a center that has just been chosen, and from person to person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..querysets import WelcomeCallQuerySet


@with_history
class WelcomeCall(OrganizationRow, Written):
    """A call or a visit: who calls whom and when, and afterwards what was asked, answered and promised."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", related_name="+")
    caller = RowKey("tenancy.Person", related_name="+")
    called = RowKey("tenancy.Person", null=True, blank=True, related_name="+")  # none: with the team as a whole
    on = models.DateField(_("when"))
    has_been = models.BooleanField(_("we have talked"), default=False)
    questions = models.TextField(_("what they asked, and what we said"), max_length=3000, blank=True)
    promised = models.TextField(_("what we promised"), max_length=1000, blank=True)
    note = models.TextField(_("a short note"), max_length=1000, blank=True)

    objects = WelcomeCallQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "team"], name="welcome_call_of_team")]

    def __str__(self):
        return f"{self.team_id} {self.on}"
