"""A team's tablet: names, digits, two hours, and nothing left for the next person."""

import datetime
import re

import pytest
import time_machine
from django.utils import timezone

from collaborative.cards.actions import tablets
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from tests import factories
from tests.cards.showing_tablets import home_of, type_pin
from tests.factories.cards import becomes_tablet, tablet

TODAY = timezone.localdate


@pytest.mark.capability("C006")
def test_it_shows_the_first_names_of_who_chose_a_pin_and_a_pin_opens_the_home(
    client, kitchen, organization, team, rosa, leader
):
    page = client.get("/tablet/").content.decode()
    asked = client.get(f"/tablet/{rosa.person_id}/").content.decode()
    answer = type_pin(client, rosa)

    assert re.findall(r'<li><a href="/tablet/[^"]+">([^<]+)</a>', page) == ["Denise", "Rosa"]
    assert "Delgado" not in page and "Priya" not in page
    assert 'inputmode="numeric"' in asked and 'autocomplete="off"' in asked
    assert answer.url == home_of(organization, team)
    assert client.session["_auth_user_id"] == str(rosa.user_id)


def test_two_of_one_first_name_are_told_apart(client, organization, team):
    members = [
        factories.member(Role.TEACHER, team=team, person=factories.person(first_name="Rosa", family_name=family))
        for family in ("Delgado", "Marin")
    ]
    _made, token = tablet(team, *members)

    page = becomes_tablet(client, organization, token).get("/tablet/").content.decode()

    assert ("Rosa D." in page, "Rosa M." in page, "Delgado" in page) == (True, True, False)


def test_who_left_the_team_is_gone_from_it_and_out_of_it(client, kitchen, organization, rosa, team, inside):
    type_pin(client, rosa)
    elsewhere = factories.team(team.collaborative)
    factories.member(Role.TEACHER, team=elsewhere, person=rosa.person)
    yesterday = TODAY() - datetime.timedelta(days=1)
    with inside():
        Membership.objects.filter(pk=rosa.pk).update(ends_on=yesterday)

    assert client.get(home_of(organization, team)).url == "/tablet/"
    assert "_auth_user_id" not in client.session
    assert "Rosa" not in client.get("/tablet/").content.decode()
    assert type_pin(client, rosa).url == "/tablet/"


def test_a_tablet_switched_off_lets_nobody_in_and_signs_out(client, kitchen, organization, rosa, leader, team, inside):
    type_pin(client, rosa)
    with inside(leader.person_id):
        tablets.switch_off(kitchen, by=leader.person, on=TODAY())

    assert client.get(home_of(organization, team)).url == "/tablet/"
    answer = client.get("/tablet/")
    assert answer.status_code == 404
    assert client.cookies["tablet"].value == ""


def test_a_session_by_pin_ends_after_two_hours_and_after_a_quarter_of_an_hour_without_a_touch(
    client, kitchen, organization, rosa, team
):
    home = home_of(organization, team)
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        type_pin(client, rosa)
        for _touch in range(11):
            clock.shift(datetime.timedelta(minutes=10))
            assert client.get(home).status_code == 200
        clock.shift(datetime.timedelta(minutes=11))
        assert client.get(home).url == "/tablet/"
        type_pin(client, rosa)
        clock.shift(datetime.timedelta(minutes=16))
        assert client.get(home).url == "/tablet/"


def test_whoever_signs_in_on_a_tablet_in_another_way_has_two_hours_as_well(client, kitchen, organization, rosa, team):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        client.force_login(rosa.person.user)
        request_kept = client.session.get_expiry_age()
    page = client.get("/tablet/").content.decode()

    assert request_kept > 0
    assert "Somebody is still signed in" in page


def test_done_signs_out_clears_the_browser_and_the_tablet_stays_one(client, kitchen, organization, rosa, team):
    type_pin(client, rosa)
    earlier = client.session.session_key

    answer = client.post("/tablet/done/")

    assert (answer.url, answer["Clear-Site-Data"]) == ("/tablet/", '"cache", "storage"')
    assert "_auth_user_id" not in client.session
    assert client.session.session_key != earlier
    assert client.get("/tablet/").status_code == 200
    assert client.get(home_of(organization, team)).url == "/tablet/"


def test_nothing_said_to_the_first_is_told_to_the_second(client, kitchen, organization, rosa, denise, team):
    type_pin(client, rosa)
    client.post(home_of(organization, team) + "people/me/", profile_of(rosa, line="I sing with the babies"))

    client.post("/tablet/done/")
    names = client.get("/tablet/").content.decode()
    type_pin(client, denise)
    home = client.get(home_of(organization, team)).content.decode()

    assert "Saved." not in names + home
    assert "Hello Denise" in home and "sing with the babies" not in home


def profile_of(member, **changes):
    person = member.person
    return {
        "first_name": person.first_name, "family_name": person.family_name, "language": "en", "shown_as": "role",
        **changes,
    }  # fmt: skip


def test_a_note_that_was_never_shown_is_not_shown_to_the_next_person(client, kitchen, organization, rosa, denise, team):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        type_pin(client, rosa)
        client.post(home_of(organization, team) + "people/me/", profile_of(rosa))
        assert client.cookies["messages"].value
        clock.shift(datetime.timedelta(minutes=20))  # nobody tapped Done
        names = client.get("/tablet/").content.decode()
        type_pin(client, denise)
        home = client.get(home_of(organization, team)).content.decode()

    assert "Saved." not in names + home


def test_every_page_has_the_button_and_says_that_the_device_is_shared(client, kitchen, organization, rosa, team):
    type_pin(client, rosa)
    home = home_of(organization, team)

    for path in (
        home,
        home + "pdsa/",
        home + "cards/mine/",
        home + "people/",
        home + "people/invite/",
        home + "nowhere/",
    ):
        page = client.get(path).content.decode()
        assert (path, "Done, next person" in page or "next person" in page) == (path, True)
        assert (path, bool(re.search(r"<body[^>]* data-shared-device", page))) == (path, True)
    assert client.get(home)["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", "cards/"),
        ("get", "cards/add/"),
        ("post", "cards/mine/pin/"),
        ("get", "people/invite/"),
        ("get", "people/roles/give/"),
    ],
)
def test_ways_in_are_not_given_from_a_tablet(client, organization, leader, team, method, path):
    _made, token = tablet(team, leader)
    type_pin(becomes_tablet(client, organization, token), leader)

    answer = getattr(client, method)(home_of(organization, team) + path)

    assert (answer.status_code, "your own phone or computer" in answer.content.decode()) == (403, True)


@pytest.mark.parametrize(
    "path", ["/accounts/email/", "/accounts/2fa/", "/accounts/password/set/", "/accounts/sessions/"]
)
def test_a_login_is_not_changed_from_a_tablet(client, kitchen, rosa, path):
    type_pin(client, rosa)

    assert client.get(path).status_code == 403


def test_a_session_by_pin_stays_in_its_collaborative(client, kitchen, organization, rosa, team):
    elsewhere = factories.team(factories.collaborative())
    factories.member(Role.TEACHER, team=elsewhere, person=rosa.person)
    type_pin(client, rosa)

    assert client.get(home_of(organization, elsewhere)).status_code == 404
    assert client.get(home_of(organization, team)).status_code == 200


def test_however_a_shared_session_ends_the_browser_forgets(client, kitchen, organization, rosa, team):
    home, ends = home_of(organization, team), []
    type_pin(client, rosa)
    ends.append(client.post("/accounts/logout/"))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        type_pin(client, rosa)
        clock.shift(datetime.timedelta(minutes=20))
        ends.append(client.get(home))

    assert [(one.url, one.headers.get("Clear-Site-Data")) for one in ends] == [("/tablet/", '"cache", "storage"')] * 2
    assert "Clear-Site-Data" not in client.get("/tablet/").headers
