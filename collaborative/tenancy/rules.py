"""Decisions about who belongs where, as pure functions of values."""

import datetime

from .enums import TEAM_ROLES, CollaborativeState, Role

VALID_DAYS = 14  # an invitation; ours
NO_IS_SHOWN = datetime.timedelta(days=90)  # how long the inviter reads who said no; ours
INVITATIONS_A_DAY = 20  # of one person from a team; ours
TEAM_SIZE = range(4, 8)  # C015: typically four to seven
PROJECT_TEAM_SIZE = range(3, 7)  # C007: three to six members
LOOK_AGAIN_AFTER = datetime.timedelta(days=182)  # a sharing agreement; ours: half a collaborative

# What who holds a role may hand on: never more than one's own reach.
GIVEN_BY_ADMIN = tuple(Role)
GIVEN_BY_PROJECT_TEAM = (*TEAM_ROLES, Role.FACULTY_COACH, Role.DIRECTOR, Role.OBSERVER, Role.APPLICANT)
GIVEN_BY_TEAM = TEAM_ROLES
PREPARING_ROLES = (Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM)
ON_THE_SAFE_SIDE = datetime.timedelta(seconds=10)  # what is about to leave counts as gone
QUIET_MINUTES = datetime.timedelta(minutes=10)  # after a house was opened, before its letters leave; ours
INVITING_TEAM_ROLES = (Role.SENIOR_LEADER, Role.TEAM_LEADER)


def roles_to_give(role: str) -> tuple[str, ...]:
    """The roles that somebody with `role` may give to others."""
    if role == Role.ORGANIZATION_ADMIN:
        return GIVEN_BY_ADMIN
    if role == Role.IMPLEMENTATION_TEAM:
        return GIVEN_BY_PROJECT_TEAM
    if role in INVITING_TEAM_ROLES:
        return GIVEN_BY_TEAM
    return ()


def may_give(giver, role: str, collaborative_id, team_id) -> bool:
    """Whether a giver's membership (`role`, `collaborative_id`, `team_id`) reaches far enough to give this one."""
    if role not in roles_to_give(giver.role):
        return False
    if giver.role == Role.ORGANIZATION_ADMIN:
        return True
    if giver.role == Role.IMPLEMENTATION_TEAM:
        return collaborative_id is not None and giver.collaborative_id == collaborative_id
    return team_id is not None and giver.team_id == team_id


def is_awake(role: str, collaborative) -> bool:
    """Whether a role holds at once: before a house is open, only those who prepare it come in."""
    is_building = collaborative is not None and collaborative.state == CollaborativeState.BUILDING
    return not is_building or role in PREPARING_ROLES


def roster_notes(roles: list[str]) -> list[str]:
    """What a team's roster makes one think of, kindly: keys of sentences, none where all is as the field has found."""
    notes = []
    if roles and len(roles) < TEAM_SIZE.start:
        notes.append("small")
    if len(roles) >= TEAM_SIZE.stop:
        notes.append("large")
    notes += [f"no_{role.value}" for role in TEAM_ROLES if role not in roles]
    return notes


def project_team_note(people: int) -> str:
    """The same for the project team."""
    if people < PROJECT_TEAM_SIZE.start:
        return "small"
    return "large" if people >= PROJECT_TEAM_SIZE.stop else ""


def is_open(invitation, now) -> bool:
    """Whether an invitation can still be answered."""
    return invitation.accepted_at is None and invitation.revoked_at is None and now < invitation.expires_at
