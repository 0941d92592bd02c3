"""Our numbers at a glance: one team's, one metric over all centers, and the sheet to print."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from .. import catalogue, fitting, middles, pages, periods, sharing
from ..choosing import chosen_by
from ..enums import Collect
from ..querysets import may_read_all_numbers
from . import finding


@collaborative_page("number", "read")
def metric_list(request):
    """Our numbers: what is in, what is still to come, a small chart and its sentence for each metric."""
    team = finding.own_team(request.actor)
    return _numbers_of(request, team) if team else _for_staff(request)


@collaborative_page("number", "read")
def team_numbers(request, team_id):
    """The numbers of another team, as far as role and agreement reach."""
    return _numbers_of(request, finding.team_within_reach(request.actor, team_id))


def _numbers_of(request, team):
    actor = request.actor
    is_own = team.pk in actor.own_team_ids
    counted, others = chosen_by(actor, team.pk, catalogue.metrics_of(actor))
    return render(
        request,
        "metrics/metric_list.html",
        {
            "team": team,
            "is_own": is_own,
            "cards": pages.cards_of(actor, team.pk, counted),
            "others": others,
            "may_enter": is_own and can(actor, "write", "number"),
            "sharing": sharing.sharing_of(actor, team.pk) if is_own else None,
            "may_pause": can(actor, "read", "pause"),
            "may_define": can(actor, "write", "metric"),
            "take_out_url": finding.way_out(request, "team_export", team.pk, team=team),
        },
    )


def _for_staff(request):
    actor = request.actor
    return render(
        request,
        "metrics/metric_list_staff.html",
        {
            "middles": middles.middles_of_all(actor, catalogue.metrics_of(actor)),
            "teams": finding.teams_that_count(actor),
            "may_see_all": may_read_all_numbers(actor),
            "may_define": can(actor, "write", "metric"),
        },
    )


@collaborative_page("number", "read")
def metric_centers(request, metric_id):
    """One metric over all centers as small charts on one scale, in the centers' own order."""
    actor = request.actor
    if not may_read_all_numbers(actor):
        raise PermissionDenied
    metric = finding.metric_or_404(actor, metric_id)
    return render(
        request,
        "metrics/metric_centers.html",
        {
            "metric": metric,
            "multiples": pages.multiples_of(actor, metric, finding.teams_that_count(actor)),
            "middle": middles.middle_of_all(actor, metric),
            "take_out_url": finding.way_out(request, "metric_export", metric.pk),
        },
    )


@collaborative_page("number", "read")
def sheet_print(request):
    """The weekly sheet to print and hang up: one line a number and room."""
    actor = request.actor
    team = finding.team_that_counts(actor)
    metrics, _others = chosen_by(actor, team.pk, catalogue.metrics_of(actor))
    for metric in metrics:
        metric.agreed = fitting.agreed(metric.definition)
    rooms = [room["name"] for room in team.center.rooms if room.get("name")]
    return render(
        request,
        "metrics/sheet_print.html",
        {
            "team": team,
            "weekly": [metric for metric in metrics if metric.definition.collect == Collect.WEEK],
            "monthly": [metric for metric in metrics if metric.definition.collect == Collect.MONTH],
            "rooms": rooms,
            "week": periods.start_of(Collect.WEEK, actor.today),
            "days": range(5),
        },
    )
