"""Who guesses at cards gets slower; who holds one comes in."""

import datetime
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from collaborative.cards.models import CardCode
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from portal.signin import card_guesses
from tests import factories
from tests.cards.showing_cards import WRONG, opened, page_of
from tests.factories.cards import card


@pytest.mark.django_db(transaction=True)
def test_a_code_sent_by_several_at_the_same_moment_comes_in_once():
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        organization = factories.organization(id=organization_id)
        denise = factories.member(Role.FAMILY_PARTNER, team=factories.team(factories.collaborative()))
        made = card(denise.person, denise.collaborative)
    clients = [Client() for _one in range(4)]
    for one in clients:
        opened(one, organization, made.codes[0])

    def post(one):
        try:
            return one.post(f"/card/{organization.slug}/you/").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(post, clients))

    assert sorted(answers) == [302, 404, 404, 404]
    with entered(Context(organization=organization_id)):
        assert CardCode.objects.exclude(used_at=None).count() == 1


@pytest.mark.slow
@pytest.mark.capability("C006")
def test_a_room_of_150_people_comes_in_from_one_address(organization, leader, team, collaborative, project_team):
    codes = []
    for _person in range(150):
        member = factories.member(Role.TEACHER, team=team)
        codes.append(card(member.person, collaborative, by=project_team.person).codes[0])

    for number, code in enumerate(codes):
        one = Client(REMOTE_ADDR="203.0.113.7")
        if number % 2:  # every second one mistypes first
            one.post(f"/card/{organization.slug}/", {"code": WRONG})
        asked = one.post(f"/card/{organization.slug}/", {"code": code}, follow=True)

        assert (number, asked.status_code) == (number, 200)


def test_an_address_that_guesses_rests_and_others_still_come_in(organization, made, monkeypatch):
    monkeypatch.setattr(card_guesses, "FROM_ONE_ADDRESS", 4)
    guesser = {"REMOTE_ADDR": "203.0.113.7"}
    for _guess in range(4):
        opened(Client(**guesser), organization, WRONG)

    refused, elsewhere = (
        opened(Client(REMOTE_ADDR=address), organization, made.codes[0]) for address in ("203.0.113.7", "198.51.100.7")
    )
    assert (refused.status_code, elsewhere.status_code) == (404, 200)
    assert page_of(refused) == page_of(opened(Client(**guesser), organization, WRONG))
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=11), tick=False):
        assert opened(Client(**guesser), organization, made.codes[0]).status_code == 200


def test_guesses_from_everywhere_make_each_address_slower_and_keep_nobody_out(organization, made, monkeypatch):
    monkeypatch.setattr(card_guesses, "IN_ALL", 12)
    for number in range(12):
        opened(Client(REMOTE_ADDR=f"203.0.113.{number}"), organization, WRONG)
    for _guess in range(5):
        opened(Client(REMOTE_ADDR="203.0.113.99"), organization, WRONG)

    assert opened(Client(REMOTE_ADDR="203.0.113.99"), organization, made.codes[0]).status_code == 404
    assert opened(Client(REMOTE_ADDR="198.51.100.7"), organization, made.codes[0]).status_code == 200


def test_the_limits_are_what_they_are_said_to_be():
    per_day = card_guesses.FROM_ONE_ADDRESS * 144

    assert (card_guesses.FROM_ONE_ADDRESS, card_guesses.IN_ALL, card_guesses.FROM_ONE_ADDRESS_THEN) == (300, 3000, 5)
    assert per_day * 6000 / 22**10 < 1e-4


def test_the_place_on_the_card_leads_to_its_page_and_the_sign_in_page_leads_there(client, db):
    sign_in = client.get("/accounts/login/?next=/harbor/feelings/").content.decode()
    asked = client.get("/card/?next=/harbor/feelings/").content.decode()

    assert 'href="/card/?next=%2Fharbor%2Ffeelings%2F"' in sign_in
    assert 'value="harbor"' in asked
    assert client.get("/card/?place=Harbor+Early").url == "/card/harbor-early/"


def test_a_closed_door_asks_nothing_of_a_browser_without_a_card(client, organization):
    answer = client.get(f"/card/{organization.slug}/you/")

    assert answer.status_code == 404
    with entered(Context()):
        assert client.post(f"/card/{organization.slug}/you/").status_code == 404
