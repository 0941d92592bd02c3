"""Who looks on here, and what the one who asks may have."""

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from metrics.middles import middles_of_all

from .models import ObserverGrant


def grant_of(actor) -> ObserverGrant | None:
    """What is in force for this person today."""
    rows = ObserverGrant.objects.visible_to(actor).in_force(actor.today)
    return rows.filter(collaborative_id=actor.collaborative_id, person_id=actor.person_id).first()


def observers_here(actor) -> list:
    """[(membership, what is written down for it or None)] of everybody who looks on, or did, by name."""
    rows = Membership.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id, role=Role.OBSERVER)
    memberships = list(rows.select_related("person").order_by("person__first_name", "person__family_name", "pk")[:200])
    grants = ObserverGrant.objects.visible_to(actor).filter(membership__in=memberships).select_related("written_by")
    by_membership = {grant.membership_id: grant for grant in grants}
    return [(membership, by_membership.get(membership.pk)) for membership in memberships]


def totals_of(actor, metrics) -> list[tuple]:
    """(metric, first day of the period, the middle) of every period of which enough centers stand behind the middle."""
    return [
        (middle.metric, start, value)
        for middle in middles_of_all(actor, metrics)
        for start, value in zip(middle.starts, middle.values, strict=True)
        if value is not None
    ]
