"""What a number means: its definition, in versions, the drivers it speaks for, and the goals people set."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.framework.models import PrimaryDriver, SecondaryDriver
from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.models import Collaborative, Person, Team

from ..enums import Collect, Hope, Kind
from ..querysets import MetricPartQuerySet, MetricQuerySet, NumberQuerySet


@with_history
class Metric(OrganizationRow):
    """Something the centers of a collaborative count. What exactly is counted stands in its versions."""

    collaborative = RowKey(Collaborative, related_name="metrics")
    key = models.SlugField(_("short key"), max_length=60)
    name = models.CharField(_("name"), max_length=160)
    why = models.TextField(_("why we count it"), blank=True)
    hope = models.CharField(_("hoped-for way"), max_length=8, choices=Hope, default=Hope.MORE)
    is_required = models.BooleanField(_("all centers count it"), default=True)
    position = models.PositiveSmallIntegerField(default=1)
    # A goal of the collaborative, in the unit people speak in (80 for 80%).
    goal = models.FloatField(_("goal"), null=True, blank=True)
    goal_set_by = models.CharField(_("who set the goal"), max_length=120, blank=True)
    goal_set_on = models.DateField(_("when it was set"), null=True, blank=True)

    objects = MetricQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "key"], condition=Q(hidden_at=None), name="metric_key_once"
            ),
            models.CheckConstraint(
                condition=Q(goal=None) | (~Q(goal_set_by="") & Q(goal_set_on__isnull=False)),
                name="metric_goal_says_who_and_when",
            ),
        ]

    def __str__(self):
        return self.name


@with_history
class MetricVersion(OrganizationRow, Written):
    """What exactly is counted and how, from a day on. A change of meaning starts a new one; better words do not."""

    metric = RowKey(Metric, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField(_("counted this way from"))
    kind = models.CharField(_("what kind of number"), max_length=12, choices=Kind)
    collect = models.CharField(_("how often"), max_length=8, choices=Collect, default=Collect.WEEK)
    numerator_words = models.CharField(_("what we count"), max_length=160)
    denominator_words = models.CharField(_("out of what"), max_length=160, blank=True)
    # The whole are the families of the rooms that counted, so it can be laid beside what the center told us.
    counts_families = models.BooleanField(_("the whole are the families in the rooms that counted"), default=False)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    per = models.PositiveIntegerField(_("for every how many"), default=1, validators=[MinValueValidator(1)])
    # Of what an average is made of: each lies between these two, and with fewer than `fewest` of them nobody divides.
    lowest = models.FloatField(_("the lowest one can give"), null=True, blank=True)
    highest = models.FloatField(_("the highest one can give"), null=True, blank=True)
    fewest = models.PositiveSmallIntegerField(_("the fewest that make a number"), null=True, blank=True)
    operational_definition = models.TextField(_("what counts and what does not"), blank=True)
    guidance = models.TextField(_("how to count it"), blank=True)
    change_note = models.CharField(_("what changed"), max_length=200, blank=True)

    objects = MetricPartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "metric", "number"], condition=Q(hidden_at=None), name="metric_version_once"
            ),
            models.UniqueConstraint(
                fields=["organization_id", "metric", "starts_on"],
                condition=Q(hidden_at=None),
                name="metric_version_start_once",
            ),
            # An observation points here with kind and period, so neither can differ from its definition.
            models.UniqueConstraint(fields=["organization_id", "id", "kind", "collect"], name="metric_version_row"),
            models.CheckConstraint(
                condition=Q(kind__in=[Kind.COUNT, Kind.AVERAGE]) | ~Q(denominator_words=""),
                name="metric_version_says_out_of_what",
            ),
            models.CheckConstraint(condition=Q(per__gte=1), name="metric_version_per_at_least_one"),
            models.CheckConstraint(
                condition=Q(kind=Kind.RATE) | Q(per=1), name="metric_version_only_rates_are_per_many"
            ),
            models.CheckConstraint(
                condition=Q(lowest=None, highest=None)
                | Q(kind=Kind.AVERAGE, lowest__isnull=False, highest__gt=F("lowest"), highest__isnull=False),
                name="metric_version_scale_of_an_average",
            ),
        ]

    def __str__(self):
        return f"{self.metric_id} {self.number}"

    @property
    def adds_up(self):
        """Whether an average is put in as its two numbers: what they add up to, and how many they are."""
        return self.kind == Kind.AVERAGE and bool(self.denominator_words)


@with_history
class MetricDriver(OrganizationRow):
    """A metric speaks for a driver: where that driver moves, this number should."""

    metric = RowKey(Metric, related_name="drivers")
    driver = RowKey(PrimaryDriver, related_name="metrics")
    secondary = RowKey(SecondaryDriver, null=True, blank=True, related_name="metrics")

    objects = MetricPartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "metric", "driver", "secondary"],
                condition=Q(hidden_at=None),
                nulls_distinct=False,
                name="metric_driver_once",
            )
        ]

    def __str__(self):
        return f"{self.metric_id} {self.driver_id}"


@with_history
class TeamGoal(OrganizationRow):
    """A team's own goal for a number, who set it and when. The latest is in force; earlier ones stay."""

    team = RowKey(Team, related_name="goals")
    metric = RowKey(Metric, related_name="team_goals")
    goal = models.FloatField(_("our goal"))  # in the unit people speak in (80 for 80%)
    set_by = models.CharField(_("who set it"), max_length=120)
    set_on = models.DateField(_("when"))
    author = RowKey(Person, related_name="+")

    objects = NumberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "team", "metric"], name="team_goal_of")]
        constraints = [
            models.CheckConstraint(condition=Q(goal__gte=0, goal__lte=1_000_000_000), name="team_goal_is_a_number")
        ]

    def __str__(self):
        return f"{self.goal:g}"
