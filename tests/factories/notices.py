"""A center that counts, with somebody of the project team who writes to it and phones."""

import datetime
from types import SimpleNamespace

from collaborative.outbox.models import Message
from collaborative.tenancy.enums import CollaborativeState, Responsibility, Role
from pdsa.actions import cycles
from portal.notices.models import FriendlyCall
from tests import factories
from tests.factories import metrics

OCTOBER = datetime.date(2026, 10, 1)
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
TUESDAY = datetime.date(2026, 11, 10)
TUESDAY_MORNING = datetime.datetime(2026, 11, 10, 15, tzinfo=datetime.UTC)  # 10:00 in New York


def person(role, first_name, **values):
    """A member with an address to write to; `team` or `collaborative` says where."""
    details = {name: values.pop(name) for name in ("phone", "language", "quiet_from", "quiet_until") if name in values}
    someone = factories.person(first_name=first_name, family_name="", **details)
    member = factories.member(role, person=someone, **values)
    someone.email = f"{first_name.lower()}@example.org"
    someone.save(update_fields=["email"])
    return member.person


def maple_street(*, collect="month", **values):
    """Maple Street, where Rosa enters numbers; Amal of the project team writes to her."""
    collaborative = factories.collaborative(
        slug="sel", state=CollaborativeState.RUNNING, starts_on=datetime.date(2026, 10, 1), **values
    )
    team = factories.team(collaborative, center=factories.center(name="Maple Street"))
    found = SimpleNamespace(
        collaborative=collaborative,
        team=team,
        rosa=person(Role.TEACHER, "Rosa", team=team, is_data_point_person=True),
        leader=person(Role.TEAM_LEADER, "Denise", team=team),
        amal=person(
            Role.IMPLEMENTATION_TEAM,
            "Amal",
            collaborative=collaborative,
            phone="555-0175",
            responsibilities=[Responsibility.CENTER_COMMUNICATION],
        ),
    )
    found.metric = metrics.metric(collaborative, collect=collect, on=datetime.date(2026, 10, 1), by=found.rosa)
    return found


def call(place, **values):
    return FriendlyCall.objects.create(
        **{
            "collaborative": place.collaborative,
            "team": place.team,
            "helper": place.amal,
            "why": "A new team leader.",
            "since": TUESDAY,
            **values,
        }
    )


def messages():
    """What lies in the outbox, the oldest first."""
    return list(Message.objects.order_by("created_at", "pk"))


def came_in(place, start=OCTOBER):
    """Maple Street put in the numbers of a period."""
    return metrics.observation(place.team, metrics.definition(place.metric), start, on=datetime.date(2026, 12, 1))


def try_of(place, look_back_on, **values):
    """A try the leader leads, with a day to look back."""
    return cycles.start_cycle(
        team=place.team, what="Sing", by=place.leader, on=look_back_on - WEEK, look_back_on=look_back_on, **values
    )
