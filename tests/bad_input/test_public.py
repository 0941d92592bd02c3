"""Pages for who is not signed in, and forms that arrive in another shape than any browser sends."""

import json

import pytest
from django.urls import reverse

from collaborative.tenancy.enums import Role
from tests.bad_input import crawl, sending, values
from tests.bad_input.forms import encoded, forms_on
from tests.proofs import walking

FORMS = ("account_login", "account_request_login_code", "account_reset_password", "account_signup")
LOGIN = "/accounts/login/"
CONFIRM = "/accounts/login/code/confirm/"


@pytest.fixture
def stranger(client, settings):
    """A browser that is not signed in; nobody counts how often it tries."""
    settings.ACCOUNT_RATE_LIMITS = False
    client.raise_request_exception = False
    return client


def account_forms(client):
    """Every form one can come to without being signed in, the one for the code among them."""
    found = {}
    for address in (*map(reverse, FORMS), CONFIRM):
        if address == CONFIRM:
            client.post(LOGIN, {"login": "stranger@example.org"})
        response = client.get(address)
        if response.status_code == 200:
            for form in forms_on(address, response.content.decode()):
                found.setdefault(form.action.partition("?")[0], form)
    return found


def test_every_form_before_signing_in_is_answered_clearly(world, stranger):
    wrong, found = [], account_forms(stranger)
    for action, form in found.items():
        for one in form.each_kind():
            for what, value in values.bad_values(one).items():
                response = sending.send(stranger, form.action, encoded(form.answers_but(one.name, value)))
                if response.status_code != 429:
                    wrong += sending.judge(response, f"{action} {one.name}: {what}")

    assert {LOGIN, CONFIRM, reverse("account_reset_password"), reverse("signin:language")} <= found.keys()
    assert wrong == []


OUTSIDE = (
    "https://elsewhere.example.org/",
    "//elsewhere.example.org",
    "javascript:alert(1)",
    "\x00",
    "\\\\elsewhere.example.org",
    "https:e",
)


@pytest.mark.django_db
def test_the_language_and_places_outside_are_no_way_out(stranger):
    for address in OUTSIDE:
        response = sending.send(stranger, reverse("signin:language"), encoded([("language", "es"), ("next", address)]))

        assert (address, response.headers.get("Location", "/")) == (address, "/")


def test_an_invitation_that_is_torn_is_answered_like_one_that_is_used(world, stranger):
    for token in ("x", "x" * 5000, "0", "None", "-"):
        for name in ("signin:invitation_accept", "signin:invitation_decline"):
            response = sending.send(stranger, reverse(name, args=["world-a", token]), "")

            assert (name, token, response.status_code, b"<h1" in response.content) == (name, token, 404, True)


SHAPES = {
    "another alphabet": ("text=caf%E9&title=caf%E9", "application/x-www-form-urlencoded; charset=latin-1"),
    "an alphabet that is none": ("text=words", "application/x-www-form-urlencoded; charset=no-such"),
    "two bytes a sign": ("text=words".encode("utf-16"), "application/x-www-form-urlencoded; charset=utf-16"),
    "JSON": (json.dumps({"text": "words"}), "application/json"),
    "JSON without end": ("[" * 100_000, "application/json"),
    "plain text": ("text=words", "text/plain"),
    "a kind that is none": ("text=words", "no kind at all; ;=;"),
    "no kind": ("text=words", ""),
    "thousands of fields": ("a=1&" * 5000, sending.URLENCODED),
    "three megabytes": ("text=" + "x" * 3_000_000, sending.URLENCODED),
    "signs of percent": ("text=%&title=%zz&%=%", sending.URLENCODED),
    "no name": ("=words&&&=", sending.URLENCODED),
}


def test_a_form_in_another_shape_is_answered_clearly(world, client):
    crawl.sign_in(client, world, Role.TEACHER)
    wrong = []
    for name in ("discussion:post_write", "pdsa:cycle_start", "metrics:observation_enter", "tenancy:profile_edit"):
        for shape, (body, content_type) in SHAPES.items():
            response = sending.send(client, crawl.address_of(name, []), body, content_type)
            wrong += sending.judge(response, f"{name}: {shape}")

    assert wrong == []


def test_more_than_a_form_may_hold_is_said_to_be_too_much(world, client):
    crawl.sign_in(client, world, Role.TEACHER)
    body = "text=" + "x" * 3_000_000

    response = sending.send(client, crawl.address_of("discussion:post_write", []), body)

    assert (response.status_code, b"<h1" in response.content) == (413, True)


DRAFTS = {
    "no JSON": (b"words", 400),
    "bytes that are no UTF-8": (b'{"what": "caf\xe9"}', 400),
    "a null byte": (b'{"what": "be\\u0000fore"}', 400),
    "half a character": (b'{"what": "\\ud800"}', 400),
    "a list": (b"[1, 2]", 400),
    "deep": (b'{"what": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", 400),
    "not a number": (b'{"what": NaN, "version": Infinity}', 400),
    "a number without end": (b'{"version": ' + b"9" * 5000 + b"}", 400),
    "a version that is none": (b'{"what": "words", "version": {"a": 1}}', 200),
    "too much": (b'{"what": "' + b"x" * 300_000 + b'"}', 400),
}


def test_a_draft_that_cannot_be_kept_is_refused_in_words(world, client):
    crawl.sign_in(client, world, Role.TEACHER)
    (thing,) = walking.things(world, "form", ["A-author"])
    address, found = crawl.address_of("drafts:draft_save", thing.arguments), {}

    for what, (body, _expected) in DRAFTS.items():
        response = sending.send(client, address, body, "application/json")
        found[what] = (response.status_code, len(response.content) > 10)

    assert found == {what: (expected, True) for what, (_body, expected) in DRAFTS.items()}
