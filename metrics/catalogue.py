"""The metrics of a collaborative with their definitions, read in one query."""

from bisect import bisect_right
from datetime import date

from .models import Metric, MetricDriver, MetricVersion


def metrics_of(actor, *, only=None) -> list[Metric]:
    """The metrics an actor may read, in order, each with its `definitions` (by first day) and today's `definition`.

    `only`: ids of metrics to leave it at.
    """
    versions = MetricVersion.objects.visible_to(actor).filter(metric__collaborative_id=actor.collaborative_id)
    return _gathered(versions, actor.today, only)


def metric_of(actor, metric_id) -> Metric | None:
    """One metric the actor may read, with its definitions; None where there is none."""
    return next(iter(metrics_of(actor, only=[metric_id])), None)


def metrics_in(collaborative_id, *, today: date) -> list[Metric]:
    """The metrics of a collaborative, for a task that runs inside its organization."""
    versions = MetricVersion.objects.shown().filter(metric__collaborative_id=collaborative_id)
    return _gathered(versions, today, None)


def _gathered(versions, today, only):
    versions = versions.filter(metric__hidden_at=None).select_related("metric")
    if only is not None:
        versions = versions.filter(metric_id__in=only)
    metrics = {}
    for version in versions.order_by("metric__position", "metric__name", "metric_id", "starts_on", "pk"):
        metric = metrics.setdefault(version.metric_id, version.metric)
        version.metric = metric
        metric.definitions = [*getattr(metric, "definitions", ()), version]
    for metric in metrics.values():
        metric.definition = in_force(metric, today)
    return list(metrics.values())


def in_force(metric, day: date) -> MetricVersion:
    """The definition of `metric` that holds for a period beginning on `day`; the first one holds for all before it."""
    at = bisect_right([version.starts_on for version in metric.definitions], day)
    return metric.definitions[max(0, at - 1)]


def drivers_of(actor, metrics) -> dict:
    """The drivers each of these metrics speaks for: its id -> a list of MetricDriver."""
    rows = MetricDriver.objects.visible_to(actor).filter(metric__in=metrics)
    found = {metric.pk: [] for metric in metrics}
    for row in rows.select_related("driver", "secondary").order_by("driver__position", "secondary__position", "pk"):
        found[row.metric_id].append(row)
    return found
