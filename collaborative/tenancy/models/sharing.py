"""What the teams agreed to show each other, made together at the first learning session."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from ..enums import Audience
from ..querysets import AgreementQuerySet, PauseQuerySet
from .organization import Collaborative, Team
from .person import Person

NEW_TRIES = (Audience.ALL, Audience.TEAM_STAFF, Audience.TEAM)


@with_history
class SharingAgreement(OrganizationRow):
    """Tries, scores, numbers, photos and what did not work: who sees them, until the date to look again.

    For each subject the teams' own words, and what a new try, a score, a number or a photo starts with.
    """

    collaborative = RowKey(Collaborative, related_name="sharing_agreements")
    new_tries = models.CharField(
        _("who sees a new try, unless somebody chooses otherwise"),
        max_length=12,
        choices=[(rung.value, rung.label) for rung in NEW_TRIES],
        default=Audience.ALL,
    )
    scores_by_name = models.BooleanField(_("teams see each other's scores by center name"), default=False)
    numbers_by_name = models.BooleanField(_("teams see each other's numbers by center name"), default=False)
    photos_to_all = models.BooleanField(_("photos may go to all teams"), default=False)
    about_tries = models.TextField(_("what we try"), max_length=2000, blank=True)
    about_scores = models.TextField(_("our scores"), max_length=2000, blank=True)
    about_numbers = models.TextField(_("our numbers"), max_length=2000, blank=True)
    about_photos = models.TextField(_("photos"), max_length=2000, blank=True)
    about_failures = models.TextField(_("how we talk about what did not work"), blank=True)
    agreed_on = models.DateField()
    look_again_on = models.DateField()
    who_was_there = models.TextField(_("who was there"), blank=True)
    teams_there = ArrayField(models.UUIDField(), default=list, blank=True)

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
