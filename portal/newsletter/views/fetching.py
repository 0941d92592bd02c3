"""What a caller may see, fetched once for all doors of the room."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect

from collaborative.tenancy.actors import can_on_rung
from collaborative.tenancy.models import Person

from ..lines import Place
from ..models import Letter, Piece


def place(request):
    return [request.actor.organization_slug, request.actor.collaborative_slug]


def place_of(request):
    return Place(*place(request))


def me(request):
    return Person.objects.get(pk=request.actor.person_id)


def letter_for(request, verb, letter_id) -> Letter:
    """An issue: 404 where it may not be seen, 403 where it may be seen but not this."""
    letter = get_object_or_404(Letter.objects.here(request.actor).select_related("author"), pk=letter_id)
    if not can_on_rung(request.actor, verb, "letter", letter):
        raise PermissionDenied
    return letter


def piece_for(request, piece_id) -> Piece:
    """A piece of an issue that may still be edited."""
    pieces = Piece.objects.visible_to(request.actor).filter(collaborative_id=request.actor.collaborative_id)
    piece = get_object_or_404(pieces.select_related("letter", "author"), pk=piece_id)
    if not can_on_rung(request.actor, "write", "letter", piece):
        raise PermissionDenied
    return piece


def to_editing(request, letter_id, piece_id=None, *, dropped=None):
    """Back to where one was: beside the piece that was just handled."""
    answer = redirect("newsletter:letter_edit", *place(request), letter_id)
    if dropped:
        answer["Location"] += f"?dropped={dropped}"
    elif piece_id:
        answer["Location"] += f"#piece-{piece_id}"
    return answer
