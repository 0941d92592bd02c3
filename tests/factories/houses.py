"""Houses that are being prepared."""

import datetime

from collaborative.isolation.context import Context, current_organization_id, entered
from collaborative.outbox.models import Message
from collaborative.tenancy.actions.invitations import invite
from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.models import House, Person
from portal.starting.actions import start_collaborative
from tests import factories

TODAY = datetime.date.today()
FIRST = TODAY + datetime.timedelta(days=120)
DAYS = [FIRST + datetime.timedelta(days=120 * number) for number in range(4)]


def started(by=None, **values):
    """The house of a collaborative that was just started from the template."""
    made = start_collaborative(
        **{
            "template_key": "bsc-sel", "name": "Words and Stories", "short_name": "Words and Stories",
            "session_days": DAYS, "by": by, "on": TODAY, **values,
        }
    )  # fmt: skip
    return House.objects.select_related("collaborative").get(collaborative=made)


def admin():
    """The organization's admin, who starts things; their person."""
    return factories.member(
        Role.ORGANIZATION_ADMIN, person=factories.person(first_name="Nina", phone="555-0101")
    ).person


def colleague(house, **values):
    """Somebody of the project team of a house."""
    return factories.member(
        Role.IMPLEMENTATION_TEAM,
        collaborative=house.collaborative,
        responsibilities=[Responsibility.RELATIONSHIP_MANAGER],
        **values,
    ).person


def asked(house, by, *, role=Role.TEAM_LEADER, email="rosa@example.org", first_name="Rosa", team=None, **values):
    """Somebody who was asked in; the letter waits."""
    place = {"team": team or factories.team(house.collaborative)} if role == Role.TEAM_LEADER else {}
    place = place or {"collaborative": house.collaborative}
    return invite(email=email, first_name=first_name, role=role, by=by, on=TODAY, **place, **values)


def messages_to(email) -> list[dict]:
    """What lies in the outbox for somebody, the oldest first, read as that person."""
    found = []
    for person in Person.objects.filter(email=email).order_by("pk"):
        with entered(Context(organization=current_organization_id(), person=person.pk)):
            found += (
                Message.objects.filter(to=email).order_by("created_at", "pk").values("body", "not_before", "subject")
            )
    return found
