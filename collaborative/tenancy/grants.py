"""The permission table, read: how far a role, or what somebody has in hand, reaches."""

from .enums import Responsibility, Role, Scope, Verb
from .permission_table import COLUMNS, TABLE


def _read(text: str) -> dict[tuple[str, str, str], Scope]:
    """The table as {(resource, verb, role): scope}. Raises ValueError where a row lacks a cell or stands twice."""
    cells = {}
    for line in text.strip().splitlines()[1:]:
        if not line.strip() or line.startswith("#"):
            continue
        resource, verb, *row = line.split()
        if len(row) != len(COLUMNS):
            raise ValueError(f"{resource} {verb}: {len(row)} cells for {len(COLUMNS)} roles")
        for role, cell in zip(COLUMNS, row, strict=True):
            key = (resource, str(Verb(verb)), str(role))
            if key in cells:
                raise ValueError(f"{resource} {verb} stands twice")
            cells[key] = Scope.NONE if cell == "-" else Scope(cell)
    return cells


GRANTS = _read(TABLE)
RESOURCES = tuple(dict.fromkeys(resource for resource, _verb, _role in GRANTS))


# Words that are for two pairs of eyes: beyond the table, whoever of the project team has one of these in hand reaches
# all of them in the collaborative.
RESPONSIBLE = {
    ("ledger", "read"): (Responsibility.FAMILY_LIAISON, Responsibility.PROJECT_MANAGER),
    ("ledger", "write"): (Responsibility.FAMILY_LIAISON, Responsibility.PROJECT_MANAGER),
    ("comfort", "read"): (Responsibility.FAMILY_LIAISON, Responsibility.TECHNOLOGY),
}
OPENS_WORDS = tuple(dict.fromkeys(item for items in RESPONSIBLE.values() for item in items))


class UnknownPermission(KeyError):
    """The permission table has no such resource."""


def lines_of(resource: str) -> tuple[str, ...]:
    """The table's lines for a resource: itself, or its rungs where it has an audience (`try` -> `try.self`, ...).

    Raises UnknownPermission for a resource that stands nowhere in the table.
    """
    if resource in RESOURCES:
        return (resource,)
    rungs = tuple(line for line in RESOURCES if line.startswith(f"{resource}."))
    if not rungs:
        raise UnknownPermission(resource)
    return rungs


def scope_of(resource: str, verb: str, role: str) -> Scope:
    """How far `role` may do `verb` on `resource`; `none` for a verb the resource does not have.

    Raises UnknownPermission for a resource that stands nowhere in the table.
    """
    try:
        return GRANTS[(str(resource), str(verb), str(role))]
    except KeyError:
        if resource not in RESOURCES:
            raise UnknownPermission(resource) from None
        return Scope.NONE


def scope_for(resource: str, verb: str, place) -> Scope:
    """How far one active membership may do `verb` on `resource`: by its role, or by what it has in hand."""
    named = RESPONSIBLE.get((str(resource), str(verb)), ())
    if place.role == Role.IMPLEMENTATION_TEAM and set(named) & set(place.responsibilities):
        return Scope.ALL
    return scope_of(resource, verb, place.role)
