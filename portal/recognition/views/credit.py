"""What taking part counts for: read by everybody in the collaborative, written by the project team."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy import listing
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role, Verb
from collaborative.tenancy.here import project_team_here

from .. import actions
from ..fetching import recognition_of, titles_of
from ..forms import CreditForm, RecognitionForm
from ..models import CreditNote
from .showing import go, show, theirs

MOST = 60  # lines on the page; ours
WORDS = ("text", "how", "link")
SAID = ("hours", "signed_by", "signed_as")


@collaborative_page("recognition", "read")
def credit(request):
    """What taking part counts for here, where to read more and whom to ask."""
    actor = request.actor
    people = listing.of_staff(actor, project_team_here(actor), [], Role.IMPLEMENTATION_TEAM)
    cards = {card.person_id: card for card in people}
    notes = list(CreditNote.objects.here(actor).order_by("kind", "created_at", "pk")[:MOST])
    own = recognition_of(actor)
    context = {
        "lines": [(note, cards.get(note.ask_id)) for note in notes],
        "own": own,
        "titles": [(role.label, title) for role, title in titles_of(own)],
        "may_write": can(actor, "write", "recognition"),
        "may_make": can(actor, "read", "certificate"),
        "may_read_thanks": can(actor, "read", "post"),
    }
    return show(request, "credit", context)


def _values(form, people):
    """What was typed, with the person to ask as an id."""
    values = dict(form.cleaned_data)
    by_id = {str(row.person_id): row.person_id for row in people}
    values["ask_id"] = by_id.get(values.pop("ask"))
    return values


@collaborative_page("recognition", "write", methods=("GET", "POST"))
def credit_add(request):
    actor, people = request.actor, project_team_here(request.actor)
    form = CreditForm(request.POST or None, people=people)
    if form.is_valid():
        values = _values(form, people)
        values.pop("version")
        place = {"collaborative_id": actor.collaborative_id, "by": actor.person_id}
        actions.add_credit(**place, language=actor.person["language"], **values)
        messages.success(request, _("It stands on the page for everybody now."))
        return go(request, "credit")
    return show(request, "credit_edit", {"form": form})


def _note_of(request, note_id):
    rows = CreditNote.objects.within(request.actor, Verb.WRITE).filter(collaborative_id=request.actor.collaborative_id)
    return get_object_or_404(rows, pk=note_id)


@collaborative_page("recognition", "write", methods=("GET", "POST"))
def credit_edit(request, note_id):
    row, people = _note_of(request, note_id), project_team_here(request.actor)
    begin = {name: getattr(row, name) for name in ("kind", *WORDS, "version")}
    form = CreditForm(request.POST or None, people=people, initial={**begin, "ask": str(row.ask_id or "")})
    if form.is_valid():
        try:
            actions.change_credit(row, by=request.actor.person_id, **_values(form, people))
        except ChangedMeanwhile as changed:
            context = {"form": form, "row": row, "theirs": theirs(form, changed, WORDS)}
            return show(request, "credit_edit", context, status=409)
        messages.success(request, _("Saved."))
        return go(request, "credit")
    return show(request, "credit_edit", {"form": form, "row": row})


@collaborative_page("recognition", "write", methods=("POST",))
def credit_hide(request, note_id):
    """What is no longer true here is no longer said; the next page offers it back."""
    row = _note_of(request, note_id)
    actions.hide_credit(row, by=request.actor.person_id)
    return show(request, "credit_hidden", {"row": row})


@collaborative_page("recognition", "write", methods=("POST",))
def credit_show(request, note_id):
    gone = CreditNote.objects.taken_away(request.actor, timezone.now())
    actions.show_credit(get_object_or_404(gone, pk=note_id))
    return go(request, "credit")


@collaborative_page("recognition", "write", methods=("GET", "POST"))
def words_edit(request):
    """A title for each role, the hours, and who signs."""
    actor, own = request.actor, recognition_of(request.actor)
    begin = {name: getattr(own, name) for name in (*SAID, "version")} if own else {}
    begin |= {f"title_{role}": title for role, title in titles_of(own)}
    form = RecognitionForm(request.POST or None, initial=begin)
    if form.is_valid():
        words = form.words()
        try:
            actions.say_how(
                own,
                version=words.pop("version"),
                collaborative_id=actor.collaborative_id,
                language=own.language if own else actor.person["language"],
                **words,
            )
        except ChangedMeanwhile as changed:
            context = {"form": form, "theirs": theirs(form, changed, SAID)}
            return show(request, "words_edit", context, status=409)
        messages.success(request, _("Saved. Certificates say so from now on."))
        return go(request, "credit")
    return show(request, "words_edit", {"form": form})
