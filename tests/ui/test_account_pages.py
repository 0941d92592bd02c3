"""Every page of signing in wears our frame, holds nothing inline, and says nothing that scolds."""

import re

import pytest
from django.contrib.auth.hashers import make_password

from collaborative.tenancy.enums import Role
from tests import factories
from tests.architecture import words

OUTSIDE = ("/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/", "/accounts/signup/")
INSIDE = (
    "/accounts/email/",
    "/accounts/logout/",
    "/accounts/sessions/",
    "/accounts/password/set/",
    "/accounts/2fa/",
    "/accounts/reauthenticate/",
)


def faults_of(page):
    """What our own pages may not hold: inline styles or scripts, unnamed boxes, words that scold."""
    boxes = re.findall(r"<(?:input|textarea|select)\b(?![^>]*type=\"(?:hidden|submit)\")[^>]*>", page)
    unnamed = [box for box in boxes if not _has_label(box, page)]
    inline = re.findall(r"\sstyle=|<style|<script(?![^>]*(?:\ssrc=|application/json))", page)
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return {"unnamed": unnamed, "inline": inline, "scolds": words.banned_in(words.words_of_template(text))}


def _has_label(box, page):
    key = re.search(r'\sid="([^"]+)"', box)
    return bool(key) and f'for="{key.group(1)}"' in page


NOTHING = {"unnamed": [], "inline": [], "scolds": []}


@pytest.mark.parametrize("address", OUTSIDE)
def test_pages_before_signing_in(client, db, address):
    page = client.get(address, follow=True).content.decode()

    assert '<main id="main"' in page
    assert faults_of(page) == NOTHING


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_ones_own_account(client, organization, team, address):
    user = factories.member(Role.TEACHER, team=team).person.user
    client.force_login(user)

    page = client.get(address, follow=True).content.decode()

    assert '<main id="main"' in page
    assert faults_of(page) == NOTHING


def test_the_code_box_is_filled_by_the_phone_itself(client, organization, team):
    user = factories.member(Role.TEACHER, team=team).person.user

    page = client.post("/accounts/login/", {"login": user.email}, follow=True).content.decode()

    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page
    assert user.email in page
    assert faults_of(page) == NOTHING


def test_a_wrong_password_comes_back_with_its_box_open(client, organization, team):
    user = factories.member(Role.TEACHER, team=team).person.user
    type(user).objects.filter(pk=user.pk).update(password=make_password("four words in a row"))

    page = client.post("/accounts/login/", {"login": user.email, "password": "not these words"}).content.decode()

    assert '<details class="fold" open>' in page
    assert "do not belong together" in page
    assert faults_of(page) == NOTHING


def test_a_page_that_is_not_there_says_where_to_go(client, organization, team):
    client.force_login(factories.member(Role.TEACHER, team=team).person.user)

    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "This page is not here" in answer.content.decode()
    assert faults_of(answer.content.decode()) == NOTHING
