"""Who can see a team's numbers, in a few sentences, and what the teams agreed on."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.tenancy.models import SharingAgreement, SharingPause


@dataclass(frozen=True, slots=True)
class Sharing:
    """The agreement in force (None before there is one), whether this team paused, and both in one sentence."""

    agreement: SharingAgreement | None
    is_paused: bool
    sentence: str


def sharing_of(actor, team_id) -> Sharing:
    """How a team's numbers are shared today."""
    agreements = SharingAgreement.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    agreement = agreements.order_by("-agreed_on", "-pk").first()
    pauses = SharingPause.objects.visible_to(actor).filter(team_id=team_id, ended_at=None)
    is_paused = pauses.order_by("pk").exists()
    return Sharing(agreement, is_paused, _sentence(agreement, is_paused))


def _sentence(agreement, is_paused):
    people = _("Our team, our coach and the project team can see our numbers.")
    if is_paused:
        return people + " " + _("Other teams cannot: we paused that.")
    if agreement is None or not agreement.numbers_by_name:
        return people + " " + _("Other teams see only the middle of all centers.")
    day = {"day": date_format(agreement.agreed_on, "DATE_FORMAT")}
    return people + " " + _("Other teams can see them too, as all teams agreed on %(day)s.") % day
