"""The Collaborative Change Framework: why, the aims, what must change (primary) and how (secondary drivers)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative

from .querysets import (
    FrameworkQuerySet,
    GlossaryQuerySet,
    PartQuerySet,
    SecondaryDriverQuerySet,
    StarterIdeaQuerySet,
)


@with_history
class CollaborativeChangeFramework(OrganizationRow):
    """One version of a collaborative's framework; the published one with the highest number is in force."""

    collaborative = RowKey(Collaborative, related_name="frameworks")
    number = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("name"), max_length=160)
    note = models.TextField(_("in one or two sentences"), blank=True)
    need_and_opportunity = models.TextField(_("need and opportunity"), blank=True)
    # The three questions of the Model for Improvement, in the collaborative's words: [{"text": str, "hint": str}].
    questions = models.JSONField(default=list)
    origin = models.CharField(max_length=160, blank=True)
    published_on = models.DateField(null=True, blank=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "number"],
                condition=Q(hidden_at=None),
                name="framework_version_once",
            )
        ]

    def __str__(self):
        return self.name


@with_history
class Aim(OrganizationRow):
    """What we are trying to accomplish; a measure, a target and a date where they are known."""

    framework = RowKey(CollaborativeChangeFramework, related_name="aims")
    position = models.PositiveSmallIntegerField()
    text = models.TextField(_("aim"))
    measure = models.CharField(_("measure"), max_length=160, blank=True)
    target = models.CharField(_("target"), max_length=60, blank=True)
    by_when = models.DateField(null=True, blank=True)

    objects = PartQuerySet.as_manager()

    def __str__(self):
        return self.text[:60]


@with_history
class PrimaryDriver(OrganizationRow):
    """What must change to reach the aims."""

    framework = RowKey(CollaborativeChangeFramework, related_name="drivers")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)
    short_title = models.CharField(_("short title"), max_length=80)
    long_title = models.CharField(_("title"), max_length=200)
    rationale = models.TextField(_("why it matters"), blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "framework", "code"], condition=Q(hidden_at=None), name="driver_code_once"
            )
        ]

    def __str__(self):
        return self.short_title


@with_history
class SecondaryDriver(OrganizationRow):
    """How it must change: a specific place to try something."""

    primary = RowKey(PrimaryDriver, related_name="secondary_drivers")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)
    label = models.CharField(_("label"), max_length=240)
    statement = models.CharField(_("statement to rate"), max_length=280, blank=True)
    plain = models.CharField(_("in everyday words"), max_length=200, blank=True)

    objects = SecondaryDriverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "primary", "code"], condition=Q(hidden_at=None), name="secondary_code_once"
            )
        ]

    def __str__(self):
        return f"{self.code} {self.label}"


@with_history
class StarterIdea(OrganizationRow):
    """A small first idea under a driver for somebody in a role: small enough for next Tuesday."""

    driver = RowKey(PrimaryDriver, related_name="starter_ideas")
    secondary = RowKey(SecondaryDriver, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=24, blank=True)  # the role it is for, where the collaborative has such a role
    role_label = models.CharField(_("for whom"), max_length=40)
    title = models.CharField(_("in a few words"), max_length=80, blank=True)
    what = models.CharField(_("the idea"), max_length=240)
    with_whom = models.CharField(_("with whom"), max_length=160, blank=True)
    how_to_tell = models.CharField(_("how we will tell"), max_length=200, blank=True)

    objects = StarterIdeaQuerySet.as_manager()

    def __str__(self):
        return self.what


@with_history
class GlossaryTerm(OrganizationRow):
    """A word of the field, in plain words."""

    collaborative = RowKey(Collaborative, related_name="glossary")
    term = models.CharField(_("term"), max_length=80)
    text = models.CharField(_("in plain words"), max_length=400)
    also = models.JSONField(default=list)  # other words for the same thing
    language = models.CharField(max_length=8, default="en")

    objects = GlossaryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "term", "language"],
                condition=Q(hidden_at=None),
                name="term_once",
            )
        ]

    def __str__(self):
        return self.term
