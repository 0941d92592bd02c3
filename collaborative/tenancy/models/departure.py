"""A center that left the collaborative: why, and what the project team learns from it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import LeavingReason, WordsAfter
from ..querysets import DepartureQuerySet
from .organization import Collaborative, Team
from .person import Person


@with_history
class Departure(OrganizationRow, Written):
    """A center left on a day. Its reason and the lessons are for the project team alone, in the database too."""

    collaborative = RowKey(Collaborative, related_name="departures")
    team = RowKey(Team, related_name="departures")
    left_on = models.DateField(_("the day"))
    reasons = ArrayField(models.CharField(max_length=8, choices=LeavingReason), default=list, blank=True)
    own_words = models.TextField(_("in their own words"), max_length=2000, blank=True)
    lessons = models.TextField(_("what we learn from it"), max_length=2000, blank=True)
    words_after = models.CharField(max_length=8, choices=WordsAfter)
    chosen_by = models.CharField(_("who at the center chose this"), max_length=120, blank=True)
    noted_by = RowKey(Person, related_name="+")
    # Places on the team that ended with it, and the coaches beside it, so that all of them can be given back.
    ended = models.JSONField(default=dict, editable=False)  # {"members": [id, ...], "coaches": [id, ...]}
    came_back_on = models.DateField(null=True, blank=True, editable=False)

    objects = DepartureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team"],
                condition=Q(hidden_at=None, came_back_on=None),
                name="team_is_gone_once",
            ),
            models.CheckConstraint(
                condition=Q(came_back_on=None) | Q(came_back_on__gte=F("left_on")), name="team_back_after_it_left"
            ),
        ]

    def __str__(self):
        return f"{self.team_id} {self.left_on}"
