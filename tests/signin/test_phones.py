"""In with a phone alone: a code by text under the rules of a code by mail, and a number that is one person's login."""

import re
import time

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from collaborative.outbox.models import Message
from collaborative.people import phones
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from portal.signin import checks, guesses
from tests import factories
from tests.conftest import connect_as
from tests.signin.codes import CONFIRM, HIDDEN, LOGIN, ask, code_of

PHONE, TYPED = "+16175550142", "(617) 555-0142"
MINE = "/accounts/my-phone/"


def everything_sent():
    connect_as("app_sender")
    try:
        return [(row.channel, row.to, row.body) for row in Message.objects.order_by("created_at", "pk")]
    finally:
        connect_as("app_web")


def person_with_phone(team, phone=PHONE):
    member = factories.member(Role.FAMILY_PARTNER, team=team)
    User.objects.filter(pk=member.user_id).update(email=None, phone=phone)
    return User.objects.get(pk=member.user_id)


@pytest.mark.capability("C006")
@pytest.mark.parametrize("typed", [TYPED, "617.555.0142", "+1 617 555 0142"])
def test_a_code_by_text_opens_the_place_of_somebody_without_email(client, organization, team, typed):
    person_with_phone(team)

    asked = ask(client, typed)
    shown = client.get(CONFIRM).content.decode()
    came_in = client.post(CONFIRM, {"code": code_of(client)})

    assert (asked.url, came_in.url) == (CONFIRM, "/")
    assert "(617) 555-0142" in shown
    assert client.get("/").url.startswith(f"/{organization.slug}/")


@pytest.mark.django_db(transaction=True)
def test_the_text_begins_with_the_code_and_names_the_site_for_the_phone_to_fill_in(client):
    User.objects.create_user(phone=PHONE)

    ask(client, TYPED)

    code = code_of(client)
    ((channel, to, body),) = everything_sent()
    assert (channel, to, re.fullmatch(r"\d{3}-\d{3}", code) is None) == ("text", PHONE, False)
    assert body.startswith(f"{code} is your code")
    assert body.endswith(f"@localhost #{code}")


def test_known_and_unknown_numbers_get_the_same_answer(organization, team):
    person_with_phone(team)
    answers = set()
    for number in ("6175550142", "6175550143"):
        client = Client()
        steps = [ask(client, number), client.get(CONFIRM), client.post(CONFIRM, {"code": "000000"})]
        shown = [HIDDEN.sub("", step.content.decode()).replace(number, "").replace(number[-4:], "") for step in steps]
        answers.add(repr([(step.status_code, page) for step, page in zip(steps, shown, strict=True)]))

    assert len(answers) == 1


@pytest.mark.slow  # it measures time, which a busy machine bends
def test_known_and_unknown_numbers_take_the_same_time(organization, team):
    seconds = {"known": [], "unknown": []}
    ask(Client(), "6175559999")
    for number in range(40):
        User.objects.create_user(phone=f"+1617555{number:04}")
        for kind, phone in (("known", f"617555{number:04}"), ("unknown", f"617556{number:04}")):
            client, began = Client(), time.perf_counter()
            ask(client, phone)
            seconds[kind].append(time.perf_counter() - began)

    middle = {kind: sorted(values)[len(values) // 2] for kind, values in seconds.items()}
    assert abs(middle["known"] - middle["unknown"]) < 0.010


def test_three_codes_a_minute_go_to_one_number_from_one_place(organization, team):
    person_with_phone(team)

    assert [ask(Client(), TYPED).status_code for _time in range(4)] == [302, 302, 302, 200]


def test_ten_minutes_and_five_tries_and_then_the_code_is_void(organization, team):
    person_with_phone(team)
    late, wrong = Client(), Client()
    for client in (late, wrong):
        ask(client, TYPED)
    codes = [code_of(late), code_of(wrong)]
    for _time in range(5):
        wrong.post(CONFIRM, {"code": "000000"})

    with time_machine.travel(time.time() + 601):
        late.post(CONFIRM, {"code": codes[0]})
    wrong.post(CONFIRM, {"code": codes[1]})

    assert [client.get("/").url.startswith(LOGIN) for client in (late, wrong)] == [True, True]


def test_wrong_codes_by_text_count_for_the_account(organization, team):
    user = person_with_phone(team)
    client = Client()
    for _code in range(2):
        ask(client, TYPED)
        for _time in range(5):
            client.post(CONFIRM, {"code": "000000"})

    ask(client, TYPED)

    user.refresh_from_db()
    assert (user.wrong_codes, len(code_of(client).replace("-", ""))) == (10, guesses.LONG)


def test_wrong_passwords_with_a_number_count_too(client, organization, team):
    user = person_with_phone(team)
    user.set_password("a-long-password-of-hers")
    user.save()

    client.post(LOGIN, {"login": TYPED, "password": "another-long-password"})
    user.refresh_from_db()
    counted = user.wrong_passwords
    User.objects.filter(pk=user.pk).update(wrong_passwords=guesses.MOST)
    right = client.post(LOGIN, {"login": TYPED, "password": "a-long-password-of-hers"})

    assert (counted, right.status_code) == (1, 200)


def test_what_is_neither_an_address_nor_a_number_says_so(client, db):
    answer = client.post(LOGIN, {"login": "555-0142"})

    assert "your whole phone number with its area code" in answer.content.decode()


def test_without_texts_the_page_asks_for_an_address(client, db, settings):
    settings.TEXTS, settings.ACCOUNT_LOGIN_METHODS = False, {"email"}

    page = client.get(LOGIN).content.decode()

    assert "phone number" not in page


def test_a_number_is_the_login_of_one_person_and_a_contact_of_many(organization, team):
    person_with_phone(team)
    for _number in range(2):
        factories.person(phone=TYPED)

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(phone=PHONE)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(phone="555-0142")


@pytest.mark.parametrize("typed", ["555-0142", "911", "(617) 555-0142 ext. 3", "", "no phone", "+" + "9" * 50])
def test_what_no_text_can_reach_is_no_number(typed):
    assert not phones.can_be_texted(typed)


def test_numbers_without_a_country_are_dialled_where_the_organization_is():
    assert phones.canonical("020 7946 0958", "GB") == "+442079460958"
    assert phones.in_words("+442079460958") == "+44 20 7946 0958"


def signed_in(team):
    user = factories.member(Role.TEACHER, team=team).person.user
    client = Client()
    ask(client, user.email)
    client.post(CONFIRM, {"code": code_of(client)})
    return client, user


def test_another_number_asks_for_a_fresh_sign_in(organization, team):
    client, user = signed_in(team)

    soon = client.get(MINE)
    with time_machine.travel(time.time() + 601):
        later, sent = client.get(MINE), client.post(MINE, {"phone": TYPED})
        client.post(later.url, {"next": MINE})
        wrong = client.post(later.url, {"next": MINE, "code": "000000"})
        came = client.post(later.url, {"next": MINE, "code": client.session["proving"]["code"]})
        again = client.get(MINE)

    assert (soon.status_code, later.url, sent.status_code) == (
        200,
        "/accounts/fresh/?next=%2Faccounts%2Fmy-phone%2F",
        302,
    )
    assert "proving" not in client.session
    assert (wrong.status_code, came.url, again.status_code) == (200, MINE, 200)


@pytest.mark.django_db(transaction=True)
def test_a_new_number_is_proven_and_the_old_way_is_told(client):
    user = User.objects.create_user(email="rosa@example.org", phone="+16175550100")
    ask(client, user.email)
    client.post(CONFIRM, {"code": code_of(client)})

    client.post(MINE, {"phone": TYPED})
    before = User.objects.get(pk=user.pk).phone
    client.post(MINE + "code/", {"code": client.session["proving"]["code"]})

    assert (before, User.objects.get(pk=user.pk).phone) == ("+16175550100", PHONE)
    _code, _proof, *told = everything_sent()
    assert [(channel, to) for channel, to, _body in told] == [("text", "+16175550100"), ("mail", "rosa@example.org")]
    assert all("If that was not you" in body for _channel, _to, body in told)


def test_a_number_of_somebody_else_looks_the_same_and_never_comes_over(organization, team):
    person_with_phone(team)
    client, user = signed_in(team)

    asked = client.post(MINE, {"phone": TYPED})
    wrong = client.post(MINE + "code/", {"code": ""})

    user.refresh_from_db()
    assert (asked.url, client.session["proving"]["code"], wrong.status_code) == (MINE + "code/", "", 200)
    assert user.phone is None


def test_nobody_takes_away_their_only_way_in(organization, team):
    client, user = signed_in(team)
    User.objects.filter(pk=user.pk).update(email=None, phone=PHONE)

    client.post(MINE + "remove/")

    assert User.objects.get(pk=user.pk).phone == PHONE


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"TEXTS": True, "TEXT_GATEWAY": ""}, "signin.E001"),
        ({"TEXT_GATEWAY": "nowhere.Gateway"}, "signin.E002"),
        ({"TEXT_GATEWAY": checks.HTTP, "TEXT_GATEWAY_URL": "http://texts.example"}, "signin.E003"),
        ({"PRODUCTION": True, "DEMO": False}, "signin.W001"),
        ({"TEXTS": False, "TEXT_GATEWAY": ""}, None),
        ({"TEXT_GATEWAY": checks.HTTP, "TEXT_GATEWAY_URL": "https://texts.example"}, None),
    ],
)
def test_who_asks_for_texts_has_said_how_they_travel(settings, values, said):
    for name, value in values.items():
        setattr(settings, name, value)

    assert [found.id for found in checks.texts_can_go(None)] == ([said] if said else [])
