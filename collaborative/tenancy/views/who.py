"""Who is who in the collaborative, and one team's page."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from .. import listing, rules
from ..actors import TeamRow, can
from ..doors import collaborative_page
from ..enums import AgeGroup, Role
from ..models import CoachAssignment, Membership, Team
from .showing import show

ORDER_OF_ROLES = {role: number for number, role in enumerate(Role)}

NOTES = {
    "small": _("Most teams have four to seven people. Who else would see things that you do not?"),
    "large": _("Most teams have four to seven people. With more, make sure that everybody gets a word in."),
    "no_senior_leader": _("A senior leader who can clear the way is still to come."),
    "no_team_leader": _("Somebody who leads day by day is still to come."),
    "no_teacher": _("A teacher from the rooms is still to come."),
    "no_family_partner": _("A family partner is still to come. Who has a child with you now, or had one lately?"),
}
PROJECT_TEAM_NOTES = {
    "small": _("Project teams have mostly three to six people. Who else could share the work?"),
    "large": _("Project teams have mostly three to six people. Does everybody know who has what in hand?"),
}


def memberships_here(actor):
    """Everybody who has come in and takes part today, by role and name."""
    rows = (
        Membership.objects.visible_to(actor)
        .on(actor.today)
        .filter(collaborative_id=actor.collaborative_id)
        .accepted()
        .select_related("person", "team__center")
        .order_by("person__first_name", "person__family_name", "pk")
    )
    return sorted(rows, key=lambda membership: ORDER_OF_ROLES[membership.role])


def assignments_here(actor):
    return list(
        CoachAssignment.objects.visible_to(actor)
        .on(actor.today)
        .filter(team__collaborative_id=actor.collaborative_id)
        .select_related("person", "team__center")
        .order_by("team__center__name", "pk")
    )


@collaborative_page("person", "read")
def who_is_who(request):
    """Everybody in the collaborative, by center; phones of those one works with."""
    actor = request.actor
    memberships, assignments = memberships_here(actor), assignments_here(actor)
    teams = list(
        Team.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("center")
        .order_by("center__name", "pk")
    )
    project_team = listing.of_staff(actor, memberships, assignments, Role.IMPLEMENTATION_TEAM)
    may_arrange = can(actor, "write", "assignment")
    note = rules.project_team_note(len({card.person_id for card in project_team})) if may_arrange else ""
    return show(
        request,
        "who_is_who",
        {
            "project_team": project_team,
            "project_team_note": PROJECT_TEAM_NOTES.get(note, ""),
            "coaches": listing.of_staff(actor, memberships, assignments, Role.FACULTY_COACH),
            "teams": listing.in_teams(actor, teams, memberships, assignments),
            "may_invite": can(actor, "write", "invitation"),
            "may_see_cards": can(actor, "read", "card"),
            "may_arrange": may_arrange,
            "may_see_groups": can(actor, "read", "affinity_group"),
            "may_write_collaborative": can(actor, "write", "collaborative"),
        },
    )


@collaborative_page("team", "read")
def team_detail(request, team_id):
    """One team: its name and motto, who is in it, its coach, the rooms of its center."""
    actor = request.actor
    team = get_object_or_404(
        Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("center"),
        pk=team_id,
    )
    memberships = [row for row in memberships_here(actor) if row.team_id == team.pk]
    assignments = [row for row in assignments_here(actor) if row.team_id == team.pk]
    (group,) = listing.in_teams(actor, [team], memberships, assignments)
    may_edit = can(actor, "write", "team", TeamRow.of(team))
    notes = rules.roster_notes([row.role for row in memberships]) if may_edit else []
    return show(
        request,
        "team_detail",
        {
            "group": group,
            "team": team,
            "notes": [NOTES[note] for note in notes],
            "ages": [str(AgeGroup(item).label) for item in team.center.age_groups],
            "may_edit": may_edit,
            "may_edit_center": can(actor, "write", "center", TeamRow.of(team)),
            "may_invite": can(actor, "write", "invitation", TeamRow.of(team)),
            "may_see_tablets": can(actor, "read", "tablet", TeamRow.of(team)),
        },
    )
