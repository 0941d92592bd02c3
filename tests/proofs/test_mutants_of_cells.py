"""The proof has teeth: each cell of the permission table, flipped, is noticed as exactly that cell."""

import itertools

import pytest

from collaborative.tenancy import grants
from collaborative.tenancy.enums import TEAM_ROLES, Role, Scope, Verb
from tests.proofs.cells import unlike_written
from tests.proofs.expected_rights import TOTALS_ONLY

RESOURCES = [resource for resource in grants.RESOURCES if resource not in TOTALS_ONLY]
# One step further, and one step back, for who has a team, or teams one walks with.
STEPS = {
    **{(role, Scope.OWN): Scope.TEAM for role in TEAM_ROLES},
    **{(role, Scope.TEAM): Scope.ALL for role in (*TEAM_ROLES, Role.DIRECTOR)},
    (Role.FACULTY_COACH, Scope.ASSIGNED): Scope.ALL,
}
STEPS_BACK = {(role, wider): narrower for (role, narrower), wider in STEPS.items()}


def flips(resource):
    """(role, verb, another scope) for each cell, also for verbs the resource does not have: to nothing or all, and a
    step to either side."""
    for role, verb in itertools.product(Role.values, Verb.values):
        scope = grants.scope_of(resource, verb, role)
        others = {Scope.ALL if scope == Scope.NONE else Scope.NONE}
        others |= {steps[role, scope] for steps in (STEPS, STEPS_BACK) if (role, scope) in steps}
        yield from ((role, verb, other) for other in sorted(others))


@pytest.mark.capability("C375", "C005")
@pytest.mark.parametrize("resource", RESOURCES)
def test_a_flipped_cell_is_noticed_as_that_cell(resource, monkeypatch):
    unnoticed = []
    for role, verb, scope in flips(resource):
        with monkeypatch.context() as table:
            table.setitem(grants.GRANTS, (resource, str(verb), str(role)), scope)
            cells = {(of, what) for _relation, of, what in unlike_written(resource, roles=(role,))}
        if cells != {(role, verb)}:
            unnoticed.append((role, verb, str(scope), cells))

    assert unnoticed == []


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_flipped_cell_changes_nobody_elses_rights(resource, monkeypatch):
    for verb in Verb.values:
        role = Role.OBSERVER
        other = Scope.ALL if grants.scope_of(resource, verb, role) == Scope.NONE else Scope.NONE
        with monkeypatch.context() as table:
            table.setitem(grants.GRANTS, (resource, str(verb), str(role)), other)

            assert {cell[1:] for cell in unlike_written(resource)} == {(role, verb)}
