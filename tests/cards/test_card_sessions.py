"""Signed in by card: how long, how far, and how it ends."""

import datetime
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from collaborative.cards.actions import cards
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from tests import factories
from tests.cards.showing_cards import come_in, opened
from tests.factories.cards import card


def test_a_session_by_card_lasts_a_month_and_two_hours_where_others_use_the_device(organization, made):
    start = timezone.now()
    own, shared = Client(), Client()
    come_in(own, organization, made.codes[0])
    come_in(shared, organization, made.codes[1], shared="1")

    def is_in(client, **later):
        with time_machine.travel(start + datetime.timedelta(**later), tick=False):
            return not client.get("/").headers["Location"].startswith("/accounts/")

    assert [is_in(shared, hours=1, minutes=55), is_in(own, days=29)] == [True, True]
    assert [is_in(shared, hours=2, minutes=1), is_in(own, days=30, minutes=1)] == [False, False]


def test_on_a_shared_device_the_page_says_so_to_the_scripts_that_would_keep_words(organization, made, team):
    own, shared = Client(), Client()
    come_in(own, organization, made.codes[0])
    come_in(shared, organization, made.codes[1], shared="1")
    home = f"/{organization.slug}/{team.collaborative.slug}/"

    assert "data-shared-device" not in own.get(home).content.decode()
    assert re.search(r"<body[^>]* data-shared-device", shared.get(home).content.decode())


def test_a_first_time_is_welcomed_and_offered_a_passkey_and_nobody_has_to_take_it(
    client, organization, leader, team, collaborative, inside
):
    person = factories.person(first_name="Opal", family_name="")
    factories.member(Role.FAMILY_PARTNER, team=team, person=person)
    type(person).objects.filter(pk=person.pk).update(user=None, email="")
    person.refresh_from_db()
    made = card(person, collaborative, by=leader.person)

    answer = come_in(client, organization, made.codes[0])
    welcome = client.get(answer.url)
    home = f"/{organization.slug}/{collaborative.slug}/"
    offered = "data-passkey-offer" in client.get(home).content.decode()
    client.post("/card/later/")

    assert answer.url == f"{home}people/welcome/"
    assert "Good that you are here, Opal" in welcome.content.decode()
    assert (offered, "data-passkey-offer" in client.get(home).content.decode()) == (True, False)
    assert client.get("/accounts/2fa/webauthn/add/").status_code == 200


def test_a_stopped_card_ends_where_it_was_used(client, organization, made, leader, inside, team):
    come_in(client, organization, made.codes[0])
    home = f"/{organization.slug}/{team.collaborative.slug}/"
    assert client.get(home).status_code == 200

    with inside(leader.person_id):
        cards.stop_card(made.card, by=leader.person, on=timezone.localdate())

    assert client.get(home).url == "/accounts/login/"
    assert "_auth_user_id" not in client.session


def test_a_session_by_card_stays_in_the_collaborative_it_was_made_for(
    client, organization, leader, denise, collaborative
):
    elsewhere = factories.team(factories.collaborative())
    factories.member(Role.FAMILY_PARTNER, team=elsewhere, person=denise.person)
    made = card(denise.person, collaborative, by=leader.person)
    come_in(client, organization, made.codes[0])

    assert client.get(f"/{organization.slug}/{elsewhere.collaborative.slug}/").status_code == 404
    assert client.get(f"/{organization.slug}/people/me/").status_code == 404
    assert client.get("/").url == f"/{organization.slug}/{collaborative.slug}/"


@pytest.mark.parametrize("path", ["email/", "2fa/", "2fa/webauthn/add/", "password/set/", "sessions/"])
def test_a_card_changes_nothing_about_a_login_that_has_an_address(client, organization, made, path):
    come_in(client, organization, made.codes[0])

    answer = client.get(f"/accounts/{path}")

    assert (answer.status_code, "This needs your e-mail" in answer.content.decode()) == (403, True)


def test_whoever_was_signed_in_before_is_signed_out_and_leaves_nothing(client, organization, made, rosa, denise):
    client.force_login(rosa.person.user)
    session = client.session
    session["kept"] = "of Rosa"
    session.save()

    asked = opened(client, organization, made.codes[0])
    come_in(client, organization, made.codes[0])

    assert "Somebody is signed in on this device now" in asked.content.decode()
    assert client.session["_auth_user_id"] == str(denise.user_id)
    assert "kept" not in client.session


def test_looking_at_a_card_signs_nobody_out(client, organization, made, rosa):
    client.force_login(rosa.person.user)

    opened(client, organization, made.codes[0])

    assert client.session["_auth_user_id"] == str(rosa.user_id)


def test_a_login_at_rest_is_not_opened_by_a_card(client, organization, made, denise):
    User.objects.filter(pk=denise.user_id).update(is_active=False)

    assert come_in(client, organization, made.codes[0]).status_code == 404
