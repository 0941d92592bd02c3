"""Every cell of the permission table against the rights written by hand, on plain values, without a database."""

import itertools
import uuid
from dataclasses import replace

import pytest

from collaborative.tenancy import grants
from collaborative.tenancy.actors import can
from collaborative.tenancy.enums import Role, Scope, Verb
from tests.proofs.cells import ROWS, actor_as, unlike_written
from tests.proofs.expected_rights import TOTALS_ONLY, expected_rights

OTHER_ORGANIZATION = uuid.uuid4()
RESOURCES = [resource for resource in grants.RESOURCES if resource not in TOTALS_ONLY]


@pytest.mark.capability("C375", "C005")
@pytest.mark.parametrize("resource", RESOURCES)
def test_every_cell_is_as_written_by_hand(resource):
    assert unlike_written(resource) == set()


def test_every_resource_is_written_by_hand():
    assert {right[0] for right in expected_rights()} | set(TOTALS_ONLY) == set(grants.RESOURCES)


@pytest.mark.parametrize("resource", RESOURCES)
def test_nothing_reaches_into_another_organization(resource):
    for role, verb, row in itertools.product(Role.values, Verb.values, ROWS.values()):
        foreign = replace(row, organization_id=OTHER_ORGANIZATION)

        assert can(actor_as(role), verb, resource, foreign) is False


def test_totals_are_totals_for_everybody_but_applicants():
    cells = {role: grants.scope_of("middle_line", Verb.READ, role) for role in Role.values}

    assert cells == {role: Scope.NONE if role == Role.APPLICANT else Scope.AGGREGATE for role in Role.values}
    for role in Role.values:
        assert not any(can(actor_as(role), "read", "middle_line", row) for row in ROWS.values())
