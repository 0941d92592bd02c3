"""Who is asking: a person with all memberships that are active today in one organization or collaborative."""

from dataclasses import dataclass, field
from uuid import UUID

from . import grants
from .enums import TEAM_ROLES, Audience, Responsibility, Scope, Verb

# What goes on in a collaborative that has finished: centers may count, and everybody looks after what is theirs.
GOES_ON = frozenset(
    {"number", "report", "draft", "profile", "pause", "collaborative", "membership", "organization", "center", "person",
     "card", "tablet", "pin"}
)  # fmt: skip
READING = (Verb.READ, Verb.EXPORT)


@dataclass(frozen=True)
class Place:
    """One active membership: the role, where, and the teams it reaches."""

    id: UUID
    role: str
    organization_id: UUID
    collaborative_id: UUID | None
    team_id: UUID | None
    center_id: UUID | None
    responsibilities: tuple[str, ...] = ()
    leads_collaborative: bool = False
    is_data_point_person: bool = False
    team_ids: tuple[UUID, ...] = ()
    assigned_team_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Agreed:
    """What the teams' agreement lets new words start with here, and whether this person's own team pauses.

    Before there is an agreement nothing goes to other teams by itself.
    """

    new_tries: str = Audience.TEAM_STAFF
    scores_by_name: bool = False
    numbers_by_name: bool = False
    photos_to_all: bool = False
    is_made: bool = False
    own_team_pauses: bool = False

    @property
    def first_rung(self) -> str:
        """Who sees a new try, unless whoever leads it chooses otherwise."""
        wide = self.new_tries == Audience.ALL and self.own_team_pauses
        return Audience.TEAM_STAFF if wide else self.new_tries

    @property
    def photos_go_further(self) -> bool:
        return self.photos_to_all and not self.own_team_pauses


@dataclass(frozen=True)
class Preview:
    """A look at a house through the eyes of a role: which, at which center, and who looks."""

    role: str
    place_name: str
    seen_by: "Actor"


@dataclass(frozen=True)
class Actor:
    """A person and what they are here today. Immutable; made anew on every request, so changes bite at once."""

    user_id: UUID
    person_id: UUID
    organization_id: UUID
    organization_slug: str
    organization_name: str
    collaborative_id: UUID | None
    collaborative_slug: str
    collaborative_name: str
    memberships: tuple[Place, ...]
    group_ids: tuple[UUID, ...] = ()
    circle_ids: tuple[UUID, ...] = ()  # groups run by their members, which a room above keeps
    moderated_ids: tuple[UUID, ...] = ()  # collaboratives where this person reads what worries somebody
    collaborative_team_ids: tuple[UUID, ...] = ()
    number_team_ids: tuple[UUID, ...] = ()
    left_team_ids: tuple[UUID, ...] = ()  # teams of this collaborative whose center left
    hushed_team_ids: tuple[UUID, ...] = ()  # those of them that took back their words
    agreed: Agreed = Agreed()
    person: dict | None = None
    today: object = None
    is_closed: bool = False  # the collaborative has finished: what is there is read, and little is written
    is_building: bool = False  # the house is not open yet
    vocabulary: dict = field(default_factory=dict)  # what is said in place of our nouns here
    preview: "Preview | None" = None  # somebody who prepares the house looks at it as this role

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(place.role for place in self.memberships)

    @property
    def team_id(self) -> UUID | None:
        """The team this person belongs to here, the first by membership; None for staff."""
        return next((place.team_id for place in self.memberships if place.team_id), None)

    def has_role(self, *roles) -> bool:
        return any(place.role in roles for place in self.memberships)

    def has_responsibility(self, responsibility: Responsibility) -> bool:
        return any(responsibility in place.responsibilities for place in self.memberships)

    @property
    def member_team_ids(self) -> tuple[UUID, ...]:
        """The teams this person is on: among themselves people go by their names."""
        on_team = (place for place in self.memberships if place.role in TEAM_ROLES)
        return tuple(dict.fromkeys(team for place in on_team for team in place.team_ids))

    @property
    def own_team_ids(self) -> tuple[UUID, ...]:
        """The teams this person is on, and those of the center they direct."""
        return tuple(dict.fromkeys(team for place in self.memberships for team in place.team_ids))

    @property
    def assigned_team_ids(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(team for place in self.memberships for team in place.assigned_team_ids))


@dataclass(frozen=True)
class TeamRow:
    """A team seen as a row of itself: `can(actor, verb, "team", TeamRow.of(team))`."""

    organization_id: UUID
    collaborative_id: UUID
    team_id: UUID

    @classmethod
    def of(cls, team):
        return cls(team.organization_id, team.collaborative_id, team.pk)


def can(actor: Actor, verb: str, resource: str, row=None) -> bool:
    """Whether `actor` may do `verb` on `resource`, on `row` when one is given (by its own columns, without a query).

    Without a row: whether there is anything at all the actor may do it on.
    """
    if actor.is_closed and verb not in READING and resource.partition(".")[0] not in GOES_ON:
        return False
    if row is None:
        lines = grants.lines_of(resource)
        return any(grants.scope_for(line, verb, place) != Scope.NONE for line in lines for place in actor.memberships)
    scopes = [(place, grants.scope_for(resource, verb, place)) for place in actor.memberships]
    if row.organization_id != actor.organization_id:
        return False
    return any(_reaches(actor, place, scope, row) for place, scope in scopes)


def can_on_rung(actor: Actor, verb: str, resource: str, row) -> bool:
    """`can` for a row with an audience: its rung names the line of the permission table."""
    return can(actor, verb, f"{resource}.{row.audience}", row)


def _reaches(actor, place, scope, row) -> bool:
    team_id = getattr(row, "team_id", None)
    if scope == Scope.ALL:
        return place.collaborative_id is None or place.collaborative_id == _collaborative_of(actor, row)
    if scope == Scope.ASSIGNED:
        return team_id in place.assigned_team_ids
    if scope == Scope.TEAM:
        return team_id in place.team_ids
    if scope == Scope.GROUP:
        return row.group_id in actor.group_ids or getattr(row, "circle_id", None) in actor.circle_ids
    if scope == Scope.OWN:
        return getattr(row, "author_id", None) == actor.person_id
    return False


def _collaborative_of(actor, row):
    own = getattr(row, "collaborative_id", None)
    if own is not None:
        return own
    team_id = getattr(row, "team_id", None)
    return actor.collaborative_id if team_id is None or team_id in actor.collaborative_team_ids else None
