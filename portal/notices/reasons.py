"""Why somebody gets a message, and how it ends: the last lines of each."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from collaborative.ui.lists import listed

from .addresses import address
from .enums import Pace, Subject
from .links import stop_url


@dataclass(frozen=True)
class Reason:
    """What brought a message about: how soon it was to come, what is in it, and whether the person chose that."""

    pace: str
    dues: tuple | list
    is_chosen: bool

    @property
    def what(self) -> str:
        """What the message's own way out stops: its one subject, else all that is gathered into messages."""
        subjects = {due.subject for due in self.dues}
        return subjects.pop() if len(subjects) == 1 else "gathered"


@dataclass(frozen=True)
class Stops:
    """Links that end messages without signing in: such as these, and all but what cannot be stopped."""

    these: str
    everything: str


def stops(organization, person, reason) -> Stops:
    return Stops(*(stop_url(organization.pk, person.pk, what) for what in (reason.what, "all")))


def why(world, collaborative, reason, stops) -> str:
    """The true reason, and the three ways on."""
    lines = [
        _("Why do I get this?") + " " + because(reason, _names(world, reason)),
        _("Choose what reaches you: %(link)s") % {"link": address(world, collaborative, "notices:reach_edit")},
        these(reason) % {"link": stops.these},
        _("Stop everything but sign-in codes: %(link)s") % {"link": stops.everything},
    ]
    return "\n".join(lines)


def _names(world, reason):
    """The collaboratives it speaks of."""
    ids = dict.fromkeys(due.collaborative_id or world.teams[due.team_id].collaborative_id for due in reason.dues)
    return listed([world.collaborative(pk).name for pk in ids])


def because(reason, collaboratives) -> str:
    name = {"collaborative": collaboratives}
    if reason.pace == Pace.NOW:
        return _("You take part in %(collaborative)s and asked to hear of this right away.") % name
    if reason.pace == Pace.DAY:
        return _("You take part in %(collaborative)s and asked for a message a day.") % name
    if reason.is_chosen:
        return _("You take part in %(collaborative)s and chose one message a week.") % name
    return _("You take part in %(collaborative)s, and everybody starts with one message a week.") % name


def these(reason) -> str:
    if reason.what == "gathered":
        return _("Stop these messages: %(link)s")
    return _("Stop messages about “%(subject)s”: ") % {"subject": Subject(reason.what).label} + "%(link)s"


def short_why() -> str:
    """The same in a text, where each letter counts."""
    return _("You asked for texts. STOP ends them.")
