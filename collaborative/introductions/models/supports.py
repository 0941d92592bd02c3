"""What the collaborative promises so that people can take part, what was given to whom, and who would like a hand."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import Ease, ReachBy, SupportKind
from ..querysets import ComfortQuerySet, LedgerQuerySet, PromiseQuerySet


@with_history
class Promise(OrganizationRow, Written):
    """One practical support, in a whole sentence that is true here, and whom to ask for it."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    kind = models.CharField(_("what is it?"), max_length=12, choices=SupportKind)
    text = models.CharField(_("what we promise"), max_length=240)
    ask = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    how = models.CharField(_("how to ask"), max_length=200, blank=True)

    objects = PromiseQuerySet.as_manager()

    def __str__(self):
        return self.text[:60]


@with_history
class SupportGiven(OrganizationRow):
    """What was given to one person: read by that person, the family liaison and the project manager alone."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    person = RowKey("tenancy.Person", related_name="+")
    kind = models.CharField(_("what is it?"), max_length=12, choices=SupportKind)
    what = models.CharField(_("what was given"), max_length=200)
    given_on = models.DateField(_("when"))
    given_by = RowKey("tenancy.Person", related_name="+")
    amount = models.DecimalField(_("amount"), max_digits=8, decimal_places=2, null=True, blank=True)

    objects = LedgerQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "-given_on"], name="support_given_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="support_amount_is_not_negative")
        ]

    def __str__(self):
        return self.what


@with_history
class Comfort(OrganizationRow, Written):
    """How at home somebody is with technology and counting, in words: for that person and the helper alone."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    person = RowKey("tenancy.Person", related_name="+")
    with_technology = models.CharField(_("phones, tablets and this place"), max_length=12, choices=Ease, blank=True)
    with_numbers = models.CharField(_("counting and charts"), max_length=12, choices=Ease, blank=True)
    device = models.CharField(_("what I use, and how I get online"), max_length=200, blank=True)
    reach_by = models.CharField(_("I am best reached by"), max_length=20, choices=ReachBy, blank=True)
    words = models.CharField(_("anything else"), max_length=400, blank=True)

    objects = ComfortQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "person"], condition=Q(hidden_at=None), name="comfort_once"
            )
        ]

    def __str__(self):
        return f"comfort of {self.person_id}"
