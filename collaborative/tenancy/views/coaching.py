"""Coaches beside teams, with dates, and the role groups."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from ..actions import memberships as actions
from ..actors import can
from ..doors import collaborative_page
from ..enums import Role, Verb
from ..forms import AssignmentForm, EndForm, GroupForm
from ..models import AffinityGroup, CoachAssignment, Collaborative, Membership, Person, Team
from .inviting import REFUSALS
from .showing import go, show


def _people_as(actor, role):
    """{id: person} of those who hold a role here today."""
    rows = (
        Membership.objects.visible_to(actor)
        .on(actor.today)
        .filter(collaborative_id=actor.collaborative_id, role=role)
        .select_related("person")
        .order_by("person__first_name", "pk")
    )
    return {str(row.person_id): row.person for row in rows}


@collaborative_page("assignment", "read")
def assignment_list(request):
    """Which coach walks beside which team, now and later."""
    actor = request.actor
    rows = list(
        CoachAssignment.objects.visible_to(actor)
        .filter(team__collaborative_id=actor.collaborative_id)
        .select_related("person", "team__center")
        .order_by("team__center__name", "starts_on", "pk")[:500]
    )
    shown = [{"row": row, "is_over": bool(row.ends_on and row.ends_on < actor.today)} for row in rows]
    return show(
        request,
        "assignment_list",
        {"assignments": shown, "may_write": can(actor, "write", "assignment"), "end_form": EndForm()},
    )


@collaborative_page("assignment", "write", methods=("GET", "POST"))
def assignment_add(request):
    """A coach begins to walk beside a team."""
    actor = request.actor
    coaches = _people_as(actor, Role.FACULTY_COACH)
    teams = {
        str(team.pk): team
        for team in Team.objects.visible_to(actor)
        .taking_part(on=actor.today)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("center", "collaborative")
        .order_by("center__name", "pk")
    }
    form = AssignmentForm(
        request.POST or None,
        initial={"starts_on": actor.today},
        persons=[(key, person.full_name) for key, person in coaches.items()],
        places=[(key, str(team.center)) for key, team in teams.items()],
    )
    if form.is_valid():
        values = form.cleaned_data
        dates = {"starts_on": values["starts_on"], "ends_on": values["ends_on"]}
        try:
            actions.assign_coach(coaches[values["person"]], teams[values["place"]], on=actor.today, **dates)
        except actions.CoachBelongsToCenter as refusal:
            form.add_error("person", REFUSALS[type(refusal)][1])
        except actions.HasRoleAlready:
            form.add_error("place", _("This coach walks beside this team in these days already."))
        else:
            return go(request, "assignment_list")
    return show(request, "assignment_add", {"form": form})


@collaborative_page("assignment", "write", methods=("POST",))
def assignment_end(request, assignment_id):
    """A coach goes on to another team."""
    actor = request.actor
    here = CoachAssignment.objects.within(actor, Verb.WRITE).filter(team__collaborative_id=actor.collaborative_id)
    assignment = get_object_or_404(here, pk=assignment_id)
    form = EndForm(request.POST)
    if form.is_valid():
        by = Person.objects.get(pk=actor.person_id)
        actions.end_assignment(assignment, by=by, on=actor.today, last_day=form.cleaned_data["last_day"])
        messages.success(request, _("Saved."))
    else:
        messages.info(request, _("Please write the day like this: 2026-11-24."))
    return go(request, "assignment_list")


@collaborative_page("affinity_group", "read")
def group_list(request):
    """The role groups: who coaches and who leads with them."""
    actor = request.actor
    groups = list(
        AffinityGroup.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("coach", "co_lead")
        .order_by("name", "pk")
    )
    return show(request, "group_list", {"groups": groups, "may_write": can(actor, "write", "affinity_group")})


def _group_form(request, initial, is_new):
    coaches = _to_name(request.actor, Role.FACULTY_COACH, initial.get("coach"))
    co_leads = _to_name(request.actor, Role.IMPLEMENTATION_TEAM, initial.get("co_lead"))
    form = GroupForm(
        request.POST or None,
        initial=initial,
        coaches=[(key, person.full_name) for key, person in coaches.items()],
        co_leads=[(key, person.full_name) for key, person in co_leads.items()],
        is_new=is_new,
    )
    return form, coaches, co_leads


def _to_name(actor, role, present):
    """Whom `actor` may name for a role group: nobody lets themselves in to read what a group says among itself."""
    people = _people_as(actor, role)
    if not actor.has_role(Role.ORGANIZATION_ADMIN) and str(actor.person_id) != present:
        people.pop(str(actor.person_id), None)
    return people


@collaborative_page("affinity_group", "write", methods=("GET", "POST"))
def group_add(request):
    """A new role group."""
    form, coaches, co_leads = _group_form(request, {}, is_new=True)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.create_affinity_group(
                collaborative=Collaborative.objects.get(pk=request.actor.collaborative_id),
                role=values["role"],
                name=values["name"],
                coach=coaches.get(values["coach"]),
                co_lead=co_leads.get(values["co_lead"]),
                on=request.actor.today,
            )
        except actions.HasRoleAlready:
            form.add_error("role", _("There is a group for this role already."))
        else:
            return go(request, "group_list")
    return show(request, "group_edit", {"form": form})


@collaborative_page("affinity_group", "write", methods=("GET", "POST"))
def group_edit(request, group_id):
    """The name, the coach and the co-lead of a role group."""
    actor = request.actor
    group = get_object_or_404(
        AffinityGroup.objects.within(actor, Verb.WRITE).filter(collaborative_id=actor.collaborative_id), pk=group_id
    )
    initial = {"name": group.name, "coach": str(group.coach_id or ""), "co_lead": str(group.co_lead_id or "")}
    form, coaches, co_leads = _group_form(request, initial, is_new=False)
    if form.is_valid():
        values = form.cleaned_data
        changes = {"coach": coaches.get(values["coach"]), "co_lead": co_leads.get(values["co_lead"])}
        actions.change_affinity_group(group, by=actor.person_id, on=actor.today, name=values["name"], **changes)
        return go(request, "group_list")
    return show(request, "group_edit", {"form": form, "group": group})
