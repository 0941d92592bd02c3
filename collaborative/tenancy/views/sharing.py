"""The sharing agreement of the teams, and a team's pause."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.ui.lists import listed

from ..actions import sharing as actions
from ..actors import TeamRow, can
from ..doors import collaborative_page
from ..models import SharingAgreement, SharingPause, Team
from .showing import go, show


@collaborative_page("agreement", "read")
def agreement(request):
    """What the teams agreed to show each other, and until when."""
    actor = request.actor
    agreements = list(
        SharingAgreement.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id)
        .order_by("-agreed_on", "-pk")[:10]
    )
    paused = set(
        SharingPause.objects.visible_to(actor)
        .filter(ended_at=None, team_id__in=actor.own_team_ids)
        .values_list("team_id", flat=True)
    )
    teams = [
        {"team": team, "paused": team.pk in paused}
        for team in Team.objects.visible_to(actor)
        .filter(pk__in=actor.own_team_ids)
        .select_related("center")
        .order_by("pk")
        if can(actor, "write", "pause", TeamRow.of(team))
    ]
    return show(
        request,
        "agreement",
        {
            "agreement": agreements[0] if agreements else None,
            "earlier": agreements[1:],
            "there": _centers_there(actor, agreements[:1]),
            "teams": teams,
            "may_write": can(actor, "write", "agreement"),
        },
    )


def _centers_there(actor, agreements):
    """The centers whose teams made it, in one line."""
    teams = [team for agreement in agreements for team in agreement.teams_there]
    if not teams:
        return ""
    rows = Team.objects.visible_to(actor).filter(pk__in=teams).select_related("center")
    return listed(team.center.name for team in rows.order_by("center__name", "pk"))


def _own_team(request, team_id):
    actor = request.actor
    teams = Team.objects.visible_to(actor).filter(pk__in=actor.own_team_ids)
    return get_object_or_404(teams, pk=team_id)


@collaborative_page("pause", "write", methods=("POST",))
def pause_start(request, team_id):
    """Any member may ask for a pause; it holds at once."""
    actions.pause_sharing(_own_team(request, team_id), by=request.actor.person_id, on=request.actor.today)
    messages.success(request, _("Paused. Other teams no longer see your numbers by name."))
    return go(request, "agreement")


@collaborative_page("pause", "write", methods=("POST",))
def pause_end(request, team_id):
    """The agreement holds for the team again."""
    actions.end_pause(_own_team(request, team_id), by=request.actor.person_id, on=request.actor.today)
    messages.success(request, _("The agreement holds for your team again."))
    return go(request, "agreement")
