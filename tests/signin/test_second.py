"""A second key for those who see or give much: asked for at every door of theirs, again before the careful ones."""

import time

import pytest
import time_machine
from allauth.mfa.totp.internal import auth
from django.test import Client
from django.urls import reverse

from collaborative.isolation.context import Context, entered
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from tests import factories
from tests.proofs import walking
from tests.proofs.conftest import standing_world, world  # noqa: F401
from tests.proofs.expected_urls import addresses
from tests.signin.codes import CONFIRM, ask, code_of

REAUTHENTICATE = "/accounts/2fa/reauthenticate/"


@pytest.fixture(autouse=True)
def asked_for(settings):
    settings.SECOND_FACTOR = True


@pytest.fixture
def here(organization, team):
    return f"/{organization.slug}/{team.collaborative.slug}/"


def signed_in(user, code=""):
    client = Client()
    ask(client, user.email)
    client.post(CONFIRM, {"code": code_of(client)})
    if code:
        client.post("/accounts/2fa/authenticate/", {"code": code})
    return client


def code_now(secret):
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30))


def with_app(user):
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    return secret


@pytest.mark.parametrize(
    ("role", "asked"), [(role, role in ("organization_admin", "implementation_team")) for role in Role.values]
)
def test_a_role_that_sees_much_is_led_to_a_second_key_first(organization, team, here, role, asked):
    member = factories.member(role, team=team, collaborative=team.collaborative)
    client = signed_in(member.person.user)

    answer = client.get(here + "help/")

    led = "/accounts/second/?next=%2F" in answer.headers.get("Location", "")
    assert (answer.status_code, led) == ((302, True) if asked else (200, False))


def test_without_one_no_door_of_either_role_opens(world, client):  # noqa: F811
    for role in (Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN):
        client.force_login(User.objects.get(pk=world.people["A", role].user_id))
        statuses = set()
        for name, (_resource, _verb, what) in addresses().items():
            door = walking.routes()[name]
            if what == "-" and "GET" in door[3]:
                slugs = ["world-a"] if door[0] == "organization" else ["world-a", "here"]
                answer = walking.answer(client, "GET", reverse(name, args=slugs))
                led = answer.headers.get("Location", "").startswith("/accounts/second/")
                statuses.add("led to a second key" if led else answer.status_code)

        assert statuses <= {"led to a second key", 403}


def test_it_is_off_where_it_is_not_asked_for(organization, team, here, settings):
    settings.SECOND_FACTOR = False
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=team.collaborative)

    assert signed_in(manager.person.user).get(here + "help/").status_code == 200


def test_what_was_typed_is_given_back(organization, team, here):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=team.collaborative)

    page = signed_in(manager.person.user).post(here + "noticing/", {"question": "changed", "text": "They talk more."})

    assert page.status_code == 403
    assert "They talk more." in page.content.decode()
    assert "One more key" in page.content.decode()


def test_with_one_the_doors_open_and_the_page_leads_on(organization, team, here):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=team.collaborative)
    secret = with_app(manager.person.user)

    client = signed_in(manager.person.user, code_now(secret))

    assert client.get(here + "help/").status_code == 200
    assert client.get("/accounts/second/?next=" + here).url == here
    assert client.get("/accounts/second/?next=https://evil.example/").url == "/"


def test_a_role_is_given_only_with_the_key_shown_lately_and_the_form_goes_on_by_itself(organization, team, here):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=team.collaborative)
    teacher = factories.member(Role.TEACHER, team=team)
    secret = with_app(manager.person.user)
    client = signed_in(manager.person.user, code_now(secret))
    form = {"person": teacher.person_id, "place": f"team_leader:{team.pk}", "starts_on": "2026-11-01"}
    address = here + "people/roles/give/"

    soon = client.get(address).status_code
    with time_machine.travel(time.time() + 601):
        waits = client.post(address, form)
        in_between = roles_of(organization, teacher)
        wrong = client.post(waits.url, {"code": "000000"})
        given = client.post(waits.url, {"code": code_now(secret)})

    assert (soon, waits.status_code, wrong.status_code, given.status_code) == (200, 302, 200, 302)
    assert waits.url.startswith(REAUTHENTICATE)
    assert in_between == {Role.TEACHER}
    assert roles_of(organization, teacher) == {Role.TEACHER, Role.TEAM_LEADER}


def test_numbers_are_taken_out_only_with_the_key_shown_lately(organization, team, here):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=team.collaborative)
    secret = with_app(manager.person.user)
    client = signed_in(manager.person.user, code_now(secret))
    address = f"{here}metrics/teams/{team.pk}/export/"

    soon = client.get(address).status_code
    with time_machine.travel(time.time() + 601):
        later = client.get(address)

    assert soon == 200
    assert later.url.startswith(REAUTHENTICATE)


def roles_of(organization, member):
    with entered(Context(organization=organization.pk)):
        return set(Membership.objects.filter(person_id=member.person_id).values_list("role", flat=True))
