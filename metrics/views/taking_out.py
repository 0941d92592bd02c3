"""Taking numbers along as a file: what one may read, for who may take it out. Each taking is noted, for security."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.text import slugify

from collaborative.audit.actions import record_access
from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.doors import collaborative_page

from .. import catalogue, exports
from . import finding

TAKEN_OUT = "numbers.export"


@collaborative_page("number", "export")
def team_export(request, team_id):
    """Everything one team counted."""
    team = finding.team_within_reach(request.actor, team_id)
    if not can(request.actor, "export", "number", TeamRow.of(team)):
        raise PermissionDenied
    rows = exports.rows_of(request.actor, metrics=catalogue.metrics_of(request.actor), teams=[team])
    return _file(request, rows, team.pk, team.center.name)


@collaborative_page("number", "export")
def metric_export(request, metric_id):
    """One metric over the centers whose numbers one may take along."""
    actor = request.actor
    metric = finding.metric_or_404(actor, metric_id)
    rows = exports.rows_of(actor, metrics=[metric], teams=finding.teams_to_take_out(actor))
    return _file(request, rows, metric.pk, metric.name)


def _file(request, rows, thing_id, name):
    record_access(TAKEN_OUT, person_id=request.actor.person_id, thing_id=thing_id, rows=len(rows))
    response = HttpResponse(exports.csv_of(rows), content_type="text/csv; charset=utf-8")
    day = request.actor.today.isoformat()
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "numbers"}-{day}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
