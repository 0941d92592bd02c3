"""Who said something, as that person chose to be shown to others, in the words of whoever reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from collaborative.tenancy.naming import shown_name


@dataclass(frozen=True)
class Sayer:
    """Somebody who said something: the person, in which role, at which center; in a group people go by first names."""

    person: object
    role: str
    center: str = ""
    in_group: bool = False

    def name(self) -> str:
        if self.in_group:
            return self.person.first_name
        name = shown_name(self.person, self.role, in_own_team=False)
        return _("%(name)s at %(center)s") % {"name": name, "center": self.center} if self.center else name


def sayer_of(said) -> Sayer:
    """Of a post or reply, read with its author and its team's center."""
    center = said.team.center.name if said.team_id else ""
    return Sayer(said.author, said.author_role, center, in_group=said.circle_id is not None)
