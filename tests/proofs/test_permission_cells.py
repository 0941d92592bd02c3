"""Every cell of the permission table against the rights written by hand, on plain values, without a database."""

import itertools
import uuid
from dataclasses import dataclass, replace

import pytest

from collaborative.tenancy import grants
from collaborative.tenancy.actors import Actor, Place, can
from collaborative.tenancy.enums import TEAM_ROLES, Role, Scope, Verb
from tests.proofs.expected_rights import TOTALS_ONLY, expected_rights

ORGANIZATION, OTHER_ORGANIZATION = uuid.uuid4(), uuid.uuid4()
HERE, ELSEWHERE = uuid.uuid4(), uuid.uuid4()
MINE, THEIRS, FAR = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
ME, SOMEBODY = uuid.uuid4(), uuid.uuid4()
MY_GROUP, OTHER_GROUP = uuid.uuid4(), uuid.uuid4()
RELATIONS = ("author", "own", "group", "other", "elsewhere")


@dataclass(frozen=True)
class Row:
    organization_id: uuid.UUID
    collaborative_id: uuid.UUID
    team_id: uuid.UUID
    author_id: uuid.UUID
    group_id: uuid.UUID


ROWS = {
    "author": Row(ORGANIZATION, HERE, MINE, ME, MY_GROUP),
    "own": Row(ORGANIZATION, HERE, MINE, SOMEBODY, OTHER_GROUP),
    "group": Row(ORGANIZATION, HERE, MINE, SOMEBODY, MY_GROUP),
    "other": Row(ORGANIZATION, HERE, THEIRS, SOMEBODY, OTHER_GROUP),
    "elsewhere": Row(ORGANIZATION, ELSEWHERE, FAR, SOMEBODY, OTHER_GROUP),
}


def actor_as(role):
    """Someone with this one role in HERE, at the center of MINE (a coach is assigned to it)."""
    own = (MINE,) if role in TEAM_ROLES or role == Role.DIRECTOR else ()
    place = Place(
        id=uuid.uuid4(),
        role=role,
        organization_id=ORGANIZATION,
        collaborative_id=None if role == Role.ORGANIZATION_ADMIN else HERE,
        team_id=MINE if role in TEAM_ROLES else None,
        center_id=None,
        team_ids=own,
        assigned_team_ids=(MINE,) if role == Role.FACULTY_COACH else (),
    )
    in_group = role in (*TEAM_ROLES, Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM)
    return Actor(
        user_id=uuid.uuid4(),
        person_id=ME,
        organization_id=ORGANIZATION,
        organization_slug="o",
        organization_name="O",
        collaborative_id=HERE,
        collaborative_slug="c",
        collaborative_name="C",
        memberships=(place,),
        group_ids=(MY_GROUP,) if in_group else (),
        collaborative_team_ids=(MINE, THEIRS),
    )


RESOURCES = [resource for resource in grants.RESOURCES if resource not in TOTALS_ONLY]


@pytest.mark.capability("C375", "C005")
@pytest.mark.parametrize("resource", RESOURCES)
def test_every_cell_is_as_written_by_hand(resource):
    allowed = expected_rights()
    cells = itertools.product(RELATIONS, Role.values, Verb.values)

    found = {
        (relation, role, verb): can(actor_as(role), verb, resource, ROWS[relation]) for relation, role, verb in cells
    }

    assert found == {
        (relation, role, verb): (resource, relation, role, verb) in allowed for relation, role, verb in found
    }


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
