"""What was done while a house was prepared, so that each step can be undone."""

from django.db import models

from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person

from .enums import StepKey
from .querysets import StepQuerySet


class Step(OrganizationRow):
    """One saving of one step: `before` is what it takes to undo it. The newest of a step is undone first.

    It has no history of its own, and goes when the house is opened: lists of people are not kept twice.
    """

    collaborative = RowKey(Collaborative, related_name="steps")
    key = models.CharField(max_length=12, choices=StepKey)
    before = models.JSONField(default=dict)
    done_by = RowKey(Person, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = StepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "key"], name="step_of_house")]

    def __str__(self):
        return f"{self.key} {self.created_at}"
