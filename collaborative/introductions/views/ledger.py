"""What was given to whom: for each person alone, and for the family liaison and the project manager."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Verb
from collaborative.tenancy.here import members_here, project_team_here

from ..actions import supports as actions
from ..actions import taking_away
from ..forms.supports import GivenForm
from ..models import SupportGiven
from .showing import go, here, show, taken_away, theirs

PER_PAGE = 30
WORDS = ("kind", "what", "given_on", "amount")


@collaborative_page("ledger", "read")
def ledger(request):
    """What I was given; for who keeps the ledger also what others were."""
    actor = request.actor
    rows = here(request, SupportGiven.objects).select_related("person", "given_by").order_by("-given_on", "-pk")
    own = list(rows.filter(person_id=actor.person_id)[:PER_PAGE])
    keeps = can(actor, "write", "ledger")
    others = rows.exclude(person_id=actor.person_id) if keeps else rows.none()
    page = Paginator(others, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return show(request, "ledger", {"own": own, "page": page, "keeps": keeps})


def _form(request, row=None):
    actor = request.actor
    people = project_team_here(actor)
    members = list(members_here(actor).exclude(pk__in=[one.pk for one in people]))
    if row:
        initial = {name: getattr(row, name) for name in (*WORDS, "version")}
        initial |= {"person": str(row.person_id), "given_by": str(row.given_by_id)}
    else:
        initial = {"given_on": actor.today, "given_by": str(actor.person_id), "person": request.GET.get("person", "")}
    form = GivenForm(request.POST or None, members=[*members, *people], people=people, initial=initial)
    ids = {str(one.person_id): one.person_id for one in (*members, *people)}
    return form, ids


def _values(form, ids):
    values = dict(form.cleaned_data)
    values["person_id"], values["given_by_id"] = ids[values.pop("person")], ids[values.pop("given_by")]
    return values


@collaborative_page("ledger", "write", methods=("GET", "POST"))
def given_add(request):
    form, ids = _form(request)
    if form.is_valid():
        values = _values(form, ids)
        values.pop("version")
        actions.note_given(collaborative_id=request.actor.collaborative_id, **values)
        messages.success(request, _("It is in the ledger. The person sees it, and nobody else but you who keep it."))
        return go(request, "ledger")
    return show(request, "given_edit", {"form": form})


def _given_of(request, given_id):
    rows = SupportGiven.objects.within(request.actor, Verb.WRITE)
    return get_object_or_404(rows.filter(collaborative_id=request.actor.collaborative_id), pk=given_id)


@collaborative_page("ledger", "write", methods=("GET", "POST"))
def given_edit(request, given_id):
    row = _given_of(request, given_id)
    form, ids = _form(request, row)
    if form.is_valid():
        try:
            actions.change_given(row, **_values(form, ids))
        except ChangedMeanwhile as changed:
            found = {"form": form, "row": row, "theirs": theirs(form, changed, WORDS)}
            return show(request, "given_edit", found, status=409)
        messages.success(request, _("Saved."))
        return go(request, "ledger")
    return show(request, "given_edit", {"form": form, "row": row})


@collaborative_page("ledger", "write", methods=("POST",))
def given_hide(request, given_id):
    row = _given_of(request, given_id)
    taking_away.hide(row, by=request.actor.person_id)
    return show(request, "taken_off", {"row": row, "kind": "given"})


@collaborative_page("ledger", "write", methods=("POST",))
def given_show(request, given_id):
    taking_away.bring_back(get_object_or_404(taken_away(request, SupportGiven, given_id)))
    return go(request, "ledger")
