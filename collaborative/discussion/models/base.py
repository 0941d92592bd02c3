"""The base of rows for certain people; the columns are those the row policies read."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Role

from ..enums import POST_AUDIENCES


class ForPeople(OrganizationRow):
    """A row with an audience. `group`: a role group; `circle`: a group run by its members; a post is for one of them.

    What hangs on a post (replies, pictures, tasks, mentions) has the post's audience.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=[(rung.value, rung.label) for rung in POST_AUDIENCES])
    group = RowKey("tenancy.AffinityGroup", null=True, blank=True, related_name="+")
    circle = RowKey("discussion.Circle", null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class Spoken(ForPeople, Written):
    """Words of a person with an audience."""

    author_role = models.CharField(max_length=24, choices=Role)
    text = models.TextField(_("your words"), max_length=4000)
    edited_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True


def has_its_place(name):
    """The constraint that an audience names the group, circle or team it means, and no other."""
    nobody = Q(group=None, circle=None)
    return models.CheckConstraint(
        condition=(Q(audience__in=["all", "faculty"]) & nobody)
        | Q(audience="group", group__isnull=False, circle=None)
        | Q(audience="group", group=None, circle__isnull=False)
        | (Q(audience="team", team__isnull=False) & nobody),
        name=name,
    )
