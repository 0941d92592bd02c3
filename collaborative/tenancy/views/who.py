"""Who is who in the collaborative."""

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from .. import listing, rules
from ..actors import can
from ..doors import collaborative_page
from ..enums import Role
from ..here import assignments_here, by_role, faces, left_here, members_here, of_staff_and, teams_here
from .showing import show

TEAMS_A_PAGE = 10
PEOPLE_A_PAGE = 40
LONGEST = 60  # letters one may look for
PROJECT_TEAM_NOTES = {
    "small": _("Project teams have mostly three to six people. Who else could share the work?"),
    "large": _("Project teams have mostly three to six people. Does everybody know who has what in hand?"),
}


@collaborative_page("person", "read")
def who_is_who(request):
    """Everybody in the collaborative, by center; phones of those one works with; or those one looks for."""
    words = request.GET.get("words", "").strip()[:LONGEST]
    if words:
        return show(request, "who_is_who_found", _found(request, words))
    actor = request.actor
    page = Paginator(teams_here(actor), TEAMS_A_PAGE).get_page(request.GET.get("page"))
    teams = list(page.object_list)
    memberships = by_role(members_here(actor).filter(of_staff_and([team.pk for team in teams])))
    assignments, known = assignments_here(actor), faces(actor, memberships)
    page.object_list = listing.in_teams(actor, teams, memberships, assignments, known)
    project_team = listing.of_staff(actor, memberships, assignments, Role.IMPLEMENTATION_TEAM, known)
    may_arrange = can(actor, "write", "assignment")
    note = rules.project_team_note(len({card.person_id for card in project_team})) if may_arrange else ""
    return show(
        request,
        "who_is_who",
        {
            "page": page,
            "project_team": project_team,
            "project_team_note": PROJECT_TEAM_NOTES.get(note, ""),
            "coaches": listing.of_staff(actor, memberships, assignments, Role.FACULTY_COACH, known),
            "left": left_here(actor) if page.number == 1 and can(actor, "read", "departure") else [],
            **_ways_on(actor),
        },
    )


def _found(request, words):
    """The people whose name, role or team one looks for."""
    actor = request.actor
    page = Paginator(members_here(actor).answering_to(words, actor), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    known = faces(actor, rows)
    page.object_list = [listing.card_of(actor, row, faces=known) for row in rows]
    return {"words": words, "page": page}


def _ways_on(actor):
    """What else about people is open to this reader."""
    return {
        "may_invite": can(actor, "write", "invitation"),
        "may_see_cards": can(actor, "read", "card"),
        "may_arrange": can(actor, "write", "assignment"),
        "may_see_groups": can(actor, "read", "affinity_group"),
        "may_write_collaborative": can(actor, "write", "collaborative"),
        "may_introduce": can(actor, "write", "introduction"),
        "may_see_boards": can(actor, "read", "storyboard"),
        "may_see_project_team": can(actor, "read", "project_team"),
        "may_see_calls": can(actor, "read", "welcome_call"),
        "may_see_credit": can(actor, "read", "recognition"),
        "may_write_looking_on": can(actor, "write", "looking_on"),
        "may_say_comfort": can(actor, "write", "comfort"),
    }
