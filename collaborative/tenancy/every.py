"""One organization after another, for periodic tasks: the only code that knows that there are several."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from .models import Organization

logger = logging.getLogger("next_tuesday")


def organization_ids() -> list[UUID]:
    """All organizations, for the worker's role; the web's role is shown none outside of its own."""
    with transaction.atomic():
        return list(Organization.objects.order_by("created_at", "pk").values_list("pk", flat=True))


def for_each_organization(work: Callable[[UUID], object]) -> int:
    """Do `work(organization_id)` for every organization; what breaks in one keeps none of the others from its turn.

    Says for how many it went through. The log names the kind of error, the organization's id, and no words.
    """
    through = 0
    for organization_id in organization_ids():
        try:
            work(organization_id)
        except Exception as error:  # the next organization gets its turn
            logger.error("periodic work broke: %s", type(error).__name__, extra={"organization": str(organization_id)})
        else:
            through += 1
    return through
