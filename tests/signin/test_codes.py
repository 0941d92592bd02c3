"""Signing in with a code: for whom we know, for whom we do not, and for a room of 150 people."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from collaborative.outbox.models import Message
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from tests import factories
from tests.conftest import connect_as
from tests.signin.codes import CONFIRM, HIDDEN, LOGIN, ask, code_of


@pytest.mark.capability("C006")
def test_a_code_opens_the_one_place_of_a_teacher(client, organization, collaborative, team):
    teacher = factories.member(Role.TEACHER, team=team)
    email = teacher.person.email

    asked = ask(client, email)
    came_in = client.post(CONFIRM, {"code": code_of(client)})
    places = client.get("/")

    assert asked.url == CONFIRM
    assert came_in.url == "/"
    assert places.status_code == 302
    assert places.url.startswith(f"/{organization.slug}/{collaborative.slug}/")


@pytest.mark.django_db(transaction=True)
def test_the_mail_lies_in_the_outbox_for_the_sender_alone(client):
    User.objects.create_user(email="rosa@example.org")

    ask(client, "rosa@example.org")
    code = code_of(client)

    assert Message.objects.count() == 0
    connect_as("app_sender")
    try:
        (message,) = Message.objects.all()
    finally:
        connect_as("app_web")
    assert (message.organization_id, message.to, message.state) == (None, "rosa@example.org", "waiting")
    assert message.erase_when_sent
    assert code in message.body


@pytest.mark.django_db(transaction=True)
def test_a_new_password_is_told_to_its_owner_by_mail(client):
    user = User.objects.create_user(email="rosa@example.org")
    ask(client, user.email)
    client.post(CONFIRM, {"code": code_of(client)})

    words = {"password1": "a-long-password-of-hers", "password2": "a-long-password-of-hers"}
    client.post("/accounts/password/set/", words)

    connect_as("app_sender")
    try:
        told = Message.objects.order_by("created_at").last()
    finally:
        connect_as("app_web")
    user.refresh_from_db()
    assert user.has_usable_password()
    assert (told.to, told.organization_id) == ("rosa@example.org", None)
    assert "Next Tuesday" in told.body


def test_known_and_unknown_addresses_get_the_same_answer(organization, team):
    known = factories.member(Role.TEACHER, team=team).person.email
    answers = {}
    for email in (known, "nobody-" + known[7:]):
        client = Client()
        asked = ask(client, email)
        shown = client.get(CONFIRM)
        wrong = client.post(CONFIRM, {"code": "000000"})
        answers[email] = [
            (answer.status_code, headers_of(answer), HIDDEN.sub("", answer.content.decode()).replace(email, "ADDRESS"))
            for answer in (asked, shown, wrong)
        ]

    assert len(set(map(repr, answers.values()))) == 1


def headers_of(response):
    """All but the length, in which the addresses differ, and the clock."""
    return sorted(pair for pair in response.headers.items() if pair[0] not in ("Content-Length", "Expires"))


@pytest.mark.slow  # it measures time, which a busy machine bends
def test_known_and_unknown_addresses_take_the_same_time(organization, team):
    people = [factories.member(Role.TEACHER, team=team).person.email for _number in range(40)]
    ask(Client(), "warm-up@example.org")
    seconds = {"known": [], "unknown": []}
    for email in people:
        for kind, address in (("known", email), ("unknown", f"un-{email}")):
            client = Client()
            began = time.perf_counter()
            ask(client, address)
            seconds[kind].append(time.perf_counter() - began)

    middle = {kind: sorted(values)[len(values) // 2] for kind, values in seconds.items()}
    assert abs(middle["known"] - middle["unknown"]) < 0.010


@pytest.mark.parametrize("size", [40, pytest.param(150, marks=pytest.mark.slow)])
def test_a_room_of_people_behind_one_address_comes_in_without_a_refusal(organization, team, size):
    people = [factories.login_of(factories.person()) for _number in range(size)]

    refused = []
    for user in people:
        client = Client(REMOTE_ADDR="198.51.100.7")
        ask(client, user.email)
        answer = client.post(CONFIRM, {"code": code_of(client)})
        if answer.status_code != 302 or answer.url != "/":
            refused.append(user.email)

    assert refused == []


def test_a_forged_forwarded_address_does_not_help(organization, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "3/m/ip"}
    answers = [
        ask(Client(REMOTE_ADDR="203.0.113.5"), f"p{number}@example.org", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
        for number in range(4)
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]


def test_the_last_trusted_proxy_names_the_address(organization, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "3/m/ip"}
    answers = [
        ask(Client(), f"p{number}@example.org", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 203.0.113.5").status_code
        for number in range(4)
    ]

    assert answers == [302, 302, 302, 429]


def test_nobody_can_sign_up(client, db):
    answer = client.post("/accounts/signup/", {"email": "new@example.org"})

    assert not User.objects.filter(email="new@example.org").exists()
    assert answer.status_code == 200


def test_a_password_is_optional_and_wrong_ones_count(client, organization, team):
    user = factories.member(Role.TEACHER, team=team).person.user
    user.set_password("a-long-password-of-hers")
    user.save()

    wrong = client.post(LOGIN, {"login": user.email, "password": "another-long-password"})
    user.refresh_from_db()
    counted = user.wrong_passwords
    right = client.post(LOGIN, {"login": user.email, "password": "a-long-password-of-hers"})

    assert (wrong.status_code, counted, right.status_code) == (200, 1, 302)


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(client, organization, team, target):
    email = factories.member(Role.TEACHER, team=team).person.email

    client.post(f"{LOGIN}?next={target}", {"login": email, "next": target})
    answer = client.post(CONFIRM, {"code": code_of(client), "next": target})

    assert answer.url == "/"


def test_the_devices_one_is_signed_in_with_can_be_signed_out(organization, team):
    email = factories.member(Role.TEACHER, team=team).person.email
    phone, tablet = (Client(headers={"user-agent": name}) for name in ("(Android 9) Firefox/128", "(iPad) Safari/604"))
    for client in (phone, tablet):
        ask(client, email)
        client.post(CONFIRM, {"code": code_of(client)})

    listed = phone.get(reverse("usersessions_list"))
    phone.post(reverse("usersessions_list"))

    assert listed.status_code == 200
    assert "Firefox on Android" in listed.content.decode()
    assert "Safari on iPad" in listed.content.decode()
    assert phone.get("/").status_code == 302
    assert tablet.get("/").url.startswith(LOGIN)
