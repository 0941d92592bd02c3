"""Words of people as pages show them: who said it, as that person chose to be shown."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from collaborative.tenancy.enums import Audience
from collaborative.tenancy.naming import shown_name
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words


@dataclass(frozen=True)
class Line:
    """Words of a person, who said them, and what the reader may do with them."""

    words: object
    by: str
    is_mine: bool
    form_key: str


def named(person, role, team, actor) -> str:
    """The name as the person chose to be shown, with the center for readers of other teams."""
    in_own_team = team is not None and team.pk in actor.member_team_ids
    name = shown_name(person, role, in_own_team=in_own_team)
    if team is None or in_own_team:
        return name
    return _("%(name)s at %(center)s") % {"name": name, "center": team.center.name}


def line_of(row, team, actor) -> Line:
    """A row with an author; `team` is the author's own."""
    by = named(row.author, row.author_role, team, actor)
    return Line(words=row, by=by, is_mine=row.author_id == actor.person_id, form_key=new_form_key())


def who_reads(row) -> str:
    """One sentence: who can see these words."""
    if row.audience == Audience.GROUP:
        people = [person.first_name for person in (row.group.coach, row.group.co_lead) if person]
        names = {"group": in_own_words(row.group.name), "people": listed(people)}
        if not people:
            return _("Only the role group %(group)s can see this.") % names
        return _("Only the role group %(group)s, with %(people)s, can see this.") % names
    return {
        Audience.ALL: _("Everyone in this collaborative can see this."),
        Audience.TEAM: _("Only your own team can see this."),
        Audience.FACULTY: _("Only coaches and the project team can see this."),
    }[row.audience]
