"""Assignments before the first session: the team's part in each, and where a hand is needed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES
from collaborative.tenancy.models import Team

from .. import pages
from ..actions import prework as actions
from ..enums import PreworkDayPlan
from ..forms import HandForm, RestForm, WhoForm
from ..models import PreworkAssignment, PreworkDay, TeamPrework
from .fetching import CONFLICT, PAGE, DraftOf, day_is_held, here, me, own_team, show, to, where_to


def _assignments(actor):
    return here(actor, PreworkAssignment.objects.visible_to(actor)).asked_now(day_is_held=day_is_held(actor))


def _in_team(actor):
    return actor.team_id is not None and actor.has_role(*TEAM_ROLES)


@collaborative_page("asked")
def prework_list(request):
    """Getting ready: what every team does before the first session, and one's own team's part in it."""
    actor = request.actor
    rows = pages.asked_of(actor, actor.team_id) if _in_team(actor) else []
    hidden = here(actor, PreworkAssignment.objects.hidden_for(actor)).order_by("pk")
    day = here(actor, PreworkDay.objects.visible_to(actor)).filter(plan=PreworkDayPlan.HELD).select_related("planned")
    day = day.order_by("pk").first()
    context = {
        "day": day if day and day.planned else None,
        "objectives": [line for line in day.objectives.splitlines() if line.strip()] if day else [],
        "rows": rows or [pages.AskedOfUs(one, None) for one in _assignments(actor).in_order()],
        "in_team": _in_team(actor),
        "may_write": can(actor, "write", "asked"),
        "hidden": next((row for row in hidden if str(row.pk) == request.GET.get("hidden", "")), None),
    }
    return show(request, "prework_list", context)


@collaborative_page("asked")
def prework_detail(request, assignment_id):
    """One assignment: what it is good for, how it is done, and how far our team has come; staff see each team."""
    return _page(request, assignment_id)


def _page(request, assignment_id, forms=None, changed=None, status=200):
    actor = request.actor
    assignment = get_object_or_404(_assignments(actor).select_related("ready_by", "ask"), pk=assignment_id)
    rest, part = DraftOf(actor, "prework-rest", assignment.pk), None
    if _in_team(actor):
        parts = TeamPrework.objects.visible_to(actor).filter(assignment=assignment, team_id=actor.team_id)
        part = parts.select_related("done_by", "hand_answered_by").first()
    context = {
        "assignment": assignment,
        "in_team": _in_team(actor),
        "part": part,
        "version": part.version if part else 0,
        "rest_draft": rest,
        "who_form": WhoForm(initial={"who": part.who if part else ""}),
        "hand_form": HandForm(initial={"words": part.hand_words if part else ""}),
        "rest_form": RestForm(initial=_rest_of(part) | rest.words()),
        "where_to": where_to(actor, assignment.leads_to) if _in_team(actor) else "",
        "may_write": can(actor, "write", "asked"),
        "changed": changed,
        **_of_teams(request, assignment),
        **(forms or {}),
    }
    return show(request, "prework_detail", context, status)


def _rest_of(part):
    return {name: getattr(part, name) for name in ("plan_who", "plan_by", "plan_how")} if part else {}


def _of_teams(request, assignment):
    """For who walks with teams: each team in the order of its center's name, with its own words and no verdict."""
    actor = request.actor
    if _in_team(actor) or not can(actor, "read", "prework"):
        return {}
    teams = here(actor, Team.objects.visible_to(actor)).taking_part(on=actor.today)
    teams = teams.select_related("center").order_by("center__name", "pk")
    if not can(actor, "comment", "prework"):
        teams = teams.filter(pk__in=actor.assigned_team_ids)
    page = Paginator(teams, PAGE).get_page(request.GET.get("page"))
    parts = TeamPrework.objects.visible_to(actor).filter(assignment=assignment, team_id__in=[one.pk for one in page])
    by_team = {part.team_id: part for part in parts}
    return {"page": page, "teams": [(team, by_team.get(team.pk)) for team in page]}


def _assignment(actor, assignment_id):
    return get_object_or_404(_assignments(actor), pk=assignment_id)


def _of_us(request, assignment_id):
    """(assignment, our team): one may not without a team."""
    if not _in_team(request.actor):
        raise PermissionDenied
    return _assignment(request.actor, assignment_id), own_team(request.actor)


@collaborative_page("prework", "write", methods=("POST",))
def prework_take(request, assignment_id):
    """Who of us does it."""
    return _save(request, assignment_id, WhoForm, "who_form", actions.say_who)


@collaborative_page("prework", "write", methods=("POST",))
def prework_rest(request, assignment_id):
    """Who does what is left, by when and how."""
    return _save(request, assignment_id, RestForm, "rest_form", actions.plan_rest)


def _save(request, assignment_id, kind, name, action):
    assignment, team = _of_us(request, assignment_id)
    form = kind(request.POST)
    if not form.is_valid():
        return _page(request, assignment_id, {name: form})
    words = {key: value for key, value in form.cleaned_data.items() if key != "version"}
    try:
        action(assignment, team, version=form.cleaned_data["version"], by=me(request.actor), **words)
    except ChangedMeanwhile as other:
        now = [(form.fields[key].label, getattr(other.current, key)) for key in words]
        return _page(request, assignment_id, {name: form}, changed=now, status=CONFLICT)
    DraftOf(request.actor, "prework-rest", assignment.pk).drop()
    return to(request, "prework_detail", assignment.pk)


@collaborative_page("prework", "write", methods=("POST",))
def prework_done(request, assignment_id):
    """We have done it; the page it comes back to offers to take that back."""
    assignment, team = _of_us(request, assignment_id)
    actions.set_done(assignment, team, done=True, by=me(request.actor), on=request.actor.today)
    messages.success(request, _("Done. Thank you, all of you."))
    return to(request, "prework_detail", assignment.pk)


@collaborative_page("prework", "write", methods=("POST",))
def prework_undone(request, assignment_id):
    """Not done yet after all."""
    assignment, team = _of_us(request, assignment_id)
    actions.set_done(assignment, team, done=False, by=me(request.actor), on=request.actor.today)
    return to(request, "prework_detail", assignment.pk)


@collaborative_page("prework", "write", methods=("POST",))
def prework_hand(request, assignment_id):
    """We could use a hand."""
    assignment, team = _of_us(request, assignment_id)
    form = HandForm(request.POST)
    if not form.is_valid():
        return _page(request, assignment_id, {"hand_form": form})
    words = form.cleaned_data["words"]
    actions.ask_for_hand(assignment, team, words=words, by=me(request.actor), on=request.actor.today)
    messages.success(request, _("The project team has your words. Somebody will be in touch."))
    return to(request, "prework_detail", assignment.pk)


@collaborative_page("prework", "write", methods=("POST",))
def prework_no_hand(request, assignment_id):
    """We are fine by now."""
    assignment, team = _of_us(request, assignment_id)
    actions.need_no_hand(assignment, team, by=me(request.actor))
    return to(request, "prework_detail", assignment.pk)


@collaborative_page("prework", "comment")
def hand_list(request):
    """For the project team: who could use a hand, in their own words."""
    actor = request.actor
    parts = here(actor, TeamPrework.objects.within(actor, "comment"))
    page = Paginator(parts.hands().select_related("author"), PAGE).get_page(request.GET.get("page"))
    taken = parts.filter(hand_answered_on__isnull=False, done_on=None)
    taken = taken.select_related("assignment", "team__center", "hand_answered_by")
    context = {"page": page, "rows": list(page), "taken": list(taken.order_by("-hand_answered_on", "pk")[:PAGE])}
    return show(request, "hand_list", context)


def _part(actor, part_id):
    return get_object_or_404(here(actor, TeamPrework.objects.within(actor, "comment")), pk=part_id)


@collaborative_page("prework", "comment", methods=("POST",))
def hand_give(request, part_id):
    """I have it in hand."""
    actions.give_hand(_part(request.actor, part_id), by=me(request.actor), on=request.actor.today)
    messages.success(request, _("The team sees that you are on it."))
    return to(request, "hand_list")


@collaborative_page("prework", "comment", methods=("POST",))
def hand_leave(request, part_id):
    """Somebody else may take it."""
    actions.leave_hand(_part(request.actor, part_id), by=me(request.actor))
    return to(request, "hand_list")
