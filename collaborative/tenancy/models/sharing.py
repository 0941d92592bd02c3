"""What the teams agreed to show each other, made together at the first learning session."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from ..querysets import AgreementQuerySet, PauseQuerySet
from .organization import Collaborative, Team
from .person import Person


@with_history
class SharingAgreement(OrganizationRow):
    """Numbers, photos and things that did not work: who may see them, until the date to look again."""

    collaborative = RowKey(Collaborative, related_name="sharing_agreements")
    numbers_by_name = models.BooleanField(_("teams see each other's numbers by center name"), default=False)
    photos_to_all = models.BooleanField(_("photos may go to all teams"), default=False)
    about_failures = models.TextField(_("how we talk about what did not work"), blank=True)
    agreed_on = models.DateField()
    look_again_on = models.DateField()
    who_was_there = models.TextField(_("who was there"), blank=True)

    objects = AgreementQuerySet.as_manager()

    def __str__(self):
        return f"agreement of {self.agreed_on}"


@with_history
class SharingPause(OrganizationRow):
    """A team pauses showing its numbers to other teams; any member may ask for it, and it holds at once."""

    team = RowKey(Team, related_name="sharing_pauses")
    asked_by = RowKey(Person, related_name="sharing_pauses")
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = PauseQuerySet.as_manager()

    def __str__(self):
        return f"pause of {self.team_id}"
