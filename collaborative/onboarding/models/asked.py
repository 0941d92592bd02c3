"""What is asked: expectations of each role, the letter of commitment, assignments before the first session."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Role

from ..enums import ASKED_ROLES, SIGNED_FOR, LeadsTo, PreworkDayPlan, rungs
from ..querysets import AskedQuerySet, PreworkAssignmentQuerySet, SignatureQuerySet


@with_history
class Expectation(OrganizationRow, Written):
    """What taking part means for one role: what, how much time, when, and on whose time."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    role = models.CharField(_("for"), max_length=24, choices=[(role.value, role.label) for role in ASKED_ROLES])
    what = models.TextField(_("what"), max_length=1200)
    how_much = models.CharField(_("how much time"), max_length=160, blank=True)
    when = models.CharField(_("when"), max_length=240, blank=True)
    whose_time = models.CharField(_("on whose time"), max_length=240, blank=True)
    cover = models.CharField(_("what it costs the center"), max_length=400, blank=True)

    objects = AskedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "role"],
                condition=Q(hidden_at=None),
                name="expectation_once_per_role",
            )
        ]

    def __str__(self):
        return f"{self.role}: {self.what[:40]}"


@with_history
class CommitmentLetter(OrganizationRow, Written):
    """One version of the letter of commitment; a change is a new row, and what was signed stays with its text."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    number = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("the letter"), max_length=8000)
    written_on = models.DateField()

    objects = AskedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "number"], name="letter_version_once"
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.title} {self.number}"


@with_history
class Signature(OrganizationRow):
    """Somebody signed one version of the letter with their own name, for their team or for the project team."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    letter = RowKey(CommitmentLetter, related_name="signatures")
    team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    author_role = models.CharField(max_length=24, choices=Role)
    audience = models.CharField(max_length=12, choices=rungs(SIGNED_FOR))
    typed_name = models.CharField(_("your name"), max_length=120)
    signed_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_words = models.CharField(max_length=400, blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "letter", "author"],
                condition=Q(hidden_at=None, taken_back_at=None),
                name="signed_once",
            ),
            models.CheckConstraint(condition=Q(audience__in=SIGNED_FOR), name="signature_rung"),
        ]

    def __str__(self):
        return f"{self.typed_name} {self.signed_at:%Y-%m-%d}" if self.signed_at else self.typed_name


@with_history
class PreworkAssignment(OrganizationRow, Written):
    """Something every team does before the first learning session, with what it is good for."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    key = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("title"), max_length=120)
    why = models.TextField(_("what it is good for"), max_length=600)
    how = models.TextField(_("how"), max_length=2000, blank=True)
    where = models.CharField(_("where it appears"), max_length=160, blank=True)
    leads_to = models.CharField(max_length=12, choices=LeadsTo, blank=True, default=LeadsTo.NOWHERE)
    ready_by = RowKey("schedule.PlannedDate", null=True, blank=True, related_name="+")
    ask = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    # What a pre-work day would do; asked of teams only where no such day is held.
    instead_of_day = models.BooleanField(default=False)

    objects = PreworkAssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "key"],
                condition=Q(hidden_at=None) & ~Q(key=""),
                name="prework_key_once",
            )
        ]

    def __str__(self):
        return self.title


@with_history
class PreworkDay(OrganizationRow, Written):
    """Whether a day is held before the first learning session, its date, and what it is for."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    plan = models.CharField(max_length=12, choices=PreworkDayPlan, default=PreworkDayPlan.OPEN)
    objectives = models.TextField(_("what it is for"), max_length=1200, blank=True)
    planned = RowKey("schedule.PlannedDate", null=True, blank=True, related_name="+")

    objects = AskedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative"], condition=Q(hidden_at=None), name="prework_day_once"
            )
        ]

    def __str__(self):
        return self.plan
