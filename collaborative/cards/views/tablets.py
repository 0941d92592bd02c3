"""A team's tablets: which there are, this device becomes one, one is switched off."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Verb
from collaborative.tenancy.models import Person, Team

from .. import device
from ..actions import tablets as actions
from ..forms import TabletForm
from ..models import Tablet
from .showing import go, show

MOST = 20  # shown, the newest first; nobody has more


def _team(request, team_id, verb):
    """The team, where the actor may do `verb` with its tablets."""
    actor = request.actor
    reach = Tablet.objects.all().reach_of_teams(actor, verb)
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).filter(reach)
    return get_object_or_404(teams.select_related("center"), pk=team_id)


@collaborative_page("tablet", "read")
def tablet_list(request, team_id):
    """The devices that are this team's tablets."""
    actor = request.actor
    team = _team(request, team_id, Verb.READ)
    tablets = Tablet.objects.visible_to(actor).on().filter(team=team).select_related("switched_on_by")
    context = {
        "team": team,
        "tablets": list(tablets.order_by("-created_at", "-pk")[:MOST]),
        "may_switch": can(actor, "write", "tablet", TeamRow.of(team)),
        "may_set_pin": team.pk in actor.member_team_ids,
    }
    return show(request, "tablet_list", context)


@collaborative_page("tablet", "write", methods=("GET", "POST"))
def tablet_add(request, team_id):
    """This device becomes the team's tablet: whoever is signed in on it is signed out."""
    actor = request.actor
    team = _team(request, team_id, Verb.WRITE)
    form = TabletForm(request.POST or None)
    if not form.is_valid():
        return show(request, "tablet_add", {"form": form, "team": team})
    _tablet, token = actions.switch_on(
        team, name=form.cleaned_data["name"], by=Person.objects.get(pk=actor.person_id), on=actor.today
    )
    logout(request)
    response = redirect("signin:tablet")
    device.write(response, actor.organization_slug, token)
    device.clear_browser(response)
    return response


@collaborative_page("tablet", "write", methods=("POST",))
def tablet_off(request, tablet_id):
    """The device is this team's tablet no more."""
    actor = request.actor
    tablets = Tablet.objects.within(actor, Verb.WRITE).filter(team__collaborative_id=actor.collaborative_id)
    tablet = get_object_or_404(tablets, pk=tablet_id)
    actions.switch_off(tablet, by=Person.objects.get(pk=actor.person_id), on=actor.today)
    messages.success(request, _("It is switched off. Nobody comes in there with a PIN any more."))
    return go(request, "tablet_list", tablet.team_id)
