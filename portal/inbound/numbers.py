""" "Not this month", as an answer to the mail that asks for numbers: noted as the page would note it.

The same mail goes to the person who asked, whose address stands beside ours; what else it says is between the two.
"""

from datetime import date

from django.utils.translation import gettext as _

from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.models import Team
from collaborative.ui.child_names import possible_child_names
from metrics.actions import say_not_this_time
from metrics.catalogue import in_force, metrics_in
from metrics.choosing import chosen_by
from metrics.models import Observation

from . import rules

LONGEST = Observation._meta.get_field("not_this_time").max_length


def place_of(address):
    """The team whose numbers were still to come."""
    here = Team.objects.shown().filter(pk=address.about_id, left_on=None)
    return here.select_related("collaborative", "center").first()


def noted(address, actor, person, mail) -> tuple[str, bool]:
    """(what became of it, whether anything was noted): a period that something is in for stays as it is."""
    said = rules.not_now(mail.words)
    if said is None:
        return "a word between two people", False
    team = Team.objects.visible_to(actor).select_related("center").filter(pk=address.about_id).first()
    if team is None or not can(actor, "write", "number", TeamRow.of(team)):
        return "about numbers of others", False
    reason = _reason(said)
    for definition, start in _still_to_come(address, actor, team):
        say_not_this_time(
            team=team, definition=definition, period_start=start, reason=reason, by=person, on=actor.today
        )
    return "noted: not this time", True


def _reason(said):
    """Her own words where she gave any; a child's name would stay, so words with one do not travel along."""
    own = " ".join(said.split())
    if not own or possible_child_names(own):
        return _("said by e-mail")
    return own if len(own) <= LONGEST else own[: LONGEST - 1] + "…"


def _still_to_come(address, actor, team):
    """[(definition, first day)] of the periods that were asked for and that nothing is in for."""
    counted_here, _others = chosen_by(actor, team.pk, metrics_in(team.collaborative_id, today=actor.today))
    for metric in counted_here:
        for collect, day in address.detail:
            definition, start = in_force(metric, date.fromisoformat(day)), date.fromisoformat(day)
            there = Observation.objects.shown().filter(
                team=team, definition__metric=metric, period_start=start, collect=collect
            )
            if definition.collect == collect and not there.exists():
                yield definition, start
