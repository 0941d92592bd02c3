"""Organizations, collaboratives, centers, teams and the people in them."""

import datetime
import itertools

from collaborative.isolation.context import current_organization_id
from collaborative.people.models import User
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import (
    Center,
    CoachAssignment,
    Collaborative,
    Membership,
    Organization,
    Person,
    Team,
)

LONG_AGO = datetime.date(2020, 1, 1)
_numbers = itertools.count(1)


def organization(**values):
    number = next(_numbers)
    return Organization.objects.create(**{"name": f"Organization {number}", "slug": f"organization-{number}", **values})


def here():
    """The organization of the running context."""
    return Organization.objects.get(pk=current_organization_id())


def collaborative(**values):
    number = next(_numbers)
    return Collaborative.objects.create(
        **{
            "name": f"Collaborative {number}",
            "short_name": f"C{number}",
            "slug": f"collaborative-{number}",
            "starts_on": LONG_AGO,
            **values,
        }
    )


def center(**values):
    number = next(_numbers)
    return Center.objects.create(**{"name": f"Center {number}", "slug": f"center-{number}", **values})


def team(collaborative, **values):
    values.setdefault("center", None)
    if values["center"] is None:
        values["center"] = center()
    return Team.objects.create(**{"collaborative": collaborative, "name": f"Team {next(_numbers)}", **values})


def person(**values):
    number = next(_numbers)
    return Person.objects.create(**{"first_name": f"First{number}", "family_name": f"Family{number}", **values})


def login_of(person):
    """A login for a person who has none, with an address of their own."""
    user = User.objects.create_user(email=f"person-{next(_numbers)}@example.org")
    person.user = user
    person.email = user.email
    person.save(update_fields=["user", "email"])
    Membership.objects.filter(person=person).update(user_id=user.pk)
    return user


def member(role, *, collaborative=None, team=None, center=None, person=None, **values):
    """A membership of a (new) person with a login: in a team for team roles, else in the collaborative."""
    person = person or globals()["person"]()
    user = person.user or login_of(person)
    organization = here()
    if team is not None:
        collaborative = team.collaborative
    place = {"collaborative": None if role == Role.ORGANIZATION_ADMIN else collaborative}
    if role in TEAM_ROLES:
        place["team"] = team
    if role == Role.DIRECTOR:
        place["center"] = center or team.center
    return Membership.objects.create(
        **{
            "person": person,
            "user_id": user.pk,
            "role": role,
            "starts_on": LONG_AGO,
            "organization_slug": organization.slug,
            "organization_name": organization.name,
            "collaborative_slug": collaborative.slug if collaborative else "",
            "collaborative_name": collaborative.name if collaborative else "",
            "place_name": str(team) if team else "",
            **place,
            **values,
        }
    )


def assignment(person, team, **values):
    return CoachAssignment.objects.create(**{"person": person, "team": team, "starts_on": LONG_AGO, **values})
