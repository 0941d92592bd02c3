"""How a person appears to whom: in the own team by first name, to other teams as each person chose."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .enums import TEAM_ROLES, Role, ShownAs


def shown_name(person, role: str, *, in_own_team: bool) -> str:
    """The name to show beside words a person wrote.

    Coaches and the project team appear by their full names; team members by first name in their own team, and beyond
    it by first name only where they chose so, else by their role.
    """
    if role not in TEAM_ROLES:
        return person.full_name
    if in_own_team or person.shown_as == ShownAs.FIRST_NAME:
        return person.first_name
    return by_role(role)


def by_role(role: str) -> str:
    """How somebody without a name is shown: "A teacher"."""
    return capfirst(_("A %(role)s") % {"role": str(Role(role).label).lower()})
