"""One team's page, and its welcome packet."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from collaborative.schedule.models import PlannedDate
from collaborative.tenancy import listing, rules
from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import AgeGroup, Role
from collaborative.tenancy.here import assignments_here, by_role, faces, members_here
from collaborative.tenancy.models import Team

from ..lines import line_of
from ..models import Introduction, Promise, Storyboard
from .directory import contacts_of
from .showing import here, show
from .ways import upper_url

INTRODUCTIONS = 12  # of one team on its page; ours
DATES_AHEAD = 120  # days a packet looks ahead; ours
DATES = 12
EXPECTATIONS = "onboarding:expectation_list"  # the room that keeps what is asked of a team
NOTES = {
    "small": _("Most teams have four to seven people. Who else would see things that you do not?"),
    "large": _("Most teams have four to seven people. With more, make sure that everybody gets a word in."),
    "no_senior_leader": _("A senior leader who can clear the way is still to come."),
    "no_team_leader": _("Somebody who leads day by day is still to come."),
    "no_teacher": _("A teacher from the rooms is still to come."),
    "no_family_partner": _("A family partner is still to come. Who has a child with you now, or had one lately?"),
}


def team_of(request, team_id):
    teams = here(request, Team.objects).select_related("center", "point_person")
    return get_object_or_404(teams, pk=team_id)


def _cards_of(actor, team):
    """(the team with the cards of its people, their memberships)."""
    memberships = by_role(members_here(actor).filter(team=team))
    assignments = [row for row in assignments_here(actor) if row.team_id == team.pk]
    (group,) = listing.in_teams(actor, [team], memberships, assignments, faces(actor, memberships))
    return group, memberships


@collaborative_page("team", "read")
def team_detail(request, team_id):
    """One team: its name, motto and picture, who is in it and what they say of themselves, its coach, the center."""
    actor, team = request.actor, team_of(request, team_id)
    group, memberships = _cards_of(actor, team)
    said = here(request, Introduction.objects).filter(team=team).for_page().order_by("-said_at", "-pk")[:INTRODUCTIONS]
    introductions = [line_of(row, row.team, actor) for row in said]
    may_edit = can(actor, "write", "team", TeamRow.of(team))
    is_mine = team.pk in actor.member_team_ids
    has_spoken = any(line.is_mine for line in introductions)
    has_left = team.pk in actor.left_team_ids
    notes = rules.roster_notes([row.role for row in memberships]) if may_edit and not has_left else []
    may_say_goodbye = can(actor, "write", "departure", TeamRow.of(team))
    return show(
        request,
        "team_detail",
        {
            "has_left": has_left,
            "may_say_goodbye": may_say_goodbye,
            **_ways_on(actor, team, is_mine),
            "group": group,
            "team": team,
            "introductions": introductions,
            "board": here(request, Storyboard.objects).filter(team=team).order_by("-created_at", "-pk").first(),
            "is_mine": is_mine,
            "asks_to_introduce": is_mine and not has_spoken and not actor.is_closed,
            "notes": [NOTES[note] for note in notes],
            "ages": [str(AgeGroup(item).label) for item in team.center.age_groups],
            "may_edit": may_edit,
            "may_see_tablets": can(actor, "read", "tablet", TeamRow.of(team)),
            "may_edit_center": can(actor, "write", "center", TeamRow.of(team)),
            "may_invite": can(actor, "write", "invitation", TeamRow.of(team)),
        },
    )


def _ways_on(actor, team, is_mine):
    """What other rooms keep of this team, as far as it is open to the reader."""
    may_take, is_hushed = can(actor, "export", "own_part", TeamRow.of(team)), team.pk in actor.hushed_team_ids
    may_read = can(actor, "read", "spread", TeamRow.of(team))
    return {
        "spread_url": upper_url("pdsa:spread", actor, team.pk) if may_read else "",
        "voices_url": upper_url("pdsa:voices", actor) if is_mine and actor.has_role(Role.TEAM_LEADER) else "",
        "part_url": upper_url("keeping:part", actor, team.pk) if may_take and not is_hushed else "",
    }


@collaborative_page("team", "read")
def packet(request, team_id):
    """Everything a team needs in its first weeks, on one page to read or to print."""
    actor, team = request.actor, team_of(request, team_id)
    group, _memberships = _cards_of(actor, team)
    staff = by_role(members_here(actor).filter(role__in=(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)))
    known = faces(actor, staff)
    project_team = listing.of_staff(actor, staff, [], Role.IMPLEMENTATION_TEAM, known)
    coaches = listing.of_staff(actor, staff, [], Role.FACULTY_COACH, known)
    dates = here(request, PlannedDate.objects).coming(actor.today, DATES_AHEAD).select_related("has_in_hand")
    return show(
        request,
        "packet",
        {
            "team": team,
            "group": group,
            "project_team": project_team,
            "point": next((card for card in project_team if card.person_id == team.point_person_id), None),
            "contacts": contacts_of(request, [*project_team, *coaches]),
            "dates": list(dates[:DATES]),
            "promises": list(here(request, Promise.objects).select_related("ask").order_by("created_at", "pk")),
            "is_mine": team.pk in actor.member_team_ids,
            "expectations_url": upper_url(EXPECTATIONS, actor),
        },
    )
