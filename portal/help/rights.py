"""The permission table as values for a page: what one role may do, resource by resource."""

from dataclasses import dataclass

from collaborative.tenancy import grants
from collaborative.tenancy.enums import Role, Scope, Verb

from .words import GROUPS


@dataclass(frozen=True)
class Right:
    """One resource: its name, and for each verb how far it reaches."""

    name: str
    reaches: tuple[tuple[str, str], ...]


def rights_of(role: str) -> list[tuple[str, list[Right]]]:
    """(heading, what the role may do there), without what it may not."""
    found = [(str(heading), list(_rights(role, resources))) for heading, resources in GROUPS]
    return [(heading, rights) for heading, rights in found if rights]


def _rights(role, resources):
    for resource, name in resources.items():
        reaches = tuple(
            (str(verb.label), str(Scope(scope).label))
            for verb in Verb
            if (scope := grants.scope_of(resource, verb, role)) != Scope.NONE
        )
        if reaches:
            yield Right(str(name), reaches)


def role_of(asked: str, roles) -> Role:
    """The role that was asked for, else the reader's own first one."""
    if asked in Role.values:
        return Role(asked)
    return Role(roles[0])
