"""Introducing oneself, and being answered with a hello."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Role

from ..enums import TOLD_TO
from ..querysets import HelloQuerySet, IntroductionQuerySet

PLACED = Q(audience__in=["all", "faculty"]) | Q(audience="group", group__isnull=False) | Q(
    audience="team", team__isnull=False
)  # fmt: skip


class Told(OrganizationRow, Written):
    """Words of a person with an audience; the columns are those the row policy reads."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    group = RowKey("tenancy.AffinityGroup", null=True, blank=True, related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    author_role = models.CharField(max_length=24, choices=Role)
    audience = models.CharField(max_length=12, choices=[(rung.value, rung.label) for rung in TOLD_TO])

    class Meta:
        abstract = True


@with_history
class Introduction(Told):
    """A few words about oneself, for the people one chooses."""

    brings = models.TextField(_("what brings you here"), max_length=1500)
    ask_me = models.CharField(_("something you may ask me about"), max_length=300, blank=True)
    said_at = models.DateTimeField(auto_now_add=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "-said_at"], name="introduction_newest")]
        constraints = [models.CheckConstraint(condition=PLACED, name="introduction_has_its_place")]

    def __str__(self):
        return self.brings[:60]


@with_history
class Hello(Told):
    """A hello in words under an introduction, for the same people."""

    introduction = RowKey(Introduction, related_name="hellos")
    author_team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    text = models.TextField(_("your words"), max_length=1000)
    said_at = models.DateTimeField(auto_now_add=True)

    objects = HelloQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "introduction"], name="hello_of_introduction")]
        constraints = [models.CheckConstraint(condition=PLACED, name="hello_has_its_place")]

    def __str__(self):
        return self.text[:60]
