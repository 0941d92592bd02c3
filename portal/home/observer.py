"""The home of an observer or a funder: totals of many centers, nothing by name."""

from collaborative.framework.models import Aim
from metrics.catalogue import metrics_of
from metrics.middles import middles_of_all
from portal.observing.enums import Reach
from portal.observing.looking import grant_of

from . import parts


def observer_home(actor) -> dict:
    """Aims, dates, and the middle of all centers for each number where it is written down on what basis."""
    aims = Aim.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    grant = grant_of(actor)
    return {
        "grant": grant,
        "may_take_out": grant is not None and grant.reach == Reach.TAKE_OUT,
        "aims": list(aims.order_by("position", "pk")),
        "middles": middles_of_all(actor, metrics_of(actor)) if grant else [],
        "coming": parts.what_comes(actor, limit=4),
    }
