"""The world the pages are measured in: one organization with small and large collaboratives, and fifty beside it.

People, places and tries are made in bulk as the owner; numbers by one statement of the database.
"""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from collaborative.framework.models import CollaborativeChangeFramework, PrimaryDriver
from collaborative.isolation.context import tenant_context
from collaborative.people.models import User
from collaborative.tenancy.enums import CollaborativeState, Role
from collaborative.tenancy.models import Center, Collaborative, Membership, Organization, Person, Team
from metrics.models import Metric, MetricVersion

from . import numbers, words

SIZES = (8, 160)
WEEKLY, MONTHLY = "week", "month"
PERIODS = {MONTHLY: 24, WEEKLY: 104}
METRICS = 20
OTHERS, OTHER_CENTERS = 50, 20
YEARS = datetime.timedelta(days=1000)
MEASURED = "bench"
COUNTED = (
    "SELECT count(*) FROM metrics_observation WHERE organization_id {sign} "
    f"(SELECT id FROM tenancy_organization WHERE slug = '{MEASURED}')"
)


@dataclass(frozen=True)
class Place:
    """A collaborative of the measured organization: where it is, who looks at it, which metric is drawn."""

    centers: int
    collect: str
    organization: str
    collaborative: str
    manager: UUID
    teacher: UUID
    metric: UUID

    @property
    def address(self):
        return f"/{self.organization}/{self.collaborative}/"


@dataclass(frozen=True)
class World:
    places: tuple[Place, ...]
    own_numbers: int
    other_numbers: int

    def place(self, centers, collect):
        return next(one for one in self.places if (one.centers, one.collect) == (centers, collect))


def build(scratch, *, counts=True) -> World:
    """Make all of it, `counts` where numbers are wanted. The connection is the owner's."""
    for number in range(OTHERS):
        _organization(f"other-{number}", [(OTHER_CENTERS, MONTHLY)])
    places = _organization(MEASURED, [(centers, collect) for collect in PERIODS for centers in SIZES])
    if counts:
        numbers.fill(scratch, PERIODS)
    own, others = (int(scratch.sql(COUNTED.format(sign=sign))) for sign in ("=", "<>"))
    return World(tuple(places), own, others)


def _organization(slug, shapes):
    """An organization with a collaborative of each shape (centers, how often they count)."""
    organization = Organization(name=slug.title(), slug=slug)
    with tenant_context(organization.pk):
        organization.save(force_insert=True)
        most = max(centers for centers, _collect in shapes)
        centers = Center.objects.bulk_create(
            Center(name=f"Center {number:03}", slug=f"center-{number}", rooms=[{"name": "All", "families": 46}])
            for number in range(most)
        )
        people = [_person(f"Person{number}") for number in range(most)]
        manager = _person("Manager")
        Person.objects.bulk_create([*people, manager])
        return [_collaborative(organization, centers[:count], people, manager, collect) for count, collect in shapes]


def _person(name):
    return Person(first_name=name, family_name="Example", phone="555-0100")


def _collaborative(organization, centers, people, manager, collect):
    today = timezone.localdate()
    slug = f"of-{len(centers)}-by-{collect}"
    collaborative = Collaborative.objects.create(
        name=f"{len(centers)} centers, every {collect}", short_name=slug, slug=slug,
        starts_on=today - YEARS, state=CollaborativeState.RUNNING,
    )  # fmt: skip
    teams = Team.objects.bulk_create(Team(collaborative=collaborative, center=center) for center in centers)
    logins = {
        Role.IMPLEMENTATION_TEAM: _login(organization, slug, manager, "manager"),
        Role.TEACHER: _login(organization, slug, people[0], "teacher"),
    }
    of = {"organization": organization, "collaborative": collaborative, "on": today - YEARS}
    first = _member(Role.TEACHER, people[0], logins[Role.TEACHER], team=teams[0], **of)
    others = [_member(Role.TEACHER, person, None, team=team, **of) for person, team in zip(people, teams, strict=False)]
    staff = _member(Role.IMPLEMENTATION_TEAM, manager, logins[Role.IMPLEMENTATION_TEAM], **of)
    Membership.objects.bulk_create([staff, first, *others[1:]])
    drivers = _framework(collaborative, today)
    metrics = _metrics(collaborative, collect, today)
    words.fill(collaborative, teams, people, manager, drivers, today)
    return Place(
        len(centers), collect, organization.slug, slug,
        logins[Role.IMPLEMENTATION_TEAM], logins[Role.TEACHER], metrics[0].pk,
    )  # fmt: skip


def _login(organization, slug, person, name):
    return User.objects.create(email=f"{name}-{slug}@{organization.slug}.example").pk


def _member(role, person, user_id, *, organization, collaborative, on, team=None):
    return Membership(
        person=person, user_id=user_id, role=role, collaborative=collaborative, team=team, starts_on=on,
        organization_slug=organization.slug, organization_name=organization.name,
        collaborative_slug=collaborative.slug, collaborative_name=collaborative.name,
        place_name=team.center.name if team else "",
    )  # fmt: skip


def _framework(collaborative, today):
    framework = CollaborativeChangeFramework.objects.create(
        collaborative=collaborative, name="Framework", published_on=today
    )
    return PrimaryDriver.objects.bulk_create(
        PrimaryDriver(framework=framework, position=number, code=f"D{number}", short_title=f"Driver {number}")
        for number in range(1, 6)
    )


def _metrics(collaborative, collect, today):
    metrics = Metric.objects.bulk_create(
        Metric(collaborative=collaborative, key=f"m-{number}", name=f"Families we talked with {number}")
        for number in range(METRICS)
    )
    MetricVersion.objects.bulk_create(
        MetricVersion(
            metric=metric, starts_on=today - YEARS, kind="percentage", collect=collect,
            numerator_words="families we talked with", denominator_words="families in the rooms that counted",
        )
        for metric in metrics
    )  # fmt: skip
    return metrics
