"""Who is who, as plain values for pages: names as far as this reader may see them, phones likewise."""

from dataclasses import dataclass, field
from uuid import UUID

from . import grants, rules
from .actors import can
from .enums import TEAM_ROLES, Responsibility, Role, Scope, ShownAs, Verb
from .naming import by_role
from .spoken import named

STAFF = (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)


@dataclass(frozen=True)
class Card:
    """One person in one role, as this reader sees them."""

    membership_id: UUID
    person_id: UUID
    name: str
    role: str
    line: str
    phone: str
    how_to_reach: str
    email: str
    languages: tuple[str, ...] = ()
    photo: UUID | None = None
    place: str = ""
    has_in_hand: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_me: bool = False
    leads: bool = False
    is_data_point_person: bool = False
    is_key_contact: bool = False
    may_change: bool = False


@dataclass
class TeamCards:
    """A team with its people; `mine` where the reader belongs to it."""

    team: object
    cards: list = field(default_factory=list)
    coaches: list = field(default_factory=list)
    mine: bool = False


def card_of(actor, membership, beside=(), faces=None) -> Card:
    """A membership as a card for `actor`, with the photo in `faces`. The person comes with it, no query is made."""
    person = membership.person
    open_to_me = _knows(actor, membership)
    is_named = shows_face(actor, membership)
    contact = person.pk == actor.person_id or _may_call(actor, membership)
    return Card(
        membership_id=membership.pk,
        person_id=person.pk,
        name=_name(person, membership, open_to_me),
        role=str(Role(membership.role).label),
        line=person.line if open_to_me else "",
        phone=person.phone if contact else "",
        how_to_reach=person.how_to_reach if contact else "",
        email=person.email if contact else "",
        languages=named(person.languages) if is_named else (),
        photo=(faces or {}).get(person.pk) if is_named else None,
        place=membership.team.center.name if membership.team_id else "",
        has_in_hand=tuple(str(Responsibility(item).label) for item in membership.responsibilities),
        beside=tuple(beside),
        is_me=person.pk == actor.person_id,
        may_change=_may_change(actor, membership),
        leads=membership.leads_collaborative,
        is_data_point_person=membership.is_data_point_person,
        is_key_contact=membership.is_key_contact,
    )


def shows_face(actor, membership) -> bool:
    """Whether `actor` knows this person here by name, and so may see the photo."""
    return _knows(actor, membership) or membership.person.shown_as == ShownAs.FIRST_NAME


def _may_call(actor, membership) -> bool:
    return can(actor, "read", "contact.staff" if membership.role in STAFF else "contact", membership)


def _may_change(actor, membership) -> bool:
    """Whether the page that changes this role is open to `actor`: the same question as that page asks."""
    place = (membership.role, membership.collaborative_id, membership.team_id)
    return any(
        rules.may_give(held, *place)
        for held in actor.memberships
        if grants.scope_of("membership", Verb.WRITE, held.role) != Scope.NONE
    )


def _knows(actor, membership) -> bool:
    """Names are open within a team, and towards coaches and the project team; other teams read what one chose."""
    if membership.role not in TEAM_ROLES or actor.person_id == membership.person_id:
        return True
    if actor.has_role(Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH):
        return True
    return membership.team_id in actor.member_team_ids


def _name(person, membership, open_to_me):
    if open_to_me:
        return person.full_name
    if person.shown_as == ShownAs.FIRST_NAME:
        return person.first_name
    return by_role(membership.role)


def in_teams(actor, teams, memberships, assignments, faces=None) -> list[TeamCards]:
    """Teams with the cards of their people and the names of their coaches, one's own team first."""
    groups = {team.pk: TeamCards(team, mine=team.pk in actor.own_team_ids) for team in teams}
    for membership in memberships:
        if membership.team_id in groups:
            groups[membership.team_id].cards.append(card_of(actor, membership, faces=faces))
    for assignment in assignments:
        if assignment.team_id in groups:
            groups[assignment.team_id].coaches.append(assignment.person.full_name)
    return sorted(groups.values(), key=lambda group: not group.mine)


def of_staff(actor, memberships, assignments, role, faces=None) -> list[Card]:
    """The cards of the project team or the coaches; a coach's with the centers they walk beside."""
    beside = {}
    for assignment in assignments:
        beside.setdefault(assignment.person_id, []).append(assignment.team.center.name)
    return [
        card_of(actor, membership, beside.get(membership.person_id, ()) if role == Role.FACULTY_COACH else (), faces)
        for membership in memberships
        if membership.role == role
    ]
