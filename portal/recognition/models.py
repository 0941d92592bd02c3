"""What taking part counts for, and what a certificate of it says."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from .enums import CreditKind
from .querysets import RecognitionQuerySet

MOST_HOURS = 1000


@with_history
class CreditNote(OrganizationRow, Written):
    """One thing taking part counts for, in a whole sentence that is true here: where to read more, and whom to ask."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    kind = models.CharField(_("what is it?"), max_length=12, choices=CreditKind)
    text = models.CharField(_("what taking part counts for"), max_length=300)
    how = models.CharField(_("how to get it"), max_length=300, blank=True)
    link = models.URLField(_("where to read more"), blank=True)
    ask = RowKey("tenancy.Person", null=True, blank=True, related_name="+")

    objects = RecognitionQuerySet.as_manager()

    def __str__(self):
        return self.text[:60]


@with_history
class Recognition(OrganizationRow, Written):
    """How a collaborative recognizes people: a title for each role, and what stands on a certificate besides.

    `titles`: {role: title}; `hours`: what it says taking part takes in all, where it says so.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    titles = models.JSONField(default=dict, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours in all"), null=True, blank=True)
    signed_by = models.CharField(_("who signs"), max_length=120, blank=True)
    signed_as = models.CharField(_("as what"), max_length=120, blank=True)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative"], condition=Q(hidden_at=None), name="recognition_once"
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gte=1, hours__lte=MOST_HOURS), name="recognition_hours_in_reason"
            ),
        ]

    def __str__(self):
        return f"recognition in {self.collaborative_id}"
