"""What a team says about its numbers: notes on a chart, and what was said when the team talked about it."""

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
class ChartTalk(OrganizationRow, Written):
    """Ten minutes with a chart: what the team saw in it and what it will do. For the team's own next look."""

    team = RowKey(Team, related_name="chart_talks")
    metric = RowKey(Metric, related_name="talks")
    held_on = models.DateField(_("when"))
    who = models.CharField(_("who was there"), max_length=240, blank=True)
    saw = models.TextField(_("what we saw"), max_length=2000)
    for_whom = models.TextField(_("for whom it got better, and for whom not yet"), max_length=2000, blank=True)
    next_step = models.TextField(_("what we try next"), max_length=2000, blank=True)
    author = RowKey(Person, related_name="chart_talks")

    objects = NumberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "team", "metric", "-held_on"], name="chart_talk_of")]
        constraints = [models.CheckConstraint(condition=~Q(saw=""), name="chart_talk_says_something")]

    def __str__(self):
        return self.saw[:60]
