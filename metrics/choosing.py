"""What a team counts: what all centers count, and what it chose besides."""

from .models import CollectionPlan, Observation


def chosen_by(actor, team_id, metrics) -> tuple[list, list]:
    """The metrics a team counts, and those it could also count.

    It counts what all centers count, and what it has put in a number for or planned to count.
    """
    free = [metric for metric in metrics if not metric.is_required]
    begun = _begun(actor, team_id, free) if free else set()
    counted = [metric for metric in metrics if metric.is_required or metric.pk in begun]
    return counted, [metric for metric in free if metric.pk not in begun]


def _begun(actor, team_id, metrics):
    rows = Observation.objects.visible_to(actor).filter(team_id=team_id, definition__metric__in=metrics)
    plans = CollectionPlan.objects.visible_to(actor).filter(team_id=team_id, metric__in=metrics)
    found = rows.order_by().values_list("definition__metric_id").union(plans.order_by().values_list("metric_id"))
    return {metric_id for (metric_id,) in found}
