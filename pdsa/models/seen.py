"""The base of rows with an audience: who sees them stands in their own columns, where the row policies read it."""

from django.db import models
from django.db.models import Q

from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.enums import Audience


class Seen(OrganizationRow):
    """A row of a team, by an author, with an audience."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    group = RowKey("tenancy.AffinityGroup", null=True, blank=True, related_name="+")
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.SELF)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(audience=Audience.GROUP, group__isnull=False)
                | Q(~Q(audience=Audience.GROUP), group__isnull=True),
                name="%(class)s_names_its_group",
            ),
            models.CheckConstraint(
                condition=Q(audience__in=[rung for rung in Audience.values if rung != Audience.FACULTY]),
                name="%(class)s_audience_known",
            ),
        ]
