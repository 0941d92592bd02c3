"""Four digits are few: how often they may be tried, by whom, where, and what is kept of them."""

import datetime
import re

import pytest
import time_machine
from django.contrib.auth.hashers import check_password
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from collaborative.cards import rules
from collaborative.cards.actions import pins, tablets
from collaborative.cards.models import Pin, PinGuess, Tablet
from collaborative.isolation.context import Context, changed, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.cards.showing_tablets import type_pin
from tests.factories.cards import PIN, becomes_tablet, tablet

TODAY = timezone.localdate


def test_a_wrong_pin_a_resting_one_and_a_shut_one_say_the_same(client, kitchen, rosa):
    pages = set()
    for _time in range(7):
        answer = type_pin(client, rosa, "8305")
        pages.add((answer.status_code, re.sub(r'"[^"]*[Tt]oken[^"]*"[^>]*', "", answer.content.decode())))
    resting = type_pin(client, rosa)
    pages.add((resting.status_code, re.sub(r'"[^"]*[Tt]oken[^"]*"[^>]*', "", resting.content.decode())))

    assert len(pages) == 1
    assert "_auth_user_id" not in client.session


def test_it_rests_after_five_and_is_shut_after_ten_until_a_new_pin_is_chosen(client, kitchen, rosa, team, inside):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        for _time in range(5):
            type_pin(client, rosa, "8305")
        assert type_pin(client, rosa).status_code == 200
        clock.shift(rules.REST + datetime.timedelta(seconds=1))
        for _time in range(5):
            type_pin(client, rosa, "8305")
        for _rest in range(3):
            clock.shift(rules.REST + datetime.timedelta(seconds=1))
            assert type_pin(client, rosa).status_code == 200
        with inside(rosa.person_id):
            assert PinGuess.objects.get().wrong == rules.MOST_ON_ONE_TABLET
            pins.set_pin(rosa.person, team, "80412", on=TODAY())
        assert type_pin(client, rosa, "80412").status_code == 302


def test_one_persons_rest_is_nobody_elses(client, kitchen, rosa, denise):
    for _time in range(6):
        type_pin(client, rosa, "8305")

    assert type_pin(client, denise).status_code == 302


def test_coming_in_takes_back_what_was_mistyped_on_this_tablet_alone(client, kitchen, organization, rosa, team, inside):
    _other, token = tablets.switch_on(team, name="Desk", by=None, on=TODAY())
    desk = becomes_tablet(Client(), organization, token)
    for _time in range(3):
        type_pin(desk, rosa, "8305")
    for _time in range(2):
        type_pin(client, rosa, "8305")

    type_pin(client, rosa)

    with inside(rosa.person_id):
        assert Pin.objects.get(person=rosa.person).wrong == 3
        assert sorted(PinGuess.objects.values_list("wrong", flat=True)) == [0, 3]


def test_twenty_wrong_ones_on_many_tablets_shut_it_everywhere(client, kitchen, rosa, team, inside):
    with inside():
        Pin.objects.filter(person=rosa.person).update(wrong=rules.MOST_ANYWHERE)

    assert type_pin(client, rosa).status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_pin_works_on_the_own_teams_tablet_alone(client, organization, collaborative, rosa, denise, team):
    _ours, _token = tablet(team, rosa)
    other = factories.team(collaborative)
    stranger = factories.member(Role.TEACHER, team=other)
    _theirs, token = tablet(other, stranger)
    becomes_tablet(client, organization, token)

    assert type_pin(client, rosa).url == "/tablet/"
    assert "Rosa" not in client.get("/tablet/").content.decode()
    nowhere = Client()
    assert type_pin(nowhere, rosa).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("role", [Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN, Role.FACULTY_COACH])
def test_who_sees_much_neither_sets_nor_uses_a_pin(client, kitchen, rosa, team, collaborative, role, inside):
    elsewhere = factories.collaborative()
    factories.member(role, collaborative=elsewhere, person=rosa.person)

    assert type_pin(client, rosa).status_code == 200
    assert "_auth_user_id" not in client.session
    with inside(rosa.person_id), pytest.raises(pins.NeedsOwnDevice):
        pins.set_pin(rosa.person, team, "80412", on=TODAY())


def test_a_role_that_sees_much_in_another_organization_counts_too(client, kitchen, rosa, outside):
    with outside():
        other = factories.tenancy.Organization(name="Other", slug="other-place")
        with entered(Context(organization=other.pk)):
            other.save(force_insert=True)
            person = factories.person(user=rosa.person.user)
            factories.member(Role.ORGANIZATION_ADMIN, person=person)

    assert type_pin(client, rosa).status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_cookie_that_nobody_signed_or_of_another_organization_opens_nothing(client, kitchen, organization, team):
    _made, token = tablets.switch_on(team, name="", by=None, on=TODAY())
    for value in ("x", f"{organization.slug}:{token}", ""):
        one = Client()
        one.cookies["tablet"] = value
        assert one.get("/tablet/").status_code == 404
    other = becomes_tablet(Client(), type("Other", (), {"slug": "other-place"}), token)
    assert other.get("/tablet/").status_code == 404


def test_only_hashes_are_kept(team, rosa, inside):
    made, token = tablet(team, rosa)

    with inside(rosa.person_id):
        pin = Pin.objects.get()
    assert token not in made.token_hash
    assert (check_password(PIN, pin.digits_hash), PIN in pin.digits_hash.split("$")[-1][:4]) == (True, False)


def test_a_pin_is_read_on_its_own_team_alone(team, rosa, organization):
    tablet(team, rosa)

    with entered(Context(organization=organization.pk, person=rosa.person_id)):
        assert Pin.objects.count() == 0


def test_easy_digits_are_refused_wherever_they_come_from(team, rosa):
    changed(teams=(team.pk,))
    for digits in ("1234", "0000", "12", "abcd"):
        with pytest.raises(pins.EasyToGuess):
            pins.set_pin(rosa.person, team, digits, on=TODAY())


def test_the_database_holds_one_pin_a_team_and_one_token_each(team, rosa, leader):
    made, _token = tablet(team, rosa)
    changed(teams=(team.pk,))

    with pytest.raises(IntegrityError, match="pin_once_in_a_team"), transaction.atomic():
        Pin.objects.create(person=rosa.person, team=team, digits_hash="x")
    with pytest.raises(IntegrityError, match="tablet_token_once"), transaction.atomic():
        Tablet.objects.create(team=team, token_hash=made.token_hash)
    with pytest.raises(IntegrityError, match="tablet_off_by_somebody_is_off"), transaction.atomic():
        Tablet.objects.filter(pk=made.pk).update(revoked_by=leader.person)
    guess = PinGuess.objects.create(tablet=made, pin=Pin.objects.get(), team=team)
    with pytest.raises(IntegrityError, match="pin_guesses_once_a_tablet"), transaction.atomic():
        PinGuess.objects.create(tablet=made, pin=guess.pin, team=team)
    assert connection.vendor == "postgresql"
