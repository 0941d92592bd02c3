"""Pages outside every organization speak the language the person reads inside."""

import pytest

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from tests import factories
from tests.signin.codes import CONFIRM, ask, code_of

OUTSIDE = ("/accounts/sessions/", "/accounts/2fa/", "/accounts/2fa/reauthenticate/")


@pytest.fixture
def reader(team):
    """Somebody who reads Spanish and signs in with a code, in a browser that asks for English."""
    member = factories.member(Role.FAMILY_PARTNER, team=team)
    Person.objects.filter(pk=member.person_id).update(language="es")
    return User.objects.get(pk=member.user_id)


def come_in(client, user):
    ask(client, user.email)
    client.post(CONFIRM, {"code": code_of(client)})


@pytest.mark.capability("C377")
@pytest.mark.parametrize("path", OUTSIDE)
def test_a_page_outside_speaks_as_the_person_reads(client, reader, path):
    come_in(client, reader)

    assert '<html lang="es"' in client.get(path, follow=True, headers={"accept-language": "en"}).content.decode()


def test_what_the_browser_was_told_by_a_tap_goes_first(client, reader):
    come_in(client, reader)
    client.cookies["django_language"] = "en"

    assert '<html lang="en"' in client.get("/accounts/sessions/").content.decode()


def test_after_signing_out_the_browser_is_asked_again(client, reader):
    come_in(client, reader)
    client.post("/accounts/logout/")

    assert '<html lang="en"' in client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()
