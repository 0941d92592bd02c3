"""The only write: on what basis somebody looks on, and until when."""

from django.db import transaction

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged
from collaborative.tenancy.actions.memberships import change_membership

from .models import ObserverGrant


@transaction.atomic
def write_grant(own, membership, *, version, by, on, **words) -> None:
    """The basis is written down; the role itself ends with it, by itself. Raises ChangedMeanwhile, NotYoursToGive."""
    if own is not None:
        save_if_unchanged(own, version, written_by_id=by.pk, **words)
    else:
        _add(membership, by, words)
    change_membership(membership, by=by, on=on, ends_on=words["ends_on"])


def _add(membership, by, words):
    place = {"collaborative_id": membership.collaborative_id, "person_id": membership.person_id}
    if not add_unless_there(ObserverGrant(membership=membership, written_by=by, **place, **words)):
        raise ChangedMeanwhile(ObserverGrant.objects.shown().get(membership=membership))
