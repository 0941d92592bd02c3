"""What teams normally do in each phase: a guide, not a test; and the next steps on one page to print."""

from dataclasses import dataclass
from datetime import timedelta

from django.shortcuts import get_object_or_404

from collaborative.schedule.enums import DateKind
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES
from collaborative.tenancy.models import CoachAssignment, Team

from .. import pages
from ..actions import prework as actions
from ..models import PhaseTick
from .fetching import collaborative_of, here, me, own_team, phase_of, show, to

SIX_WEEKS = timedelta(days=42)  # a sheet looks that far ahead; ours
ON_A_SHEET = 12  # dates


@dataclass(frozen=True)
class Line:
    """An item of a checklist, and the tick of a team if there is one."""

    item: object
    tick: PhaseTick | None


@collaborative_page("asked")
def phase_list(request):
    """The phase we are in first, the others folded; ticks are the team's own and its coach's."""
    actor = request.actor
    phases, now = phase_of(actor, collaborative_of(actor))
    in_team = actor.team_id is not None and actor.has_role(*TEAM_ROLES)
    ticks = _ticks(actor, [actor.team_id]) if in_team else {}
    own = ticks.get(actor.team_id, {})
    teams = [] if in_team else _coached(actor)
    of_teams = _ticks(actor, [team.pk for team in teams])
    context = {
        "in_team": in_team,
        "now": now,
        "phases": [(phase, [Line(item, own.get(item.key)) for item in phase.items]) for phase in phases],
        "teams": [
            (team, [Line(item, of_teams.get(team.pk, {}).get(item.key)) for item in now.items] if now else [])
            for team in teams
        ],
    }
    return show(request, "phase_list", context)


def _ticks(actor, team_ids):
    found = {}
    for tick in PhaseTick.objects.visible_to(actor).filter(team_id__in=team_ids).order_by("pk"):
        found.setdefault(tick.team_id, {})[tick.item] = tick
    return found


def _coached(actor):
    teams = here(actor, Team.objects.visible_to(actor)).filter(pk__in=actor.assigned_team_ids)
    return list(teams.select_related("center").order_by("center__name", "pk"))


@collaborative_page("tick", "write", methods=("POST",))
def phase_tick(request):
    """Yes, that is so with us."""
    team, (phase, item) = own_team(request.actor), _named(request)
    if item:
        actions.tick(team, item.key, by=me(request.actor), on=request.actor.today)
    return to(request, "phase_list", query=f"#{phase}")


@collaborative_page("tick", "write", methods=("POST",))
def phase_untick(request):
    """Not yet after all."""
    team, (phase, item) = own_team(request.actor), _named(request)
    if item:
        actions.untick(team, item.key, by=me(request.actor))
    return to(request, "phase_list", query=f"#{phase}")


def _named(request):
    """(key of the phase, line) the form names, of the checklists there are; a line nobody knows is none."""
    phases, _now = phase_of(request.actor, collaborative_of(request.actor))
    wanted = request.POST.get("item", "")
    return next(((phase.key, item) for phase in phases for item in phase.items if item.key == wanted), ("", None))


@collaborative_page("asked")
def next_steps(request):
    """Our next steps on one page; who walks with several teams chooses one."""
    actor = request.actor
    if actor.team_id is not None and actor.has_role(*TEAM_ROLES):
        return _sheet(request, own_team(actor))
    teams = here(actor, Team.objects.visible_to(actor)).taking_part(on=actor.today)
    teams = teams.select_related("center").order_by("center__name", "pk")
    if not can(actor, "comment", "prework"):
        teams = teams.filter(pk__in=actor.assigned_team_ids)
    return show(request, "next_steps_of", {"teams": list(teams)})


@collaborative_page("prework")
def next_steps_of(request, team_id):
    """The sheet of one team, for who hands it out."""
    actor = request.actor
    near = here(actor, Team.objects.visible_to(actor)).select_related("center")
    if not can(actor, "comment", "prework"):
        near = near.filter(pk__in=[*actor.member_team_ids, *actor.assigned_team_ids])
    return _sheet(request, get_object_or_404(near, pk=team_id))


def _sheet(request, team):
    """Next dates, what to do, whom to ask."""
    actor = request.actor
    dates = here(actor, PlannedDate.objects.visible_to(actor)).filter(group=None).exclude(kind=DateKind.DUE)
    coming = list(dates.coming(actor.today, SIX_WEEKS.days)[:ON_A_SHEET])
    phases, now = phase_of(actor, collaborative_of(actor))
    coaches = CoachAssignment.objects.visible_to(actor).on(actor.today).filter(team=team).select_related("person")
    context = {
        "team": team,
        "coming": coming,
        "open": [one for one in pages.asked_of(actor, team.pk) if not one.is_done],
        "phase": now,
        "coaches": [one.person for one in coaches.order_by("starts_on", "pk")],
        "today": actor.today,
    }
    return show(request, "next_steps", context)
