"""Groups run by their members: anybody founds one; what is said in it is its members' alone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import MemberState
from ..querysets import CircleMemberQuerySet, CircleQuerySet


@with_history
class Circle(OrganizationRow, Written):
    """A group. Everybody in the collaborative reads its name and topic; who is in it and what is said, its members."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    keeper = RowKey("tenancy.Person", related_name="+")
    name = models.CharField(_("name"), max_length=80)
    topic = models.CharField(_("what it is about"), max_length=200)
    closed_on = models.DateField(null=True, blank=True)

    objects = CircleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "name"],
                condition=Q(hidden_at=None),
                name="circle_name_once",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def author_id(self):
        """Whose it is: the one who keeps it now."""
        return self.keeper_id


@with_history
class CircleMember(OrganizationRow):
    """How a person stands to a group: invited, asking, in it, or gone; read by that person and by who is in it."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    circle = RowKey(Circle, related_name="members")
    person = RowKey("tenancy.Person", related_name="+")
    state = models.CharField(max_length=8, choices=MemberState, default=MemberState.INVITED)
    invited_by = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    since = models.DateField()

    objects = CircleMemberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "person", "state"], name="circles_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "circle", "person"], condition=Q(hidden_at=None), name="circle_member_once"
            )
        ]

    def __str__(self):
        return f"{self.person_id} {self.state}"
