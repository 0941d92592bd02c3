"""Removing is hiding, with undo for 30 days; one's own words of the last day can be removed for good."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from collaborative.files.models import StoredFile
from collaborative.isolation.forgetting import NothingToForget, forget_words

from ..models import PDSACycle, Photo

DAY = datetime.timedelta(hours=24)  # "within a day": the database's function asks the same


class NotYours(Exception):
    """Only whoever wrote it, or hid it, may bring it away or back."""


class TooLongAgo(Exception):
    """None of these words were written by this person within the last day."""


@transaction.atomic
def hide(row, *, by, on) -> None:
    """Take a try, an answer, a photo or a line away from every page; the author can bring it back for 30 days.

    Raises NotYours.
    """
    written = getattr(row, "taken_by_id", None), getattr(row, "author_id", None)
    if any(written) and by.pk not in written:
        raise NotYours
    type(row).objects.filter(pk=row.pk, hidden_at=None).update(hidden_at=timezone.now(), hidden_by_id=by.pk)


@transaction.atomic
def restore(row, *, by) -> None:
    """Bring back what was hidden. Raises NotYours."""
    mine = Q(hidden_by_id=by.pk) | (Q(author=by) if hasattr(row, "author_id") else Q())
    if not type(row).objects.filter(Q(pk=row.pk) & mine).update(hidden_at=None, hidden_by_id=None):
        raise NotYours


@transaction.atomic
def forget(row, *, by) -> None:
    """Remove the words `by` wrote in `row` within 24 hours for good: row, history, drafts, photos, unsent messages.

    Raises TooLongAgo.
    """
    removed = _forget_photos(row, by)
    try:
        forget_words(row._meta.db_table, row.pk)
    except NothingToForget:
        if not removed:
            raise TooLongAgo from None
    row.refresh_from_db()


def _forget_photos(row, by):
    """Blank the bytes of the person's own photos of the last day: the row itself, or those in a try."""
    if not isinstance(row, PDSACycle | Photo):
        return 0
    which = {"cycle": row} if isinstance(row, PDSACycle) else {"pk": row.pk}
    photos = Photo.objects.filter(taken_by=by, created_at__gte=timezone.now() - DAY, forgotten_at=None, **which)
    keys = list(photos.order_by("pk").values_list("pk", "file_id", "description"))
    for photo_id, file_id, description in keys:
        if description and not isinstance(row, Photo):
            forget_words(Photo._meta.db_table, photo_id)
        StoredFile.objects.filter(pk=file_id).update(content=b"", size=0, name="", description="")
        now = timezone.now()
        Photo.objects.filter(pk=photo_id).update(forgotten_at=now, hidden_at=now, hidden_by_id=by.pk)
    return len(keys)
