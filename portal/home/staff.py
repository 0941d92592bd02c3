"""What single people of the project team find beside the balcony: the data lead, the family liaison."""

from dataclasses import dataclass

from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.models import Membership
from metrics.pages import multiples_of

from . import parts

PARTNERS = 5


@dataclass(frozen=True)
class OneNumber:
    """One metric over all centers on one scale, and the metrics one can choose from."""

    metric: object
    multiples: list
    choices: list


def one_number(actor, metrics, teams, chosen="") -> OneNumber | None:
    """For the data lead: the metric that was chosen by its key, else the one whose turn it is this week.

    Centers stand in the order of their names, and only those whose numbers the teams' agreement lets one read.
    """
    if not metrics or not actor.has_responsibility(Responsibility.DATA_LEAD):
        return None
    within_reach = [team for team in teams if team.pk in actor.number_team_ids]
    metric = next((one for one in metrics if one.key == chosen), None)
    metric = metric or parts.in_turn(actor, [team.pk for team in within_reach], metrics) or metrics[0]
    return OneNumber(metric, multiples_of(actor, metric, within_reach), metrics)


def newest_family_partners(actor) -> list:
    """For the family liaison: the family partners who came in last, with their phones."""
    if not actor.has_responsibility(Responsibility.FAMILY_LIAISON):
        return []
    memberships = Membership.objects.visible_to(actor).on(actor.today).accepted()
    partners = memberships.filter(collaborative_id=actor.collaborative_id, role=Role.FAMILY_PARTNER)
    return list(partners.select_related("person", "team__center").order_by("-starts_on", "-pk")[:PARTNERS])
