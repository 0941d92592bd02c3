"""Dates. Every date that hangs on another is a `PlannedDate`, so that moving one can move what follows."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Center, Collaborative

from .enums import LINES, DateKind
from .querysets import ClosureQuerySet, PeriodQuerySet, PlannedDateQuerySet, SessionQuerySet


@with_history
class PlannedDate(OrganizationRow):
    """A date, given outright or as an offset in days from an anchor; `on` is what it comes to today."""

    collaborative = RowKey(Collaborative, related_name="planned_dates")
    kind = models.CharField(max_length=12, choices=DateKind)
    title = models.CharField(_("title"), max_length=160)
    note = models.CharField(_("what to know"), max_length=240, blank=True)
    link = models.URLField(_("link"), blank=True)
    on = models.DateField(_("date"))
    at = models.TimeField(_("time"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long, in minutes"), null=True, blank=True)
    place = models.CharField(_("place, or how to join"), max_length=200, blank=True)
    questions = models.TextField(_("questions to think about before"), max_length=1200, blank=True)
    # A role group's own date: shown to its members and to who plans; null is everybody's.
    group = RowKey("tenancy.AffinityGroup", null=True, blank=True, related_name="+")
    anchor = RowKey("self", null=True, blank=True, related_name="dependants")
    offset_days = models.IntegerField(null=True, blank=True)
    is_pinned = models.BooleanField(default=False)
    done_on = models.DateField(null=True, blank=True)
    has_in_hand = RowKey("tenancy.Person", null=True, blank=True, related_name="+")  # who has it in hand

    objects = PlannedDateQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "on"], name="planned_date_on")]
        constraints = [
            models.CheckConstraint(
                condition=Q(anchor=None, offset_days=None) | Q(anchor__isnull=False, offset_days__isnull=False),
                name="planned_date_offset_with_anchor",
            ),
            models.CheckConstraint(
                condition=Q(anchor__isnull=True) | ~Q(anchor=F("id")), name="planned_date_hangs_on_another"
            ),
        ]

    def __str__(self):
        return f"{self.title} {self.on}"

    @property
    def keeps_off_weekends(self):
        """A line that moves along lands on a working day; sessions and periods fall where people say."""
        return self.kind in LINES


@with_history
class LearningSession(OrganizationRow):
    """A day or more when all teams meet to learn, share and plan."""

    collaborative = RowKey(Collaborative, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120, blank=True)
    purpose = models.CharField(_("what it is for"), max_length=240, blank=True)
    starts = RowKey(PlannedDate, related_name="+")
    days = models.PositiveSmallIntegerField(default=1)
    place = models.CharField(_("place"), max_length=160, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "number"], condition=Q(hidden_at=None), name="session_once"
            ),
            models.CheckConstraint(condition=Q(days__gte=1), name="session_has_a_day"),
        ]

    def __str__(self):
        return self.name

    @property
    def starts_on(self):
        """Its first day; read sessions with `in_order()`, which brings the dates along."""
        return self.starts.on

    @property
    def ends_on(self):
        return self.starts.on + timedelta(days=self.days - 1)


@with_history
class ActionPeriod(OrganizationRow):
    """The months between two learning sessions, when teams try changes and count; number 0 is pre-work."""

    collaborative = RowKey(Collaborative, related_name="periods")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=120)
    focus = models.CharField(_("what it is for"), max_length=240, blank=True)
    starts = RowKey(PlannedDate, related_name="+")
    ends = RowKey(PlannedDate, related_name="+")

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "number"], condition=Q(hidden_at=None), name="period_once"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def starts_on(self):
        """Its first day; read periods with `in_order()`, which brings the dates along."""
        return self.starts.on

    @property
    def ends_on(self):
        return self.ends.on


@with_history
class Closure(OrganizationRow):
    """Days on which a center is closed: silent days for messages, and marked on its charts."""

    center = RowKey(Center, related_name="closures")
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    why = models.CharField(_("why"), max_length=120, blank=True)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="closure_in_order")]

    def __str__(self):
        return f"{self.why} {self.starts_on}"
