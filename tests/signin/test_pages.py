"""Every page about signing in that is mounted answers everybody, opened or sent empty, at every step of coming in."""

import re

import pytest
from allauth.account.internal.flows.password_reset_by_code import PASSWORD_RESET_VERIFICATION_SESSION_KEY
from django.test import Client
from django.urls import get_resolver, reverse

from collaborative.tenancy.enums import Role
from tests import factories
from tests.signin.codes import CONFIRM, ask, code_of

RESET = "/accounts/password/reset/"


def addresses():
    """Each page under /accounts/, a number where its address takes one."""
    mounted = next(part for part in get_resolver().url_patterns if str(part.pattern) == "accounts/")
    return sorted(f"/accounts/{re.sub(r'<[^>]+>', '1', path)}" for path in _leaves(mounted, ""))


def _leaves(part, before):
    for child in part.url_patterns:
        path = before + str(child.pattern)
        if hasattr(child, "url_patterns"):
            yield from _leaves(child, path)
        else:
            yield path


def stranger(user):
    return Client()


def waits_for_a_code(user):
    client = Client()
    ask(client, user.email)
    return client


def waits_for_a_code_for_nobody(user):
    client = Client()
    ask(client, "nobody@example.org")
    return client


def wants_a_new_password(user):
    client = Client()
    client.post(RESET, {"email": user.email})
    return client


def wants_a_new_password_for_nobody(user):
    client = Client()
    client.post(RESET, {"email": "nobody@example.org"})
    return client


def has_typed_the_code_for_a_new_password(user):
    client = wants_a_new_password(user)
    code = client.session[PASSWORD_RESET_VERIFICATION_SESSION_KEY]["code"]
    client.post(f"{RESET}confirm/", {"code": code})
    return client


def has_come_in(user):
    client = waits_for_a_code(user)
    client.post(CONFIRM, {"code": code_of(client)})
    return client


def has_come_in_with_a_password(user):
    user.set_password("a-long-password-of-hers")
    user.save()
    return has_come_in(user)


STEPS = [
    stranger, waits_for_a_code, waits_for_a_code_for_nobody, wants_a_new_password, wants_a_new_password_for_nobody,
    has_typed_the_code_for_a_new_password, has_come_in, has_come_in_with_a_password,
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_about_signing_in_breaks(organization, team, settings, step, method):
    settings.ACCOUNT_RATE_LIMITS = False
    user = factories.member(Role.TEACHER, team=team).person.user

    broken, statuses = [], set()
    for address in addresses():
        client = step(user)
        client.raise_request_exception = False
        status = getattr(client, method)(address).status_code
        statuses.add(status)
        if status >= 500:
            broken.append((address, status))

    assert broken == []
    assert 200 in statuses


def test_the_walk_goes_to_every_page():
    walked = addresses()

    names = ("login", "confirm_login_code", "request_login_code", "reset_password", "confirm_password_reset_code",
             "complete_password_reset", "email", "set_password", "change_password", "reauthenticate")  # fmt: skip
    assert {reverse(f"account_{name}") for name in names} - set(walked) == set()
    assert [address for address in walked if "<" in address or "(" in address] == []
    assert len(walked) >= 30


def test_a_new_password_by_code_from_the_first_page_to_the_last(organization, team):
    user = factories.member(Role.TEACHER, team=team).person.user
    client = wants_a_new_password(user)

    asked = client.get(f"{RESET}confirm/")
    code = client.session[PASSWORD_RESET_VERIFICATION_SESSION_KEY]["code"]
    client.post(f"{RESET}confirm/", {"code": code})
    words = {"password1": "a-long-password-of-hers", "password2": "a-long-password-of-hers"}
    done = client.post(f"{RESET}complete/", words, follow=True)

    user.refresh_from_db()
    assert (asked.status_code, done.status_code) == (200, 200)
    assert user.email in asked.content.decode()
    assert user.check_password("a-long-password-of-hers")
