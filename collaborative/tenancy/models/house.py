"""A collaborative as a house: where it came from, what it says in its own words, and when it was opened."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from ..querysets import HouseQuerySet
from .organization import Collaborative
from .person import Person


@with_history
class House(OrganizationRow):
    """What was chosen and written when a collaborative was started; one row for each that was started here."""

    collaborative = RowKey(Collaborative, related_name="houses")
    # {noun: {language: [one, many, gender]}}: said in place of ours on every page, in letters and exports.
    vocabulary = models.JSONField(default=dict, blank=True)
    # "US-NY": whose public holidays dates keep off and the check list names; empty: nobody's.
    holidays = models.CharField(_("public holidays"), max_length=10, blank=True)
    invitation_words = models.TextField(_("what every invitation says besides"), blank=True)
    welcome_words = models.TextField(_("words of welcome"), blank=True)
    promise_words = models.TextField(_("what we promise each other"), blank=True)
    # The check on the framework before it is shown: where it speaks of racial equity, cultural humility, inclusion.
    equity_words = models.TextField(_("where our framework speaks of equity"), blank=True)
    origin = RowKey(Collaborative, null=True, blank=True, related_name="+")
    origin_words = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True, editable=False)
    opened_by = RowKey(Person, null=True, blank=True, related_name="+")

    objects = HouseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative"], condition=Q(hidden_at=None), name="one_house"
            )
        ]

    def __str__(self):
        return f"house of {self.collaborative_id}"
