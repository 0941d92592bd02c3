"""A small collaborative as a visitor with a browser finds it: two teams, a number with a past, one try that is shown.

Everything is committed, since another thread answers the browser.
"""

import datetime
import uuid
from types import SimpleNamespace

from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.actions import invitations
from collaborative.tenancy.enums import CollaborativeState, Responsibility, Role
from metrics import periods
from tests import factories
from tests.factories import framework, metrics, pdsa

ROOMS = [{"name": "Ladybugs", "families": 20}, {"name": "Sunflowers", "families": 26}]
COUNTS = (20, 22, 19, 24, 21, 25, 23, 28, 27, 29, 31)
BEGAN = datetime.timedelta(days=400)
TRY = "sing one song at the door before coming in"


def maple_and_cedar() -> SimpleNamespace:
    """The two teams with their people; `address` is where the collaborative's pages begin."""
    organization_id = uuid.uuid4()
    today = timezone.localdate()
    with entered(Context(organization=organization_id)):
        organization = factories.organization(id=organization_id, name="Harbor Partnership")
        collaborative = factories.collaborative(
            name="Feelings First", state=CollaborativeState.RUNNING, starts_on=today - BEGAN
        )
        framework.idea(framework.driver(framework.framework(collaborative), short_title="Calm mornings"))
        place = SimpleNamespace(
            organization=organization,
            collaborative=collaborative,
            address=f"/{organization.slug}/{collaborative.slug}/",
            maple=_team(collaborative, "Maple Street"),
            cedar=_team(collaborative, "Cedar Grove"),
        )
        place.rosa = _member(Role.TEACHER, "Rosa", team=place.maple, is_data_point_person=True)
        place.priya = _member(Role.TEAM_LEADER, "Priya", team=place.maple)
        place.tom = _member(Role.TEACHER, "Tom", team=place.cedar)
        place.amal = _member(
            Role.IMPLEMENTATION_TEAM,
            "Amal",
            collaborative=collaborative,
            responsibilities=[Responsibility.CENTER_COMMUNICATION],
        )
    return place


def shown_try(place):
    """Rosa's team shows a try to all."""
    return pdsa.cycle(place.rosa, what=TRY, audience="all")


def counted_weeks(place):
    """A number of Maple Street with eleven weeks counted; the week people would count now is still to come."""
    today = timezone.localdate()
    teams = (place.maple.pk,)
    context = Context(organization=place.organization.pk, teams=teams, number_teams=teams)
    with entered(context):
        by = place.rosa.person
        metric = metrics.metric(place.collaborative, by=by, on=today - BEGAN, name="Families we talked with")
        now = periods.to_count_now("week", today)
        weeks = periods.last_starts("week", periods.starts_before("week", now, 1), len(COUNTS))
        definition = metrics.definition(metric)
        for start, count in zip(weeks, COUNTS, strict=True):
            metrics.observation(place.maple, definition, start, by=by, on=today, numerator=count, denominator=46)
    return metric


def invited(place, email):
    """Priya asks a family partner onto her team."""
    by = place.priya.person
    with entered(Context(organization=place.organization.pk, person=by.pk, teams=(place.maple.pk,))):
        return invitations.invite(
            email=email, role=Role.FAMILY_PARTNER, first_name="Denise", team=place.maple, by=by, on=timezone.localdate()
        )


def rows(place, queryset, member):
    """What a member finds in a table, as a list."""
    teams = (member.team_id,)
    context = Context(organization=place.organization.pk, person=member.person_id, teams=teams, number_teams=teams)
    with entered(context):
        return list(queryset)


def _team(collaborative, name):
    return factories.team(collaborative, name="", center=factories.center(name=name, rooms=ROOMS))


def _member(role, first_name, **values):
    person = factories.person(first_name=first_name, family_name="", phone="555-0100")
    return factories.member(role, person=person, **values)
