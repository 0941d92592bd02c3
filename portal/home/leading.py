"""What a team has in hand, on one page: what was asked of it, numbers, tries, needs, its next meeting, whom to call."""

from collaborative.onboarding.pages import asked_of
from collaborative.tenancy import listing
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, Team
from metrics.catalogue import metrics_of

from . import parts

MOST = 30
DATES = 3
FEW_PEOPLE = 20  # a team has four to seven


def in_hand(actor) -> dict:
    """Everything that is open, of the team this person is on."""
    team_id = actor.own_team_ids[0]
    people = _people(actor, team_id)
    return {
        "team": Team.objects.visible_to(actor).select_related("center").get(pk=team_id),
        "asked": [one for one in asked_of(actor, team_id) if not one.is_done][:MOST],
        "trying": parts.trying(actor, [team_id], limit=MOST),
        "counting": parts.still_to_come(actor, team_id, metrics_of(actor), limit=MOST),
        "needs": parts.needs(actor, [team_id])[:MOST],
        "coming": parts.what_comes(actor, limit=DATES),
        "senior_leaders": [card for role, card in people if role == Role.SENIOR_LEADER],
        "reminded": _reminded(people),
        "is_leader": actor.has_role(Role.TEAM_LEADER),
    }


def _people(actor, team_id):
    rows = Membership.objects.visible_to(actor).on(actor.today).accepted().select_related("person", "team__center")
    rows = rows.filter(collaborative_id=actor.collaborative_id, team_id=team_id).order_by("created_at", "pk")
    return [(row.role, listing.card_of(actor, row)) for row in rows[:FEW_PEOPLE]]


def _reminded(people):
    """Who is told when numbers are still to come: whoever was named, else the team leaders."""
    named = [card for _role, card in people if card.is_data_point_person]
    return named or [card for role, card in people if role == Role.TEAM_LEADER]
