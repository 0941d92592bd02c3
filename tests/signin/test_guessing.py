"""Against a guesser: one account bears a hundred wrong codes, and its owner is never kept out."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from collaborative.outbox.models import Message
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from portal.signin import guesses
from tests import factories
from tests.conftest import connect_as
from tests.signin.codes import CONFIRM, HIDDEN, LOGIN, ask, code_of


def guess(email, address, wrong="000000"):
    """Ask for a code from a fresh browser, then try wrong ones until the library ends it. Gives the client back."""
    client = Client(REMOTE_ADDR=address)
    ask(client, email)
    for _attempt in range(5):
        client.post(CONFIRM, {"code": wrong})
    return client


@pytest.fixture
def quick(settings):
    """Guessers need not wait between two codes."""
    many = {"request_login_code": "3000/m/ip,3000/m/key", "request_login_code_here": "3000/m/key"}
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, **many}


@pytest.fixture
def teacher(organization, team):
    return factories.member(Role.TEACHER, team=team).person.user


def come_in(user, address):
    """Ask for a code and type it: where that led, and how many digits it had."""
    client = Client(REMOTE_ADDR=address)
    ask(client, user.email)
    code = code_of(client)
    return client.post(CONFIRM, {"code": code}).url, len(code.replace("-", ""))


def test_a_stranger_with_two_hundred_wrong_codes_changes_nothing_for_the_owner(teacher, quick):
    for _code in range(40):
        guess(teacher.email, "203.0.113.1")

    teacher.refresh_from_db()
    assert teacher.wrong_codes == guesses.MOST_FROM_ONE_ADDRESS
    assert come_in(teacher, "198.51.100.7") == ("/", 6)


def test_where_too_much_was_guessed_the_code_is_longer_and_opens(teacher, quick):
    for _code in range(3):
        guess(teacher.email, "203.0.113.1")

    assert come_in(teacher, "203.0.113.1") == ("/", guesses.LONG)


def test_one_account_bears_a_hundred_wrong_short_codes_from_anywhere_and_its_owner_still_comes_in(teacher, quick):
    early = Client(REMOTE_ADDR="203.0.113.200")
    ask(early, teacher.email)
    for number in range(25):
        guess(teacher.email, f"203.0.113.{number}")
    teacher.refresh_from_db()
    assert teacher.wrong_codes == guesses.MOST

    hit = early.post(CONFIRM, {"code": code_of(early)})  # a right guess, with six digits kept from before
    missed = early.post(CONFIRM, {"code": "000000"})
    shown = [HIDDEN.sub("", answer.content.decode()) for answer in (hit, missed)]
    shown = [re.sub(r'value="\d[\d-]*"', "", page) for page in shown]

    assert (hit.status_code, shown[0]) == (200, shown[1])
    assert early.get("/").url.startswith(LOGIN)
    assert come_in(teacher, "198.51.100.7") == ("/", guesses.LONG)
    teacher.refresh_from_db()
    assert teacher.wrong_codes == guesses.MOST


def test_a_code_sent_again_is_long_as_well_and_the_mail_says_why(teacher, quick):
    client = Client(REMOTE_ADDR="203.0.113.200")
    ask(client, teacher.email)
    for number in range(20):
        guess(teacher.email, f"203.0.113.{number}")

    client.post(CONFIRM, {"action": "resend"})

    assert len(code_of(client).replace("-", "")) == guesses.LONG
    assert client.post(CONFIRM, {"code": code_of(client).replace("-", " ")}).url == "/"


@pytest.mark.django_db(transaction=True)
def test_the_mail_with_a_long_code_says_why_it_is_long(client):
    user = User.objects.create_user(email="rosa@example.org")
    User.objects.filter(pk=user.pk).update(wrong_codes=guesses.MOST, guessed_at=timezone.now())

    client.post("/accounts/login/code/", {"email": "rosa@example.org"})

    connect_as("app_sender")
    try:
        message = Message.objects.get()
    finally:
        connect_as("app_web")
    assert code_of(client) in message.body
    assert "longer than usual" in message.body


def test_wrong_guesses_fade_when_nobody_has_guessed_for_thirty_days(teacher, quick):
    for number in range(20):
        guess(teacher.email, f"203.0.113.{number}")
    long_ago = timezone.now() - guesses.FADING - datetime.timedelta(hours=1)
    User.objects.filter(pk=teacher.pk).update(guessed_at=long_ago)

    came_in = come_in(teacher, "198.51.100.7")
    guess(teacher.email, "203.0.113.99")

    teacher.refresh_from_db()
    assert (came_in, teacher.wrong_codes) == (("/", 6), 5)


def test_a_new_code_does_not_set_the_count_back_and_coming_in_only_what_was_mistyped_there(teacher):
    guess(teacher.email, "203.0.113.1")
    guess(teacher.email, "127.0.0.1")
    client = Client()
    ask(client, teacher.email)
    teacher.refresh_from_db()
    assert teacher.wrong_codes == 10

    client.post(CONFIRM, {"code": code_of(client)})

    teacher.refresh_from_db()
    assert teacher.wrong_codes == 5


def test_one_address_asks_for_three_codes_a_minute_and_keeps_nobody_else_from_asking(teacher):
    answers = [ask(Client(REMOTE_ADDR="203.0.113.1"), teacher.email).status_code for _time in range(4)]
    by_the_other_page = Client(REMOTE_ADDR="203.0.113.1").post("/accounts/login/code/", {"email": teacher.email})

    assert (answers, by_the_other_page.status_code) == ([302, 302, 302, 200], 200)
    assert come_in(teacher, "198.51.100.7") == ("/", 6)


def test_one_account_is_sent_thirty_codes_in_ten_minutes_at_most(teacher):
    answers = [ask(Client(REMOTE_ADDR=f"203.0.113.{number}"), teacher.email).status_code for number in range(31)]

    assert answers == [302] * 30 + [200]


def test_a_hundred_wrong_passwords_close_the_password_and_not_the_account(teacher, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "3000/m/ip"}
    teacher.set_password("a-long-password-of-hers")
    teacher.save()
    User.objects.filter(pk=teacher.pk).update(wrong_passwords=99, guessed_at=timezone.now())
    words = {"login": teacher.email, "password": "another-long-password"}

    answers = [Client().post(LOGIN, words).status_code for _time in range(2)]
    right = Client().post(LOGIN, {**words, "password": "a-long-password-of-hers"})

    assert (answers, right.status_code) == ([200, 200], 200)
    assert come_in(teacher, "198.51.100.7") == ("/", 6)
    assert Client().post(LOGIN, {**words, "password": "a-long-password-of-hers"}).status_code == 302
