"""What stands in an issue: taken, dropped, moved, shortened, and words between."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from collaborative.isolation.locking import save_if_unchanged

from .. import rules
from ..enums import Length, Section
from ..models import Letter, Piece


def add(letter, section, *, by, **values) -> Piece:
    """A piece at the end of an issue."""
    last = Piece.objects.shown().filter(letter=letter).aggregate(last=Max("position"))["last"] or 0
    return Piece.objects.create(
        letter=letter, collaborative_id=letter.collaborative_id, section=section, position=last + 1,
        **{"author": by, "language": letter.language, **values},
    )  # fmt: skip


@transaction.atomic
def take(letter, section, row, *, by) -> Piece:
    """Something that happened goes in, once; taken again, it is the same piece."""
    found = Piece.objects.shown().filter(letter=letter, section=section, source_id=row.pk).first()
    if found:
        return found
    length = Length.LINE if section == Section.QUESTION else Length.SHORT
    return add(letter, section, by=by, source_id=row.pk, team_id=getattr(row, "team_id", None), length=length)


@transaction.atomic
def add_words(letter, *, by, after=None, text="", language="en") -> Piece:
    """The editor's own words, behind a piece or at the end."""
    piece = add(letter, Section.WORDS, by=by, text=text, language=language)
    if after is not None:
        order = _order(letter)
        order.remove(piece.pk)
        order.insert(order.index(after.pk) + 1, piece.pk)
        _keep(order)
    return piece


def ask_guest(letter, *, guest, by) -> Piece:
    """Somebody is asked to write a few lines; the piece is theirs, and empty until they wrote."""
    return add(letter, Section.GUEST, by=guest, language=guest.language)


def change_words(piece, version, *, text, language) -> None:
    """Other words. Raises ChangedMeanwhile."""
    save_if_unchanged(piece, version, text=text, language=language)


write_as_guest = change_words


def drop(piece, *, by) -> None:
    """Out of the issue; it can be put back."""
    Piece.objects.filter(pk=piece.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )


def put_back(piece, *, by) -> None:
    """Undo `drop`; where the same thing was taken in again meanwhile, that stays."""
    again = Piece.objects.shown().filter(letter=piece.letter_id, section=piece.section, source_id=piece.source_id)
    if piece.source_id is None or not again.exists():
        Piece.objects.filter(pk=piece.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


@transaction.atomic
def move(piece, *, step) -> None:
    """One place up (-1) or down (1). Two who move at once move one after the other."""
    letter = Letter.objects.select_for_update().get(pk=piece.letter_id)
    _keep(rules.moved(_order(letter), piece.pk, step))


def shorten(piece, *, length) -> None:
    """Show more or less of somebody's words; the words stay as they are."""
    Piece.objects.filter(pk=piece.pk).update(length=length, version=F("version") + 1)


def _order(letter):
    return list(Piece.objects.shown().filter(letter=letter).order_by("position", "pk").values_list("pk", flat=True))


def _keep(order):
    for position, pk in enumerate(order, start=1):
        Piece.objects.filter(pk=pk).exclude(position=position).update(position=position, version=F("version") + 1)
