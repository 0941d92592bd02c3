"""How far our tries have come in the center: other staff and rooms, on a day, beside the days before."""

import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Membership, Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, reach
from ..forms import SpreadForm
from ..models import Spread
from .fetching import me, row_for, to

A_PAGE = 12
TRASH = datetime.timedelta(days=30)
NUMBERS = ("rooms", "rooms_reached", "staff", "staff_reached")


def _team(actor, team_id, verb):
    """The team: 404 where one does not know it, 403 where its numbers are not for this reader."""
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("center")
    team = get_object_or_404(teams, pk=team_id)
    if not can(actor, verb, "spread", TeamRow.of(team)):
        raise PermissionDenied
    return team


@collaborative_page("spread")
def spread(request, team_id):
    """Where the team stands, and how it came there."""
    return _page(request, _team(request.actor, team_id, "read"))


@collaborative_page("spread", "write", methods=("POST",))
def spread_add(request, team_id):
    """Note where we stand today."""
    actor = request.actor
    team = _team(actor, team_id, "write")
    form = SpreadForm(request.POST)
    if form.is_valid():
        actions.note_spread(team, by=me(actor), on=actor.today, **form.words())
        messages.success(request, _("Noted. What you noted before stays below."))
        return to(actor, "spread", team.pk)
    return _page(request, team, form)


def _page(request, team, form=None):
    actor = request.actor
    may_write = can(actor, "write", "spread", TeamRow.of(team))
    page = Paginator(Spread.objects.visible_to(actor).filter(team=team).newest_first(), A_PAGE)
    page = page.get_page(request.GET.get("page"))
    rows = list(page.object_list)
    named = reach.rooms_of_tries(actor, team)
    context = {
        "team": team,
        "is_own": team.pk in actor.own_team_ids,
        "page": page,
        "lines": [(row, reach.sentences(row)) for row in rows],
        "may_write": may_write,
        "named": named,
        "form": form or (SpreadForm(initial=_begin_with(actor, team, rows, named)) if may_write else None),
        "just_hidden": _just_hidden(request),
        "form_key": new_form_key(),
    }
    return render(request, "pdsa/spread.html", context)


def _begin_with(actor, team, rows, named):
    """The newest numbers there are; at first what the center's page says, and the rooms that tries name."""
    if rows:
        return {name: getattr(rows[0], name) for name in NUMBERS}
    on_team = Membership.objects.visible_to(actor).on(actor.today).filter(team=team).exclude(role="family_partner")
    staff = team.center.staff
    others = max(staff - on_team.values("person_id").distinct().count(), 0) if staff else None
    rooms = len(team.center.rooms) or None
    return {"rooms": rooms, "rooms_reached": len(named) or None, "staff": others}


@collaborative_page("spread", "write", methods=("POST",))
def spread_remove(request, spread_id):
    """A slip goes off the page, and whoever took it off can bring it back."""
    row = row_for(Spread.objects.select_related("team"), request.actor, "write", spread_id, "spread")
    actions.take_off(row, by=me(request.actor))
    return to(request.actor, "spread", row.team_id, query=f"?undo={row.pk}")


def _taken_away(request):
    return Spread.objects.taken_away_by(request.actor, timezone.now() - TRASH)


@collaborative_page("spread", "write", methods=("POST",))
def spread_restore(request, spread_id):
    """It is back."""
    row = get_object_or_404(_taken_away(request), pk=spread_id)
    actions.put_back(row)
    return to(request.actor, "spread", row.team_id)


def _just_hidden(request):
    wanted = request.GET.get("undo", "")
    return next((row for row in _taken_away(request).order_by("pk") if str(row.pk) == wanted), None) if wanted else None
