"""What stands in an issue: take it in, out, up, down, shorter; words between."""

import contextlib
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, sources
from ..enums import MADE, WRITTEN, Section
from ..forms import LengthForm, PieceForm
from ..models import Piece
from .fetching import letter_for, me, piece_for, to_editing

STEPS = {"up": -1, "down": 1}


@collaborative_page("letter", "write", methods=("POST",))
def piece_take(request, letter_id, section, source_id):
    """Something that happened goes in."""
    letter = letter_for(request, "write", letter_id)
    if section not in Section.values or section in (*WRITTEN, *MADE):
        raise Http404
    there = sources.all_see(Section(section), letter.collaborative_id, request.actor)
    piece = actions.take(letter, Section(section), get_object_or_404(there, pk=source_id), by=me(request))
    return to_editing(request, letter.pk, piece.pk)


@collaborative_page("letter", "write", methods=("POST",))
def piece_move(request, piece_id):
    """One place up or down."""
    piece = piece_for(request, piece_id)
    if request.POST.get("step") in STEPS:
        actions.move(piece, step=STEPS[request.POST["step"]])
    return to_editing(request, piece.letter_id, piece.pk)


@collaborative_page("letter", "write", methods=("POST",))
def piece_shorten(request, piece_id):
    """More or less of somebody's words."""
    piece, form = piece_for(request, piece_id), LengthForm(request.POST)
    if form.is_valid():
        actions.shorten(piece, length=form.cleaned_data["length"])
    return to_editing(request, piece.letter_id, piece.pk)


@collaborative_page("letter", "write", methods=("POST",))
def piece_drop(request, piece_id):
    """Out of the issue; the page offers to put it back."""
    piece = piece_for(request, piece_id)
    actions.drop(piece, by=me(request))
    return to_editing(request, piece.letter_id, dropped=piece.pk)


@collaborative_page("letter", "write", methods=("POST",))
def piece_put_back(request, piece_id):
    piece = get_object_or_404(Piece.objects.hidden_for(request.actor).filter(letter__sent_at=None), pk=piece_id)
    actions.put_back(piece, by=me(request))
    return to_editing(request, piece.letter_id, piece.pk)


@collaborative_page("letter", "write", methods=("GET", "POST"))
def words_add(request, letter_id):
    """Words of our own, behind a piece or at the end."""
    letter = letter_for(request, "write", letter_id)
    draft = DraftOf(request.actor, "letter-words", letter.pk)
    form = PieceForm(request.POST or None, initial={"version": 0, **draft.words()})
    after = Piece.objects.visible_to(request.actor).filter(letter=letter, pk__in=_after(request)).first()
    if form.is_valid():
        language = request.actor.person["language"]
        text = form.cleaned_data["text"]
        piece = actions.add_words(letter, by=me(request), after=after, text=text, language=language)
        draft.drop()
        return to_editing(request, letter.pk, piece.pk)
    context = {"form": form, "letter": letter, "draft": draft, "after": after, "form_key": new_form_key()}
    return render(request, "newsletter/words_edit.html", context)


def _after(request):
    """The id in `?after=`, where it is one."""
    with contextlib.suppress(ValueError):
        return [UUID(request.GET.get("after", ""))]
    return []


@collaborative_page("letter", "write", methods=("GET", "POST"))
def words_edit(request, piece_id):
    """Other words."""
    piece = piece_for(request, piece_id)
    if piece.section not in WRITTEN:
        raise Http404
    draft = DraftOf(request.actor, "letter-piece", piece.pk)
    initial = {"version": piece.version, "text": piece.text, **draft.words()}
    form, theirs = PieceForm(request.POST or None, initial=initial), None
    if form.is_valid():
        try:
            actions.change_words(
                piece, form.cleaned_data["version"], text=form.cleaned_data["text"], language=piece.language
            )
        except ChangedMeanwhile as other:
            theirs = other.current
            form = PieceForm(initial={"version": theirs.version, "text": form.cleaned_data["text"]})
            messages.info(request, _("Somebody changed these words just now. Theirs stand above yours."))
        else:
            draft.drop()
            return to_editing(request, piece.letter_id, piece.pk)
    context = {"form": form, "letter": piece.letter, "draft": draft, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "newsletter/words_edit.html", context)
