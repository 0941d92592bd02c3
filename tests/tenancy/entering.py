"""People of the tests, and their browsers."""

from django.test import Client

from collaborative.isolation.context import Context, entered
from tests import factories


def enter(membership):
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(membership.person.user)
    return client


def reread(organization, row):
    """The row as it is in the database now."""
    with entered(Context(organization=organization.pk)):
        return type(row).objects.get(pk=row.pk)


def named(first_name, role, **where):
    """A member with a name and a phone of their own."""
    return factories.member(
        role, person=factories.person(first_name=first_name, family_name="Vega", phone=f"555-{first_name}"), **where
    )
