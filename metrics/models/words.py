"""What a team says about its numbers: notes on a chart, and the plan for counting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.models import Person, Team

from ..querysets import NumberQuerySet
from .definitions import Metric


@with_history
class ChartNote(OrganizationRow, Written):
    """What the team was trying at a point of its chart, or what else was going on. Put there by people alone."""

    team = RowKey(Team, related_name="chart_notes")
    metric = RowKey(Metric, related_name="notes")
    period_start = models.DateField(_("when"))
    text = models.CharField(_("what was going on"), max_length=240)
    is_nothing_to_do_with_tests = models.BooleanField(_("this has nothing to do with our tests"), default=False)
    # The test the team names here; this room knows nothing more about it.
    cycle_id = models.UUIDField(null=True, blank=True)
    author = RowKey(Person, related_name="chart_notes")

    objects = NumberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "team", "metric"], name="chart_note_of")]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="chart_note_says_something")]

    def __str__(self):
        return self.text


@with_history
class CollectionPlan(OrganizationRow, Written):
    """Who counts, when and where: one page for one number of one team."""

    team = RowKey(Team, related_name="collection_plans")
    metric = RowKey(Metric, related_name="collection_plans")
    who = models.CharField(_("who counts"), max_length=240, blank=True)
    when = models.CharField(_("when"), max_length=240, blank=True)
    where = models.CharField(_("where, and in which rooms"), max_length=240, blank=True)
    how = models.TextField(_("how we write it down"), blank=True)
    who_types = models.CharField(_("who puts it in here"), max_length=240, blank=True)
    when_together = models.CharField(_("when we look at it together"), max_length=240, blank=True)

    objects = NumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "metric"], condition=Q(hidden_at=None), name="collection_plan_once"
            )
        ]

    def __str__(self):
        return self.who
