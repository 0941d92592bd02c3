"""The home of an observer or a funder: totals of many centers, nothing by name."""

from collaborative.framework.models import Aim
from metrics.catalogue import metrics_of
from metrics.pages import middles_of_all

from . import parts


def observer_home(actor) -> dict:
    """Aims, the middle of all centers for each number, and dates."""
    aims = Aim.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    metrics = metrics_of(actor)
    middles = zip(metrics, middles_of_all(actor, metrics), strict=True)
    return {
        "aims": list(aims.order_by("position", "pk")),
        "middles": [(metric, *middle) for metric, middle in middles],
        "coming": parts.what_comes(actor, limit=4),
    }
