"""What the collaborative promises, so that people can take part."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy import listing
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role, Verb
from collaborative.tenancy.here import project_team_here
from collaborative.tenancy.models import Collaborative

from ..actions import supports as actions
from ..forms.supports import PromiseForm
from ..models import Promise
from .showing import go, here, language, show, taken_away, theirs

WORDS = ("kind", "text", "how")


@collaborative_page("support", "read")
def support_list(request):
    """What is promised, and whom to ask for it and how."""
    actor = request.actor
    people = listing.of_staff(actor, project_team_here(actor), [], Role.IMPLEMENTATION_TEAM)
    cards = {card.person_id: card for card in people}
    promises = list(here(request, Promise.objects).order_by("created_at", "pk"))
    collaborative = Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id)
    earlier = "" if promises else collaborative.practical_supports  # written before there was a list
    return show(
        request,
        "support_list",
        {
            "lines": [(row, cards.get(row.ask_id)) for row in promises],
            "earlier": [line for line in earlier.splitlines() if line.strip()],
            "may_write": can(actor, "write", "support"),
            "may_read_ledger": can(actor, "read", "ledger"),
            "keeps_ledger": can(actor, "write", "ledger"),
        },
    )


def _values(form, people):
    """What was typed, with the person to ask as an id."""
    values = dict(form.cleaned_data)
    by_id = {str(row.person_id): row.person_id for row in people}
    values["ask_id"] = by_id.get(values.pop("ask"))
    return values


@collaborative_page("support", "write", methods=("GET", "POST"))
def promise_add(request):
    actor, people = request.actor, project_team_here(request.actor)
    form = PromiseForm(request.POST or None, people=people)
    if form.is_valid():
        values = _values(form, people)
        values.pop("version")
        place = {"collaborative_id": actor.collaborative_id, "by": actor.person_id, "language": language(request)}
        actions.promise(**place, **values)
        messages.success(request, _("It is promised. Invitations say so from now on."))
        return go(request, "support_list")
    return show(request, "promise_edit", {"form": form})


def _promise_of(request, promise_id):
    rows = Promise.objects.within(request.actor, Verb.WRITE).filter(collaborative_id=request.actor.collaborative_id)
    return get_object_or_404(rows, pk=promise_id)


@collaborative_page("support", "write", methods=("GET", "POST"))
def promise_edit(request, promise_id):
    row, people = _promise_of(request, promise_id), project_team_here(request.actor)
    initial = {"kind": row.kind, "text": row.text, "how": row.how, "ask": str(row.ask_id or ""), "version": row.version}
    form = PromiseForm(request.POST or None, people=people, initial=initial)
    if form.is_valid():
        try:
            actions.change_promise(row, by=request.actor.person_id, **_values(form, people))
        except ChangedMeanwhile as changed:
            context = {"form": form, "row": row, "theirs": theirs(form, changed, WORDS)}
            return show(request, "promise_edit", context, status=409)
        messages.success(request, _("Saved. Invitations say so from now on."))
        return go(request, "support_list")
    return show(request, "promise_edit", {"form": form, "row": row})


@collaborative_page("support", "write", methods=("POST",))
def promise_hide(request, promise_id):
    """What is no longer true here is no longer said."""
    row = _promise_of(request, promise_id)
    actions.take_promise_back(row, by=request.actor.person_id)
    return show(request, "taken_off", {"row": row, "kind": "promise"})


@collaborative_page("support", "write", methods=("POST",))
def promise_show(request, promise_id):
    actions.promise_again(get_object_or_404(taken_away(request, Promise, promise_id)))
    return go(request, "support_list")
