"""What was counted, row by row, and the middle line of many centers."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.models import Person, Team

from ..enums import Collect, Kind, Source
from ..querysets import MiddleLineQuerySet, NumberQuerySet
from .definitions import Metric, MetricVersion

NO_NUMBERS = Q(numerator=None, denominator=None, value=None)
LARGEST = 1_000_000_000  # an average beyond this is a slip; not-a-number and infinity lie beyond it too
FEWEST_CENTERS = 3  # behind a middle line, whatever the setting says


@with_history
class Observation(OrganizationRow, Written):
    """What one room or the whole center counted in one period, or why it could not. Months are never stored."""

    team = RowKey(Team, related_name="observations")
    definition = RowKey(MetricVersion, related_name="observations")
    kind = models.CharField(max_length=12, choices=Kind)
    collect = models.CharField(max_length=8, choices=Collect)
    period_start = models.DateField(_("period"))
    subgroup = models.CharField(_("room"), max_length=80, blank=True)  # "" is the whole center
    numerator = models.PositiveIntegerField(_("counted"), null=True, blank=True)
    denominator = models.PositiveIntegerField(_("out of"), null=True, blank=True)
    value = models.FloatField(_("average"), null=True, blank=True)
    not_this_time = models.CharField(_("not this time, because"), max_length=240, blank=True)
    rooms_covered = models.JSONField(default=list, blank=True)
    rooms_there = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.CharField(_("a note"), max_length=400, blank=True)
    source = models.CharField(max_length=8, choices=Source, default=Source.TYPED)
    entered_by = RowKey(Person, related_name="observations")
    entered_at = models.DateTimeField()

    objects = NumberQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["organization_id", "definition", "team", "period_start"],
                include=["subgroup", "numerator", "denominator", "value"],
                condition=Q(hidden_at=None),
                name="observation_series",
            ),
            models.Index(fields=["organization_id", "team", "period_start"], name="observation_of_team"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "definition", "period_start", "subgroup"],
                condition=Q(hidden_at=None),
                name="observation_once",
            ),
            models.CheckConstraint(
                condition=Q(collect=Collect.WEEK, period_start__iso_week_day=1)
                | Q(collect=Collect.MONTH, period_start__day=1),
                name="observation_starts_a_period",
            ),
            models.CheckConstraint(
                condition=(NO_NUMBERS & ~Q(not_this_time="")) | (~NO_NUMBERS & Q(not_this_time="")),
                name="observation_numbers_or_reason",
            ),
            # Null compared is neither true nor false, and such a check would pass: so each says "is not null" first.
            models.CheckConstraint(
                condition=NO_NUMBERS
                | Q(
                    kind=Kind.PERCENTAGE,
                    numerator__isnull=False,
                    denominator__isnull=False,
                    denominator__gte=1,
                    numerator__lte=F("denominator"),
                    value=None,
                )
                | Q(kind=Kind.RATE, numerator__isnull=False, denominator__isnull=False, denominator__gte=1, value=None)
                | Q(kind=Kind.COUNT, numerator__isnull=False, denominator=None, value=None)
                | Q(kind=Kind.AVERAGE, numerator=None, value__isnull=False, value__gte=0, value__lte=LARGEST)
                | Q(
                    kind=Kind.AVERAGE,
                    numerator__isnull=False,
                    denominator__isnull=False,
                    denominator__gte=1,
                    value=None,
                ),
                name="observation_numbers_fit_kind",
            ),
        ]

    def __str__(self):
        return f"{self.period_start} {self.subgroup}".strip()


class MiddleLine(OrganizationRow):
    """The median of the centers' values in one period, worked out by the worker; never from fewer than three centers.

    No history: it follows from the observations at any time.
    """

    metric = RowKey(Metric, related_name="middle_line")
    period_start = models.DateField()
    value = models.FloatField()
    centers = models.PositiveSmallIntegerField()
    computed_at = models.DateTimeField()

    objects = MiddleLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "metric", "period_start"], name="middle_line_once"),
            models.CheckConstraint(condition=Q(centers__gte=FEWEST_CENTERS), name="middle_line_of_many"),
        ]

    def __str__(self):
        return f"{self.period_start} {self.value:g}"
