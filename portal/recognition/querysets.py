"""Who reads what taking part counts for, and for whom somebody may make a certificate."""

import datetime

from collaborative.tenancy.enums import Verb
from collaborative.tenancy.models import Membership
from collaborative.tenancy.querysets import RowQuerySet

from .enums import PART_TAKERS

TRASH = datetime.timedelta(days=30)


class RecognitionQuerySet(RowQuerySet):
    resource = "recognition"

    def here(self, actor):
        """Of the collaborative one is in."""
        return self.visible_to(actor).filter(collaborative_id=actor.collaborative_id)

    def taken_away(self, actor, now):
        """What was taken off the page lately and `actor` may bring back."""
        rows = self.filter(organization_id=actor.organization_id, collaborative_id=actor.collaborative_id)
        return rows.filter(self.reach(actor, Verb.WRITE), hidden_at__gte=now - TRASH)


def part_takers(actor):
    """The memberships here of which `actor` may make a certificate, those that have ended among them."""
    rows = (
        Membership.objects.shown()
        .accepted()
        .filter(
            organization_id=actor.organization_id,
            collaborative_id=actor.collaborative_id,
            role__in=PART_TAKERS,
            starts_on__lte=actor.today,
        )
    )
    rows = rows.filter(Membership.objects.all().reach_of(actor, "certificate", Verb.READ))
    return rows.select_related("person", "team__center").order_by("person__first_name", "person__family_name", "pk")
