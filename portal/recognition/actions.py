"""The only writes: what taking part counts for, and what a certificate says."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from .models import CreditNote, Recognition


@transaction.atomic
def add_credit(*, collaborative_id, by, language="en", **words) -> CreditNote:
    """One more thing taking part counts for."""
    return CreditNote.objects.create(collaborative_id=collaborative_id, author_id=by, language=language, **words)


@transaction.atomic
def change_credit(row, *, version, by, **words) -> None:
    """Raises ChangedMeanwhile."""
    save_if_unchanged(row, version, author_id=by, **words)


def hide_credit(row, *, by) -> None:
    """What is no longer true is no longer said; `show_credit` brings it back for 30 days."""
    CreditNote.objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by, version=F("version") + 1
    )


def show_credit(row) -> None:
    """Undo `hide_credit`."""
    CreditNote.objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


@transaction.atomic
def say_how(own, *, version, collaborative_id, language, **words) -> None:
    """The titles, the hours and who signs. Raises ChangedMeanwhile."""
    if own is not None:
        save_if_unchanged(own, version, **words)
        return
    if not add_unless_there(Recognition(collaborative_id=collaborative_id, language=language, **words)):
        raise ChangedMeanwhile(Recognition.objects.get(collaborative_id=collaborative_id, hidden_at=None))
