"""Taking something off a page, bringing it back, and removing one's own words for good."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.forgetting import NothingToForget, forget_words


class TooLongAgo(Exception):
    """None of these words were written by this person within the last day."""


def hide(row, *, by) -> None:
    """Take something off the page; whoever did can bring it back for 30 days."""
    type(row).objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by, version=F("version") + 1
    )


def bring_back(row) -> None:
    """Undo `hide`."""
    type(row).objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


@transaction.atomic
def forget(row, *, by) -> None:
    """The words the caller wrote within 24 hours are gone for good, and the row is off the page. Raises TooLongAgo."""
    try:
        forget_words(row._meta.db_table, row.pk)
    except NothingToForget:
        raise TooLongAgo from None
    hide(row, by=by)
