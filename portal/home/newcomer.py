"""Ten minutes for somebody who joins in mid-year: what this is, who we are, what we try now, whom to call, and one
first small thing. Made from what the team has, so it is never out of date; printable, for whoever has no phone."""

from collaborative.framework.models import GlossaryTerm
from collaborative.tenancy import listing
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import CoachAssignment, Collaborative, Membership, Team
from metrics.catalogue import metrics_of

from . import parts

WORDS = 6
FIRST_WORDS = ("PDSA", "Small test of change", "Run chart", "Driver", "Learning session", "Action period", "Coach")
FEW = 3


def newcomer(actor) -> dict:
    """The page for `actor`: a team's own for who belongs to one, the collaborative's for who does not."""
    teams = Team.objects.visible_to(actor).filter(pk__in=actor.own_team_ids[:1]).select_related("center")
    team = teams.first() if actor.own_team_ids else None
    people = _people(actor, team)
    chart = parts.chart_in_turn(actor, team.pk, metrics_of(actor)) if team else None
    return {
        "collaborative": Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id),
        "team": team,
        "people": people,
        "coaches": _coaches(actor, team) if team else [],
        "to_call": [card for card in people if card.phone and not card.is_me][:FEW],
        "trying": parts.trying(actor, [team.pk], limit=FEW) if team else parts.newest_of_others(actor, limit=FEW),
        "priorities": parts.priorities(actor, [team.pk]) if team else [],
        "chart": chart,
        "story": chart.sentences[0] if chart and chart.sentences else "",
        "words": _words(actor),
        "coming": parts.what_comes(actor, limit=FEW),
        "may_try": actor.has_role(*TEAM_ROLES),
    }


def _people(actor, team):
    """The people of the team; without one, the project team."""
    rows = Membership.objects.visible_to(actor).on(actor.today).accepted().select_related("person", "team__center")
    here = rows.filter(collaborative_id=actor.collaborative_id)
    here = here.filter(team=team) if team else here.filter(role=Role.IMPLEMENTATION_TEAM)
    return [listing.card_of(actor, row) for row in here.order_by("created_at", "pk")[:20]]


def _coaches(actor, team):
    rows = CoachAssignment.objects.visible_to(actor).on(actor.today).filter(team=team).select_related("person")
    return [row.person.full_name for row in rows.order_by("starts_on", "pk")[:FEW]]


def _words(actor):
    """The words one hears first, in the reader's language where they are there in it."""
    terms = GlossaryTerm.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    found = list(terms.filter(language=actor.person["language"]).order_by("term", "pk")[:100])
    found = found or list(terms.filter(language="en").order_by("term", "pk")[:100])
    first = [word.lower() for word in FIRST_WORDS]
    return sorted(found, key=lambda row: row.term.lower() not in first)[:WORDS]
