"""A guest writes a few lines: asked by who edits the issue, written by the guest alone on a page of their own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy import grants
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Scope, Verb
from collaborative.tenancy.here import members_here
from collaborative.tenancy.models import Person
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import GuestForm, PieceForm
from ..models import Piece
from .fetching import letter_for, me, place, to_editing


@collaborative_page("letter", "write", methods=("GET", "POST"))
def guest_ask(request, letter_id):
    """Ask somebody of the collaborative for a few lines."""
    letter = letter_for(request, "write", letter_id)
    form = GuestForm(request.POST or None, people=_people(request))
    if form.is_valid():
        guest = form.cleaned_data["guest"]
        piece = actions.ask_guest(letter, guest=guest, by=me(request))
        messages.success(
            request, _("%(name)s finds it under “Newsletter”. A word from you helps: a call, a text.") % {
                "name": guest.first_name
            },
        )  # fmt: skip
        return to_editing(request, letter.pk, piece.pk)
    return render(request, "newsletter/guest_ask.html", {"form": form, "letter": letter, "form_key": new_form_key()})


def _people(request):
    """Everybody here who could write."""
    roles = [row.role for row in members_here(request.actor)]
    writing = [role for role in set(roles) if grants.scope_of("guest_words", Verb.WRITE, role) == Scope.OWN]
    persons = members_here(request.actor).filter(role__in=writing).order_by().values("person_id")
    return Person.objects.visible_to(request.actor).filter(pk__in=persons).order_by("first_name", "family_name", "pk")


@collaborative_page("guest_words", "write", methods=("GET", "POST"))
def guest_write(request, piece_id):
    """My own lines for the newsletter, until it is sent."""
    piece = get_object_or_404(Piece.objects.as_guest(request.actor, "write"), pk=piece_id)
    draft = DraftOf(request.actor, "letter-guest", piece.pk)
    initial = {"version": piece.version, "text": piece.text, **draft.words()}
    form, theirs = PieceForm(request.POST or None, initial=initial), None
    if form.is_valid():
        words = {"text": form.cleaned_data["text"], "language": request.actor.person["language"]}
        try:
            actions.write_as_guest(piece, form.cleaned_data["version"], **words)
        except ChangedMeanwhile as other:
            theirs = other.current
            form = PieceForm(initial={"version": theirs.version, "text": words["text"]})
        else:
            draft.drop()
            messages.success(request, _("Thank you! Your words go out with the next issue."))
            return redirect("newsletter:letter_list", *place(request))
    context = {"form": form, "draft": draft, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "newsletter/guest_write.html", context)
