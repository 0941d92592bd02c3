"""The middle line of many centers, worked out by the worker, who alone may see all their numbers at once."""

from collections import defaultdict
from statistics import median
from types import MappingProxyType
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.tenancy.every import for_each_organization
from collaborative.tenancy.models import Collaborative, SharingPause, Team

from .catalogue import metrics_in
from .models import MiddleLine
from .models.counts import FEWEST_CENTERS
from .series import series_of

CENTERS_BEHIND_A_POINT = 5  # DESIGN: aggregates need at least five centers; a setting, never under three


def centers_needed() -> int:
    """How many centers stand behind each point of a middle line at least."""
    return max(FEWEST_CENTERS, getattr(settings, "CENTERS_BEHIND_A_POINT", CENTERS_BEHIND_A_POINT))


@shared_task(name="metrics.tasks.compute_middle_lines", over_organizations=True)
def compute_middle_lines(organization_id=None):
    """Bring the middle lines of one organization, or of all, up to date: one transaction for each."""
    if organization_id:
        renew_organization(UUID(str(organization_id)))
    else:
        for_each_organization(renew_organization)


def renew_organization(organization_id) -> None:
    """The middle lines of one organization are those of its numbers now."""
    with tenant_context(organization_id):
        for collaborative in Collaborative.objects.shown().order_by("pk"):
            renew_middle_lines(collaborative, today=timezone.localdate())


def renew_middle_lines(collaborative, *, today) -> None:
    """The middle lines of all metrics of one collaborative are those of its numbers now; paused teams stand aside."""
    paused = SharingPause.objects.shown().filter(ended_at=None).values("team_id")
    teams = Team.objects.shown().filter(collaborative=collaborative).exclude(pk__in=paused)
    left = dict(teams.order_by("pk").values_list("pk", "left_on"))
    for metric in metrics_in(collaborative.pk, today=today):
        found = series_of(None, metrics=[metric], teams=list(left), last=None, today=today)
        _keep(metric, middle_line(found.values(), centers_needed(), left))


def middle_line(series, fewest: int, left=MappingProxyType({})) -> dict:
    """The median and the number of centers behind it, by period, wherever at least `fewest` centers counted.

    `left`: the day from which a team takes no part any more; what was counted before stays in the line.
    """
    by_period = defaultdict(list)
    for one in series:
        last = left.get(one.team_id)
        for start, value in zip(one.starts, one.values, strict=True):
            if value is not None and (last is None or start < last):
                by_period[start].append(value)
    return {start: (median(values), len(values)) for start, values in by_period.items() if len(values) >= fewest}


def _keep(metric, line):
    """Write what changed, take away what is no longer there."""
    there = {row.period_start: row for row in MiddleLine.objects.filter(metric=metric)}
    now = timezone.now()
    changed = [
        MiddleLine(metric=metric, period_start=start, value=value, centers=centers, computed_at=now)
        for start, (value, centers) in line.items()
        if start not in there or (there[start].value, there[start].centers) != (value, centers)
    ]
    gone = [row.pk for start, row in there.items() if start not in line]
    MiddleLine.objects.filter(pk__in=gone).delete()
    MiddleLine.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["organization_id", "metric", "period_start"],
        update_fields=["value", "centers", "computed_at"],
    )
