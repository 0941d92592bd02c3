"""First calls: with each center soon after it was chosen, and from person to person."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Verb
from collaborative.tenancy.here import members_here, project_team_here, teams_here
from collaborative.tenancy.models import Team

from ..actions import calls as actions
from ..actions import taking_away
from ..forms.calls import CallForm
from ..models import WelcomeCall
from .showing import go, here, language, show, taken_away, theirs

CENTERS_A_PAGE = 20
WORDS = ("on", "questions", "promised", "note")


@collaborative_page("welcome_call", "read")
def call_list(request):
    """Center by center: who calls and when, what was asked, and what was promised."""
    page = Paginator(teams_here(request.actor), CENTERS_A_PAGE).get_page(request.GET.get("page"))
    teams = list(page.object_list)
    rows = here(request, WelcomeCall.objects).filter(team__in=teams).select_related("caller", "called")
    by_team = {}
    for row in rows.order_by("-on", "-pk"):
        by_team.setdefault(row.team_id, []).append(row)
    page.object_list = [(team, by_team.get(team.pk, [])) for team in teams]
    return show(request, "call_list", {"page": page})


def _form(request, team, initial):
    people = project_team_here(request.actor)
    members = list(members_here(request.actor).filter(team=team))
    form = CallForm(request.POST or None, people=people, members=members, initial=initial)
    return form, {str(one.person_id): one.person_id for one in (*people, *members)}


def _values(form, ids):
    values = dict(form.cleaned_data)
    values["caller_id"], values["called_id"] = ids[values.pop("caller")], ids.get(values.pop("called"))
    return values


@collaborative_page("welcome_call", "write", methods=("GET", "POST"))
def call_add(request, team_id):
    """Plan a call, or write down one that has been."""
    actor = request.actor
    team = get_object_or_404(here(request, Team.objects).select_related("center"), pk=team_id)
    draft = DraftOf(actor, "welcome-call", team.pk)
    caller = team.point_person_id or actor.person_id
    form, ids = _form(request, team, {"on": actor.today, "caller": str(caller), **draft.words()})
    if form.is_valid():
        values = _values(form, ids)
        values.pop("version")
        actions.note_call(team=team, language=language(request), **values)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "call_list")
    return show(request, "call_edit", {"form": form, "draft": draft, "team": team})


def _call_of(request, call_id):
    rows = WelcomeCall.objects.within(request.actor, Verb.WRITE).filter(collaborative_id=request.actor.collaborative_id)
    return get_object_or_404(rows.select_related("team__center"), pk=call_id)


@collaborative_page("welcome_call", "write", methods=("GET", "POST"))
def call_edit(request, call_id):
    """What was said on the call."""
    row = _call_of(request, call_id)
    draft = DraftOf(request.actor, "welcome-call", row.pk)
    initial = {name: getattr(row, name) for name in (*WORDS, "has_been", "version")}
    initial |= {"caller": str(row.caller_id), "called": str(row.called_id or "")}
    form, ids = _form(request, row.team, {**initial, **draft.words()})
    context = {"form": form, "draft": draft, "team": row.team, "row": row}
    if form.is_valid():
        try:
            actions.change_call(row, **_values(form, ids))
        except ChangedMeanwhile as changed:
            return show(request, "call_edit", {**context, "theirs": theirs(form, changed, WORDS)}, status=409)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "call_list")
    return show(request, "call_edit", context)


@collaborative_page("welcome_call", "write", methods=("POST",))
def call_hide(request, call_id):
    row = _call_of(request, call_id)
    taking_away.hide(row, by=request.actor.person_id)
    return show(request, "taken_off", {"row": row, "kind": "call"})


@collaborative_page("welcome_call", "write", methods=("POST",))
def call_show(request, call_id):
    taking_away.bring_back(get_object_or_404(taken_away(request, WelcomeCall, call_id)))
    return go(request, "call_list")
