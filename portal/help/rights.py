"""The permission table as values for a page: what one role may do, resource by resource."""

from dataclasses import dataclass

from collaborative.tenancy import grants
from collaborative.tenancy.enums import Role, Scope, Verb

from .words import GROUPS


@dataclass(frozen=True)
class Right:
    """One resource: its name, and what may be done with how much of it: (verbs, how far)."""

    name: str
    reaches: tuple[tuple[str, str], ...]


def rights_of(role: str) -> list[tuple[str, list[Right]]]:
    """(heading, what the role may do there), without what it may not."""
    found = [(str(heading), list(_rights(role, resources))) for heading, resources in GROUPS]
    return [(heading, rights) for heading, rights in found if rights]


def _rights(role, resources):
    for resource, name in resources.items():
        verbs_of = {}
        for verb in Verb:
            verbs_of.setdefault(grants.scope_of(resource, verb, role), []).append(str(verb.label))
        verbs_of.pop(Scope.NONE, None)
        if verbs_of:
            reaches = tuple((", ".join(verbs), str(scope.label)) for scope, verbs in verbs_of.items())
            yield Right(str(name), reaches)


def role_of(asked: str, roles) -> Role:
    """The role that was asked for, else the reader's own first one."""
    if asked in Role.values:
        return Role(asked)
    return Role(roles[0])
