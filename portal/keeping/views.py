"""Taking a team's own part along: at any time, and at the end."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify

from collaborative.audit.actions import record_access
from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Team

from .part import archive_of

TAKEN_ALONG = "part.export"


def _team(actor, team_id):
    """A team whose part one may take along; what it took back when it left is there for nobody here."""
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    team = get_object_or_404(teams.exclude(pk__in=actor.hushed_team_ids).select_related("center"), pk=team_id)
    if not can(actor, "export", "own_part", TeamRow.of(team)):
        raise PermissionDenied
    return team


@collaborative_page("own_part", "export")
def part(request, team_id):
    """What is in it, and what is not."""
    team = _team(request.actor, team_id)
    return render(request, "keeping/part.html", {"team": team, "is_own": team.pk in request.actor.own_team_ids})


@collaborative_page("own_part", "export")
def part_take(request, team_id):
    """The file. Each taking is noted, for security."""
    team = _team(request.actor, team_id)
    content, things = archive_of(request.actor, team)
    record_access(TAKEN_ALONG, person_id=request.actor.person_id, thing_id=team.pk, rows=things)
    answer = HttpResponse(content, content_type="application/zip")
    name = f"{slugify(team.center.name) or 'our-part'}-{request.actor.today.isoformat()}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
