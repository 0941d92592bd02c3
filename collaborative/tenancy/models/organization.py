"""Organization -> Collaborative, and Center -> Team: a team is a center's part in one collaborative."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, new_id

from ..enums import AgeGroup, CenterKind, CollaborativeState, Meeting, Setting, WordsAfter
from ..querysets import CenterQuerySet, CollaborativeQuerySet, TeamQuerySet
from ..slugs import RESERVED_COLLABORATIVES, RESERVED_ORGANIZATIONS, valid_slug


class Organization(models.Model):
    """The sponsoring organization: the tenant. Nothing crosses its border."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(max_length=50, unique=True, validators=[valid_slug])
    time_zone = models.CharField(max_length=50, default="America/New_York")
    country = models.CharField(max_length=2, default="US")
    subdivision = models.CharField(max_length=6, blank=True)
    setting = models.CharField(_("setting"), max_length=12, choices=Setting, blank=True)
    # Whether it licenses, rates, funds or monitors the centers: then named people stand behind a wall.
    oversees_centers = models.BooleanField(default=False)
    not_used_to_rate_signed_on = models.DateField(null=True, blank=True)
    not_used_to_rate_signed_by = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(slug__in=RESERVED_ORGANIZATIONS), name="organization_slug_is_free")
        ]

    def __str__(self):
        return self.name


@with_history
class Collaborative(OrganizationRow):
    """One Breakthrough Series Collaborative: 12 to 18 months of centers improving the same thing together."""

    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(max_length=60)
    slug = models.CharField(max_length=50, validators=[valid_slug])
    content_area = models.CharField(max_length=120, blank=True)
    content_model = models.CharField(max_length=120, blank=True)
    template_key = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=CollaborativeState, default=CollaborativeState.PREPARING)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    lead_organization = models.CharField(_("who leads it"), max_length=160, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    meeting = models.CharField(_("how we meet"), max_length=12, choices=Meeting, blank=True)
    # How many centers are hoped for, and how many there is room for: 6 to 160 have taken part in one.
    centers_hoped_for = models.PositiveSmallIntegerField(_("centers hoped for"), null=True, blank=True)
    centers_at_most = models.PositiveSmallIntegerField(_("centers at most"), null=True, blank=True)
    # What taking part brings: pay, child care, rides, an interpreter; promised in the team's own words.
    practical_supports = models.TextField(blank=True)

    objects = CollaborativeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "slug"], condition=Q(hidden_at=None), name="collaborative_slug_once"
            ),
            models.CheckConstraint(condition=~Q(slug__in=RESERVED_COLLABORATIVES), name="collaborative_slug_is_free"),
            models.CheckConstraint(
                condition=Q(centers_hoped_for=None)
                | Q(centers_at_most=None)
                | Q(centers_hoped_for__lte=F("centers_at_most")),
                name="collaborative_room_for_those_hoped_for",
            ),
        ]

    def __str__(self):
        return self.name


@with_history
class Center(OrganizationRow):
    """A child-care center. It belongs to the organization and outlives collaboratives; its data are aggregates only."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(max_length=50, validators=[valid_slug])
    town = models.CharField(_("town"), max_length=80, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    kind = models.CharField(_("kind of center"), max_length=20, choices=CenterKind, blank=True)
    age_groups = ArrayField(models.CharField(max_length=12, choices=AgeGroup), default=list, blank=True)
    children = models.PositiveSmallIntegerField(_("children in all"), null=True, blank=True)
    staff = models.PositiveSmallIntegerField(_("people who work there"), null=True, blank=True)
    about = models.TextField(_("about the center"), blank=True)
    rooms = models.JSONField(default=list, blank=True)  # [{"name": str, "families": int, "age": str}]

    objects = CenterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "slug"], condition=Q(hidden_at=None), name="center_slug_once"
            )
        ]

    def __str__(self):
        return self.name


@with_history
class Team(OrganizationRow):
    """A center's part in one collaborative; it owns what the center tries, rates and counts there."""

    collaborative = RowKey(Collaborative, related_name="teams")
    center = RowKey(Center, related_name="teams")
    name = models.CharField(_("team name"), max_length=80, blank=True)
    motto = models.CharField(_("motto"), max_length=160, blank=True)
    picture = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    # Whom of the project team this center calls first.
    point_person = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    # From this day on the center takes no part here; what it wrote goes as far as it chose when it left.
    left_on = models.DateField(null=True, blank=True, editable=False)
    words_after = models.CharField(max_length=8, choices=WordsAfter, blank=True, editable=False)

    objects = TeamQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "center"],
                condition=Q(hidden_at=None),
                name="team_once_per_center",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, words_after="") | Q(~Q(words_after=""), left_on__isnull=False),
                name="team_left_with_a_choice",
            ),
        ]

    def __str__(self):
        return self.name or self.center.name
