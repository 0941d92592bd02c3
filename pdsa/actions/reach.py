"""How far tries have come, and a leader's own notes about voices."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from ..models import Spread, Voices


def note_spread(team, *, by, on, **said) -> Spread:
    """Where the team stands on a day; what was noted before stays as it was."""
    return Spread.objects.create(team=team, author=by, said_on=on, language=by.language, **said)


def take_off(row, *, by) -> None:
    """A slip goes off the page; whoever took it off can bring it back for 30 days."""
    Spread.objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )


def put_back(row) -> None:
    """Undo `take_off`."""
    Spread.objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


def note_voices(team, row, *, version, by, on, **said) -> None:
    """The leader's own notes. `row`: those there are, None at first. Raises ChangedMeanwhile."""
    if row is not None:
        save_if_unchanged(row, version, **said)
        return
    try:
        with transaction.atomic():
            Voices.objects.create(team=team, author=by, language=by.language, **said)
    except IntegrityError:
        raise ChangedMeanwhile(Voices.objects.shown().get(team=team, author=by)) from None
