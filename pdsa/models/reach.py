"""How far a team's tries have come in its center, and what its leader thinks about voices that are still to come."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..querysets import SpreadQuerySet, VoicesQuerySet

MOST_PEOPLE, MOST_ROOMS = 2000, 200


@with_history
class Spread(OrganizationRow, Written):
    """On a day: other staff and classrooms of the center, and how many a try has reached. Earlier days stay."""

    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    said_on = models.DateField()
    staff = models.PositiveSmallIntegerField(_("people who work here and are not on the team"), null=True, blank=True)
    staff_reached = models.PositiveSmallIntegerField(_("how many of them have tried something"), null=True, blank=True)
    rooms = models.PositiveSmallIntegerField(_("rooms in all"), null=True, blank=True)
    rooms_reached = models.PositiveSmallIntegerField(_("in how many something was tried"), null=True, blank=True)
    words = models.CharField(_("a word about it"), max_length=240, blank=True)

    objects = SpreadQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "team", "-said_on"], name="spread_of_team")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(staff=None, staff_reached=None, rooms=None, rooms_reached=None),
                name="spread_says_a_number",
            ),
            models.CheckConstraint(
                condition=Q(staff_reached=None) | Q(staff__isnull=False, staff_reached__lte=F("staff")),
                name="spread_staff_reached_is_part",
            ),
            models.CheckConstraint(
                condition=Q(rooms_reached=None) | Q(rooms__isnull=False, rooms_reached__lte=F("rooms")),
                name="spread_rooms_reached_are_part",
            ),
        ]

    def __str__(self):
        return f"{self.team_id} {self.said_on}"


@with_history
class Voices(OrganizationRow, Written):
    """What a team leader notes for themselves: whose children are here, and who on the team speaks for them."""

    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    we_speak = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    rooms = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    thoughts = models.TextField(_("whom I could ask"), max_length=1000, blank=True)

    objects = VoicesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "author"], condition=Q(hidden_at=None), name="voices_once_a_leader"
            )
        ]

    def __str__(self):
        return str(self.team_id)
