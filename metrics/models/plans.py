"""A center's plan for counting: who counts what, where and when, who can stand in, and what it counts already."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.models import Person, Team

from ..querysets import NumberQuerySet
from .definitions import Metric


@with_history
class CollectionPlan(OrganizationRow, Written):
    """Who counts, when and where: one number of one team. All of them together are the center's data plan."""

    team = RowKey(Team, related_name="collection_plans")
    metric = RowKey(Metric, related_name="collection_plans")
    who = models.CharField(_("who counts"), max_length=240, blank=True)
    stand_in = models.CharField(_("who does it when that person is away"), max_length=240, blank=True)
    when = models.CharField(_("when"), max_length=240, blank=True)
    where = models.CharField(_("where, and in which rooms"), max_length=240, blank=True)
    how = models.TextField(_("how we write it down"), blank=True)
    who_types = models.CharField(_("who puts it in here"), max_length=240, blank=True)
    when_together = models.CharField(_("when we look at it together"), max_length=240, blank=True)
    starts_on = models.DateField(_("the first week we count"), null=True, blank=True)
    tried = models.TextField(_("what we learned when we tried it once"), max_length=1000, blank=True)

    objects = NumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "metric"], condition=Q(hidden_at=None), name="collection_plan_once"
            )
        ]

    def __str__(self):
        return self.who


@with_history
class DataSource(OrganizationRow, Written):
    """Something a center counts or writes down already, and what it could be good for here."""

    team = RowKey(Team, related_name="data_sources")
    name = models.CharField(_("what is counted or written down already"), max_length=160)
    kept_by = models.CharField(_("who keeps it"), max_length=160, blank=True)
    how_often = models.CharField(_("how often"), max_length=160, blank=True)
    metric = RowKey(Metric, null=True, blank=True, related_name="data_sources")
    note = models.CharField(_("what it could be good for"), max_length=400, blank=True)
    author = RowKey(Person, related_name="data_sources")

    objects = NumberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "team"], name="data_source_of")]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="data_source_has_a_name")]

    def __str__(self):
        return self.name
