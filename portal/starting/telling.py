"""What is there already, a sentence for each step of preparing a house."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.framework.models import CollaborativeChangeFramework
from collaborative.schedule.models import LearningSession
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, Team
from collaborative.ui import house_words, nouns
from collaborative.ui.lists import listed

from .enums import StepKey

A_FEW = 3


def told(actor, house) -> dict:
    """A sentence by step; "" where there is nothing yet."""
    return {
        StepKey.DATES: _dates(actor, house),
        StepKey.WORDS: _words(house),
        StepKey.PEOPLE: _people(actor),
        StepKey.CENTERS: _centers(actor),
        StepKey.TEXTS: _texts(house),
        StepKey.FRAMEWORK: _framework(actor),
    }


def _some(names):
    """All of a few names; of many the first ones, and how many more there are."""
    if len(names) <= A_FEW:
        return listed(names)
    more = len(names) - A_FEW
    return listed([*names[:A_FEW], ngettext("%(count)s other", "%(count)s others", more) % {"count": more}])


def _dates(actor, house):
    sessions = LearningSession.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).in_order()
    return "; ".join(f"{row.name}: {date_format(row.starts_on, 'DATE_FORMAT')}" for row in sessions)


def _words(house):
    said = []
    for noun, ours in nouns.OURS["en"].items():
        kept = house.vocabulary.get(noun)
        if kept:
            with house_words.speaking(None):
                pair = {"ours": ours.one, "own": (kept.get("en") or kept.get("es"))[0]}
            said.append(_("“%(own)s” in place of “%(ours)s”") % pair)
    return listed(said)


def _people(actor):
    rows = Membership.objects.visible_to(actor).on(actor.today).filter(collaborative_id=actor.collaborative_id)
    people = rows.filter(role__in=[Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH]).select_related("person")
    by_role = {Role.IMPLEMENTATION_TEAM: [], Role.FACULTY_COACH: []}
    for row in people.order_by("person__first_name", "pk"):
        by_role[Role(row.role)].append(row.person.full_name)
    parts = [f"{role.label}: {_some(names)}" for role, names in by_role.items() if names]
    return "; ".join(parts)


def _centers(actor):
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    return _some(list(teams.order_by("center__name", "pk").values_list("center__name", flat=True)))


def _texts(house):
    there = {
        _("the invitation"): house.invitation_words,
        _("what taking part brings"): house.collaborative.practical_supports,
        _("the welcome"): house.welcome_words,
        _("the promise"): house.promise_words,
    }
    written = [name for name, words in there.items() if words]
    return _("Written: %(texts)s.") % {"texts": listed(written)} if written else ""


def _framework(actor):
    rows = CollaborativeChangeFramework.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    row = rows.order_by("-number", "pk").first()
    return row.name if row else ""
