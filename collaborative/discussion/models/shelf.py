"""The shelf: links and files worth keeping, and which teams used them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import TEAM_ROLES, AgeGroup

from ..enums import Spoken, Translated
from ..querysets import ShelfQuerySet, ShelfUseQuerySet

FOR_ROLES = [(role.value, role.label) for role in TEAM_ROLES]


@with_history
class ShelfItem(OrganizationRow, Written):
    """A link or a file worth keeping where everybody finds it.

    `shows_from`: the day from which all see it; a few new ones a week are enough. `retired_on`: it is kept, out of the
    way. `merged_into`: the same thing stands there. `translation_of`: this is a language version of that one.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    title = models.CharField(_("title"), max_length=120)
    description = models.CharField(_("what it is good for"), max_length=240, blank=True)
    link = models.URLField(_("link"), blank=True)
    file = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    driver = RowKey("framework.PrimaryDriver", null=True, blank=True, related_name="+")
    roles = ArrayField(models.CharField(max_length=24, choices=FOR_ROLES), default=list, blank=True)
    ages = ArrayField(models.CharField(max_length=12, choices=AgeGroup), default=list, blank=True)
    spoken = models.CharField(_("in which language"), max_length=8, choices=Spoken, default=Spoken.EN)
    source = models.CharField(_("where it comes from"), max_length=160, blank=True)
    shows_from = models.DateField(null=True, blank=True)
    featured_at = models.DateTimeField(null=True, editable=False)
    retired_on = models.DateField(null=True, blank=True)
    merged_into = RowKey("self", null=True, blank=True, related_name="merged")
    translation_of = RowKey("self", null=True, blank=True, related_name="translations")
    translated = models.CharField(_("how far translated"), max_length=8, choices=Translated, blank=True)

    objects = ShelfQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "-created_at"], name="shelf_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(file=None) ^ Q(link=""), name="shelf_item_is_a_link_or_a_file"
            ),
            models.CheckConstraint(
                condition=(Q(merged_into=None) | ~Q(merged_into=F("id")))
                & (Q(translation_of=None) | ~Q(translation_of=F("id"))),
                name="shelf_item_points_to_another",
            ),
            models.CheckConstraint(
                condition=Q(translation_of=None, translated="") | (Q(translation_of__isnull=False) & ~Q(translated="")),
                name="shelf_translation_says_how_far",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title


@with_history
class ShelfUse(OrganizationRow, Written):
    """A team used something from the shelf, and what came of it in a few words."""

    item = RowKey(ShelfItem, related_name="uses")
    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    words = models.CharField(_("how it went"), max_length=200, blank=True)
    used_on = models.DateField()

    objects = ShelfUseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "item", "team"], condition=Q(hidden_at=None), name="shelf_used_once"
            )
        ]

    def __str__(self):
        return self.words or str(self.team_id)
