"""Who can see our numbers. A pause is asked for where the agreement stands."""

from django.shortcuts import render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from .. import sharing
from . import finding


@collaborative_page("pause", "read")
def sharing_show(request):
    """Who can see our numbers, in plain words, with the way to the agreement and to a pause."""
    actor = request.actor
    team = finding.team_that_counts(actor)
    words = {"team": team, "sharing": sharing.sharing_of(actor, team.pk)}
    return render(request, "metrics/sharing_show.html", {**words, "may_pause": can(actor, "write", "pause")})
