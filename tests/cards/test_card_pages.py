"""The pages behind a card, as whoever holds one sees them."""

import datetime
import io
import json
import logging

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from collaborative.cards.actions import cards
from collaborative.cards.models import CardCode
from collaborative.isolation.context import tenant_context
from tests import factories
from tests.cards.showing_cards import WRONG, opened, page_of
from tests.factories.cards import card


@pytest.mark.capability("C006")
def test_opening_a_code_three_times_uses_nothing_and_a_tap_comes_in(client, organization, made, inside, team):
    for _scanner in range(3):
        asked = opened(Client(), organization, made.codes[0])
    before = opened(client, organization, made.codes[0])
    answer = client.post(f"/card/{organization.slug}/you/")

    assert "Is this you, Denise?" in asked.content.decode()
    assert "Carter" not in before.content.decode()
    assert answer.url == f"/{organization.slug}/{team.collaborative.slug}/"
    assert "Hello Denise" in client.get(answer.url).content.decode()
    assert "card" not in client.session
    with inside():
        assert list(CardCode.objects.exclude(used_at=None).values_list("number", flat=True)) == [1]


def test_the_code_leaves_the_address_bar_at_once(client, organization, made):
    answer = client.get(f"/card/{organization.slug}/{made.codes[0]}/")

    assert (answer.status_code, answer.url) == (302, f"/card/{organization.slug}/you/")
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store")
    assert made.codes[0] not in json.dumps(dict(client.session))


def test_no_code_stands_in_the_log(client, organization, made):
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.getLogger().handlers[0].formatter if logging.getLogger().handlers else None)
    loggers = [logging.getLogger(name) for name in ("requests", "django", "django.request", "next_tuesday")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        opened(client, organization, made.codes[0])
        client.post(f"/card/{organization.slug}/", {"code": made.codes[1]})
        opened(client, organization, WRONG)
    finally:
        for logger in loggers:
            logger.removeHandler(handler)

    assert written.getvalue()
    for code in (*made.codes, WRONG):
        assert code not in written.getvalue()


def test_a_code_is_typed_in_small_letters_with_a_space(client, organization, made):
    typed = f"{made.codes[2][:5]} {made.codes[2][5:]}".lower()

    asked = client.post(f"/card/{organization.slug}/", {"code": typed}, follow=True)

    assert "Is this you, Denise?" in asked.content.decode()


def test_unknown_used_old_and_stopped_codes_and_organizations_get_the_very_same_page(
    organization, leader, denise, rosa, collaborative, inside
):
    used = card(denise.person, collaborative, by=leader.person)
    cards.use_code(cards.find_code(used.codes[0]).pk, on=timezone.localdate())
    stopped = card(rosa.person, collaborative, by=leader.person)
    cards.stop_card(stopped.card, by=leader.person, on=timezone.localdate())
    shown = set()
    for code in (WRONG, used.codes[0], stopped.codes[0], "x"):
        answer = opened(Client(), organization, code)
        shown.add((answer.status_code, page_of(answer)))
    with time_machine.travel(timezone.now() + datetime.timedelta(days=91), tick=False):
        answer = opened(Client(), organization, used.codes[1])
    shown.add((answer.status_code, page_of(answer)))

    nowhere = Client().get(f"/card/no-such-place/{WRONG}/", follow=True)
    shown.add((nowhere.status_code, page_of(nowhere).replace("no-such-place", organization.slug)))

    ((status, page),) = shown
    assert (status, "This code does not open" in page) == (404, True)
    for name in ("Denise", "Rosa", "Priya", "Raman"):
        assert name not in page


def test_what_is_written_there_is_the_same_for_an_organization_that_is_none(organization, made):
    real = Client().get(f"/card/{organization.slug}/")
    unreal = Client().get("/card/no-such-place/")

    assert (real.status_code, page_of(real)) == (200, page_of(unreal).replace("no-such-place", organization.slug))


def test_a_card_opens_nothing_in_another_organization(made, outside):
    with outside():
        other = factories.tenancy.Organization(name="Other", slug="other-place")
        with tenant_context(other.pk):
            other.save(force_insert=True)

    assert opened(Client(), other, made.codes[0]).status_code == 404


def test_ten_taps_at_once_come_in_once(client, organization, made):
    clients = []
    for _tap in range(3):
        one = Client()
        opened(one, organization, made.codes[0])
        clients.append(one)

    answers = [one.post(f"/card/{organization.slug}/you/").status_code for one in clients]

    assert sorted(answers) == [302, 404, 404]
