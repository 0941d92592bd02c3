import uuid
from dataclasses import dataclass

import pytest

from collaborative.tenancy import rules
from collaborative.tenancy.enums import TEAM_ROLES, Role

HERE, ELSEWHERE, MINE, THEIRS = uuid.uuid4(), uuid.uuid4(), uuid.uuid4(), uuid.uuid4()


@dataclass
class Giver:
    role: str
    collaborative_id: object = HERE
    team_id: object = None


@pytest.mark.parametrize(
    ("giver", "role", "place", "may"),
    [
        (Giver(Role.ORGANIZATION_ADMIN, None), Role.ORGANIZATION_ADMIN, (None, None), True),
        (Giver(Role.ORGANIZATION_ADMIN, None), Role.IMPLEMENTATION_TEAM, (HERE, None), True),
        (Giver(Role.IMPLEMENTATION_TEAM), Role.IMPLEMENTATION_TEAM, (HERE, None), False),
        (Giver(Role.IMPLEMENTATION_TEAM), Role.ORGANIZATION_ADMIN, (None, None), False),
        (Giver(Role.IMPLEMENTATION_TEAM), Role.FACULTY_COACH, (HERE, None), True),
        (Giver(Role.IMPLEMENTATION_TEAM), Role.FACULTY_COACH, (ELSEWHERE, None), False),
        (Giver(Role.IMPLEMENTATION_TEAM), Role.TEACHER, (HERE, THEIRS), True),
        (Giver(Role.TEAM_LEADER, HERE, MINE), Role.TEACHER, (HERE, MINE), True),
        (Giver(Role.TEAM_LEADER, HERE, MINE), Role.TEACHER, (HERE, THEIRS), False),
        (Giver(Role.TEAM_LEADER, HERE, MINE), Role.DIRECTOR, (HERE, None), False),
        (Giver(Role.SENIOR_LEADER, HERE, MINE), Role.FAMILY_PARTNER, (HERE, MINE), True),
        (Giver(Role.TEACHER, HERE, MINE), Role.TEACHER, (HERE, MINE), False),
        (Giver(Role.FACULTY_COACH), Role.TEACHER, (HERE, MINE), False),
        (Giver(Role.OBSERVER), Role.OBSERVER, (HERE, None), False),
    ],
)
def test_nobody_gives_more_than_they_hold(giver, role, place, may):
    assert rules.may_give(giver, role, *place) is may


@pytest.mark.capability("C015")
@pytest.mark.parametrize(
    ("roles", "notes"),
    [
        ([*TEAM_ROLES], []),
        ([*TEAM_ROLES, Role.TEACHER, Role.TEACHER, Role.TEACHER], []),
        ([*TEAM_ROLES, *[Role.TEACHER] * 4], ["large"]),
        ([Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.TEACHER], ["small", "no_family_partner"]),
        ([], ["no_senior_leader", "no_team_leader", "no_teacher", "no_family_partner"]),
    ],
)
def test_a_roster_is_remarked_on_kindly(roles, notes):
    assert rules.roster_notes(roles) == notes


@pytest.mark.capability("C007")
@pytest.mark.parametrize(("people", "note"), [(2, "small"), (3, ""), (6, ""), (7, "large")])
def test_a_project_team_has_three_to_six_people(people, note):
    assert rules.project_team_note(people) == note
