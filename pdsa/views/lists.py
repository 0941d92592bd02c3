"""The team's own tries, and those of other teams."""

import uuid

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import pages, reach
from ..models import PDSACycle
from .fetching import PAGE, drivers_of, priorities_of, room_url

UNDOABLE = ("cycle", "answer", "photo")


@collaborative_page("try")
def cycle_list(request):
    """What we're trying: the team's own, by stage; people without a team see the teams' instead."""
    actor = request.actor
    if not actor.own_team_ids:
        return _of_others(request)
    tries = PDSACycle.objects.visible_to(actor).of_teams(actor.own_team_ids)
    authors = tries.order_by("author__first_name", "author_id").values_list("author_id", "author__first_name")
    people = list(authors.distinct())
    chosen = _filtered(request, tries).last_of_ramps()
    page = Paginator(chosen.in_board_order(actor.today).for_lines(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "pdsa/cycle_list.html",
        {
            "board": pages.board(list(page.object_list), actor),
            "page": page,
            "drivers": drivers_of(actor),
            "people": people,
            "mine": _mine(request, people),
            "priorities": priorities_of(actor, actor.own_team_ids),
            "chosen": request.GET,
            "own_team_id": actor.team_id if can(actor, "read", "spread") else None,
            "voice": reach.first_question(actor),
            "may_start": can(actor, "write", "try") and actor.team_id is not None,
            "may_set_priorities": can(actor, "write", "priority") and actor.team_id is not None,
            "may_read_needs": can(actor, "read", "need"),
            "form_key": new_form_key(),
            **undo_line(request),
        },
    )


def _mine(request, people):
    """The way to one's own tries in one tap, where there are others beside them."""
    own = request.actor.person_id
    if len(people) < 2 or own not in {key for key, _name in people}:
        return None
    return {"key": str(own), "is_chosen": _key(request, "person") == own}


@collaborative_page("try")
def other_teams(request):
    """From other teams: what they show to all, by center."""
    return _of_others(request)


def _of_others(request):
    actor = request.actor
    tries = PDSACycle.objects.visible_to(actor).posted().exclude(team_id__in=actor.own_team_ids)
    chosen = _filtered(request, tries).last_of_ramps()
    page = Paginator(chosen.newest_first().for_lines(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "pdsa/other_teams.html",
        {
            "lines": [pages.line(cycle, actor) for cycle in page.object_list],
            "page": page,
            "drivers": drivers_of(actor),
            "chosen": request.GET,
            "has_own": bool(actor.own_team_ids),
            "may_start": can(actor, "write", "try") and actor.team_id is not None,
        },
    )


def _filtered(request, tries):
    driver, person = _key(request, "driver"), _key(request, "person")
    if driver:
        tries = tries.by_driver(driver)
    if person:
        tries = tries.filter(author_id=person)
    return tries


def _key(request, name):
    try:
        return uuid.UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _undo_url(request):
    """Where the undo line points after something was taken away, as `?undo=cycle:<id>`."""
    kind, _colon, row_id = request.GET.get("undo", "").partition(":")
    try:
        return room_url(request.actor, f"{kind}_restore", uuid.UUID(row_id)) if kind in UNDOABLE else ""
    except ValueError:
        return ""


def undo_line(request):
    """The line that brings back what was just taken away."""
    return {"undo_url": _undo_url(request), "undo_text": _("Taken away. It stays in the trash for 30 days.")}
