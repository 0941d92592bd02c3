"""Everybody one gathering of notices needs to know of: teams, who is in them, who writes to whom, and when."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from collaborative.discussion.readers import among_rows
from collaborative.schedule.models import Closure
from collaborative.schedule.public_holidays import holidays_of
from collaborative.tenancy.enums import CollaborativeState, Responsibility, Role
from collaborative.tenancy.models import House, Membership, Organization, Person, Team

from . import rules
from .rules import Hours

# Who writes and phones: the first of the project team who has one of these in hand.
WRITES = (Responsibility.RELATIONSHIP_MANAGER, Responsibility.CENTER_COMMUNICATION, Responsibility.PROJECT_MANAGER)
WRITES_TO_FAMILIES = (Responsibility.FAMILY_LIAISON, *WRITES)
CLOSED_BACK = timedelta(days=100)  # closed days of the past matter for periods that could not be counted


@dataclass
class World:
    """One organization as it is today: `members` and `staff` are active memberships by team and collaborative."""

    organization: Organization
    today: date
    teams: dict[UUID, Team]
    members: dict[UUID, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    staff: dict[UUID, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    here: dict[UUID, list[Membership]] = field(default_factory=lambda: defaultdict(list))  # all of a collaborative
    own_teams: dict[UUID, list[Team]] = field(default_factory=lambda: defaultdict(list))  # by person
    closed: dict[UUID, set[date]] = field(default_factory=lambda: defaultdict(set))  # by center
    holidays: frozenset[date] = frozenset()
    vocabularies: dict[UUID, dict] = field(default_factory=dict)  # own words, by collaborative

    def teams_of(self, person_id) -> list[Team]:
        """The teams a person belongs to."""
        return self.own_teams.get(person_id, [])

    def collaborative(self, collaborative_id):
        """A collaborative that is not closed."""
        return next(team.collaborative for team in self.teams.values() if team.collaborative_id == collaborative_id)

    @property
    def collaborative_ids(self) -> set[UUID]:
        """Those that are open, and not closed."""
        return {team.collaborative_id for team in self.teams.values()}

    @cached_property
    def persons(self) -> dict[UUID, Person]:
        """Everybody who takes part somewhere."""
        return {row.person_id: row.person for rows in self.here.values() for row in rows}

    def who_enters(self, team_id) -> Person | None:
        """Who puts in a team's numbers: its data point person, else its leader."""
        rows = self.members[team_id]
        named = [row for row in rows if row.is_data_point_person] or [
            row for row in rows if row.role == Role.TEAM_LEADER
        ]
        return named[0].person if named else None

    def helper(self, collaborative_id, *, for_family=False, team=None) -> Person | None:
        """The named person who writes to the centers of a collaborative and phones them; first a center's own."""
        wanted = WRITES_TO_FAMILIES if for_family else WRITES
        rows = self.staff[collaborative_id]

        def place(row):
            if team is not None and not for_family and row.person_id == team.point_person_id:
                return -1
            return min((wanted.index(own) for own in row.responsibilities if own in wanted), default=len(wanted))

        return min(rows, key=place).person if rows else None

    def is_family_partner(self, person_id) -> bool:
        roles = {row.role for rows in self.members.values() for row in rows if row.person_id == person_id}
        return roles == {Role.FAMILY_PARTNER}

    def who_reads(self, post, people: set[UUID], groups: dict) -> set[UUID]:
        """Of these people, those who may read a post today. `groups` remembers who is in which group."""
        rows = [row for row in self.here[post.collaborative_id] if row.person_id in people]
        return {row.person_id for row in among_rows(rows, post, groups)}

    def hours_of(self, person: Person) -> Hours:
        """When this person may be written to."""
        silent = set(self.holidays)
        for team in self.teams_of(person.pk):
            silent |= self.closed[team.center_id]
        return Hours(
            zone=person.time_zone or self.organization.time_zone,
            quiet_from=person.quiet_from or rules.QUIET_FROM,
            quiet_until=person.quiet_until or rules.QUIET_UNTIL,
            weekends=person.weekend_mail,
            silent=frozenset(silent),
        )


def world_of(organization_id: UUID, now) -> World:
    """Read it, in six queries; for a task inside the organization."""
    organization = Organization.objects.get(pk=organization_id)
    today = timezone.localdate(now, zone_of(organization))
    teams = Team.objects.filter(hidden_at=None, collaborative__hidden_at=None).select_related("center", "collaborative")
    silent = (CollaborativeState.BUILDING, CollaborativeState.CLOSED)  # not open yet, or finished
    open_ones = teams.taking_part(on=today).exclude(collaborative__state__in=silent).order_by("created_at", "pk")
    world = World(organization, today, {team.pk: team for team in open_ones}, holidays=holidays_of(organization, today))
    active = Membership.objects.on(today).accepted().filter(person__hidden_at=None).select_related("person")
    taking_part = world.collaborative_ids
    for row in active.order_by("created_at", "pk"):
        if row.collaborative_id in taking_part:
            world.here[row.collaborative_id].append(row)
        if row.team_id in world.teams:
            world.members[row.team_id].append(row)
            world.own_teams[row.person_id].append(world.teams[row.team_id])
        elif row.role == Role.IMPLEMENTATION_TEAM:
            world.staff[row.collaborative_id].append(row)
    houses = House.objects.shown().exclude(vocabulary={})
    world.vocabularies.update(houses.values_list("collaborative_id", "vocabulary"))
    for closure in Closure.objects.shown().filter(ends_on__gte=today - CLOSED_BACK):
        world.closed[closure.center_id].update(rules.days_between(closure.starts_on, closure.ends_on))
    return world


def zone_of(organization):
    return ZoneInfo(organization.time_zone)
