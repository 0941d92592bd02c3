"""Sentences about tries, in the field's voice: who can see one, who said something, what a decision is called."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborative.tenancy.enums import Audience, Role, ShownAs
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words

from .enums import Decision, Stage

# What people read -> the field's own word for it, and what that means in plain words.
FIELD_WORDS = {
    Decision.CHANGE: (
        gettext_lazy("adjust"),
        gettext_lazy("The field's word: keep the idea, change one part of it, and try it again."),
    ),
    Decision.REPEAT: (
        gettext_lazy("adopt"),
        gettext_lazy("The field's word: keep it as it is, and see if it works in another room or at another time."),
    ),
    Decision.GROW: (
        gettext_lazy("scale up"),
        gettext_lazy("The field's words: it works, so try it with a few more children, rooms or days."),
    ),
    Decision.LET_GO: (
        gettext_lazy("abandon"),
        gettext_lazy("The field's word: stop trying this one, and keep what you learned from it."),
    ),
}


@dataclass(frozen=True)
class Decided:
    """What next: in plain words first; the field's word, which a tap explains, stands quietly behind."""

    value: str
    label: str
    field_word: str
    meaning: str

    @classmethod
    def all(cls):
        return [cls(value, label, *FIELD_WORDS[value]) for value, label in Decision.choices]

    @classmethod
    def of(cls, cycle):
        """None while nothing is decided."""
        return next((one for one in cls.all() if one.value == cycle.decision), None)


NEXT_HINTS = {
    Decision.CHANGE: gettext_lazy("Change one thing, and keep the rest as it was. Then you can see what it did."),
    Decision.REPEAT: gettext_lazy("The same thing in another room, at another time, or with other children."),
    Decision.GROW: gettext_lazy("A little wider than last time: a few more children, one more room, one more week."),
}

STAGE_LINES = {
    Stage.PLAN: gettext_lazy("Planned"),
    Stage.DO: gettext_lazy("Tried"),
    Stage.STUDY: gettext_lazy("Looked back"),
}


def who_can_see(cycle, *, mine) -> str:
    """One sentence about who can see a try, as told to its author (`mine`) or to somebody else."""
    center = cycle.team.center.name
    if cycle.audience == Audience.SELF:
        return _("Only you can see this.")
    if cycle.audience == Audience.GROUP:
        return group_sentence(cycle.group)
    if cycle.audience == Audience.TEAM:
        return _("The team at %(center)s can see this, nobody else.") % {"center": center}
    if cycle.audience == Audience.TEAM_STAFF:
        return _("The team at %(center)s, its coach and the project team can see this.") % {"center": center}
    if mine:
        return _("All teams can see this, under the name of %(center)s.") % {"center": center}
    return _("%(center)s shows this to all teams.") % {"center": center}


def group_sentence(group) -> str:
    """Only family partners, Keisha and Lucia see this: the group, its coach and its co-lead."""
    beside = [person.first_name for person in (group.coach, group.co_lead) if person is not None]
    if not beside:
        return _("Only the group “%(group)s” can see this.") % {"group": in_own_words(group.name)}
    return _("Only the group “%(group)s” and %(people)s can see this.") % {
        "group": in_own_words(group.name),
        "people": listed(beside),
    }


def rung_labels(center_name, groups) -> dict:
    """What each choice of audience says about who will see the try."""
    labels = {
        Audience.ALL: _("All teams, under the name of %(center)s") % {"center": center_name},
        Audience.TEAM_STAFF: _("The team at %(center)s, our coach and the project team") % {"center": center_name},
        Audience.TEAM: _("The team at %(center)s, nobody else") % {"center": center_name},
        Audience.SELF: _("Just me"),
    }
    if groups:
        labels[Audience.GROUP] = group_sentence(groups[0]) if len(groups) == 1 else _("One of my role groups")
    return labels


def shown_name(row, actor, *, own_team) -> str:
    """How whoever wrote `row` is shown to `actor`: colleagues see the first name, other teams what the person chose."""
    if row.author_id == actor.person_id:
        return _("You")
    staff = row.author_role in (Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM)
    if own_team or staff or row.shown_as == ShownAs.FIRST_NAME:
        return row.author.first_name
    return row.get_author_role_display() if row.author_role else _("Somebody")
