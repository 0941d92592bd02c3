"""A person's photo, for the people of one collaborative."""

from django.db import models
from django.db.models import Q

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from ..querysets import PortraitQuerySet
from .organization import Collaborative
from .person import Person


@with_history
class Portrait(OrganizationRow):
    """One photo of a person in one collaborative: nobody outside it sees it, and its owner takes it away at once."""

    person = RowKey(Person, related_name="portraits")
    collaborative = RowKey(Collaborative, related_name="+")
    file = RowKey("files.StoredFile", related_name="+")

    objects = PortraitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person", "collaborative"], condition=Q(hidden_at=None), name="portrait_once"
            )
        ]

    def __str__(self):
        return f"photo of {self.person_id}"
