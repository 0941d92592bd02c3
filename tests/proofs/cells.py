"""Every cell of the permission table asked on plain values, without a database: what differs from what was written."""

import itertools
import uuid
from dataclasses import dataclass

from collaborative.tenancy.actors import Actor, Place, can
from collaborative.tenancy.enums import TEAM_ROLES, Role, Verb
from tests.proofs.expected_rights import expected_rights

ORGANIZATION = uuid.uuid4()
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


ALLOWED = expected_rights()


def unlike_written(resource, roles=tuple(Role.values), verbs=tuple(Verb.values)):
    """{(relation, role, verb)}: where the permission table says otherwise than the rights written by hand."""
    return {
        (relation, role, verb)
        for role in roles
        for relation, verb in itertools.product(RELATIONS, verbs)
        if can(actor_as(role), verb, resource, ROWS[relation]) != ((resource, relation, role, verb) in ALLOWED)
    }
