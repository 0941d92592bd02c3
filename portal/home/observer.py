"""The home of an observer or a funder: totals of many centers, nothing by name."""

from collaborative.framework.models import Aim
from metrics.catalogue import metrics_of
from metrics.middles import middles_of_all

from . import parts


def observer_home(actor) -> dict:
    """Aims, the middle of all centers for each number, and dates."""
    aims = Aim.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    return {
        "aims": list(aims.order_by("position", "pk")),
        "middles": middles_of_all(actor, metrics_of(actor)),
        "coming": parts.what_comes(actor, limit=4),
    }
