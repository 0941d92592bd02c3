"""The pages of cards, tablets and PINs inside a collaborative."""

import datetime
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from collaborative.cards.actions import cards
from collaborative.cards.models import Card, Pin, Tablet
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from tests import factories
from tests.factories.cards import card, tablet

CODE = re.compile(r"<li>([CDFGHJKMNPQRTVWXY34679]{5}-[CDFGHJKMNPQRTVWXY34679]{5})")


def here(member):
    organization = factories.tenancy.here()
    return f"/{organization.slug}/{member.collaborative.slug}/cards/"


def signed_in(member):
    client = Client()
    client.force_login(member.person.user)
    return client


@pytest.mark.capability("C006")
def test_the_sheet_shows_the_codes_once_in_the_persons_language_and_no_family_name(leader, rosa, project_team):
    Person.objects.filter(pk=project_team.person_id).update(first_name="Lynn", phone="555-0103")
    Person.objects.filter(pk=rosa.person_id).update(language="es")
    address, client = here(leader), signed_in(leader)

    sheet = client.post(f"{address}for/{rosa.person_id}/").url
    page = client.get(sheet).content.decode()
    elsewhere = signed_in(leader).get(sheet, follow=True).content.decode()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6), tick=False):
        again = client.get(sheet, follow=True).content.decode()

    codes = CODE.findall(page)
    printed = page[page.index("printed-card") : page.index("</section>")]
    assert (len(set(codes)), CODE.findall(again), CODE.findall(elsewhere)) == (6, [], [])
    assert "were shown already" in again
    assert not any(code.replace("-", "") in str(dict(client.session)) for code in codes)
    assert 'lang="es"' in page
    assert ("Rosa" in printed, "Delgado" in printed, rosa.person.email in printed) == (True, False, False)
    assert ("555-0103" in printed, "<svg" in printed, "style=" in printed) == (True, True, False)
    assert cards.find_code(codes[0]) is not None


def test_somebody_without_e_mail_gets_card_and_letter(leader, team):
    address, client = here(leader), signed_in(leader)

    page = client.post(
        f"{address}add/",
        {
            "first_name": "Opal", "place": f"family_partner:{team.pk}", "language": "en",
            "works_on": "help children with big feelings", "hours": "three hours", "own_words": "Bring a story.",
        },
        follow=True,
    ).content.decode()  # fmt: skip

    assert len(CODE.findall(page)) == 6
    for words in (
        "Hi Opal, it is Priya.", "We try small new ways to help children with big feelings",
        "It takes about three hours a month.", "call me first at 555-0111", "It is fine to say no.", "Bring a story.",
    ):  # fmt: skip
        assert words in page
    assert "Tap to see more" not in page


def test_a_role_that_is_not_hers_to_give_cannot_be_sent(leader, team):
    other = factories.team(team.collaborative)

    for place in (f"teacher:{other.pk}", "implementation_team", "organization_admin"):
        answer = signed_in(leader).post(f"{here(leader)}add/", {"first_name": "Opal", "place": place, "language": "en"})
        assert (answer.status_code, CODE.findall(answer.content.decode())) == (200, [])


def test_the_list_shows_a_leader_her_team_and_the_project_team_everybody(leader, rosa, denise, project_team):
    stranger = factories.member(Role.TEACHER, team=factories.team(leader.collaborative))
    card(denise.person, leader.collaborative, by=leader.person)

    hers = signed_in(leader).get(here(leader)).content.decode()
    theirs = signed_in(project_team).get(here(leader)).content.decode()

    assert ("Denise Carter" in hers, stranger.person.full_name in hers) == (True, False)
    assert (hers.count("Has a card since"), hers.count("It is lost: stop it")) == (1, 1)
    assert ("Denise Carter" in theirs, stranger.person.full_name in theirs) == (True, True)
    assert "Signs in with e-mail and a passkey" in theirs


def test_a_name_is_found(project_team, rosa, denise):
    page = signed_in(project_team).get(here(project_team) + "?name=den").content.decode()

    assert ("Denise Carter" in page, "Rosa Delgado" in page) == (True, False)


def test_a_leader_cannot_reach_other_peoples_cards(leader, project_team, collaborative):
    stranger = factories.member(Role.TEACHER, team=factories.team(collaborative))
    theirs = card(stranger.person, collaborative, by=project_team.person)
    address, client = here(leader), signed_in(leader)

    answers = [
        client.post(f"{address}for/{stranger.person_id}/").status_code,
        client.post(f"{address}{theirs.card.pk}/stop/").status_code,
        client.post(f"{address}for/{stranger.person_id}/no/").status_code,
    ]

    assert answers == [404, 404, 404]
    assert cards.find_code(theirs.codes[0]) is not None


def test_for_who_is_more_than_her_team_the_page_says_whom_to_ask(leader, rosa, project_team, collaborative):
    factories.member(Role.TEACHER, team=factories.team(collaborative), person=rosa.person)
    address = f"{here(leader)}for/{rosa.person_id}/"

    page = signed_in(leader).post(address).content.decode()

    assert (CODE.findall(page), "Please ask the project team for the card" in page) == ([], True)
    assert len(CODE.findall(signed_in(project_team).post(address, follow=True).content.decode())) == 6


def test_a_lost_card_is_stopped_by_the_leader_and_by_its_owner(leader, denise, inside, collaborative):
    first = card(denise.person, collaborative, by=leader.person)
    signed_in(leader).post(f"{here(leader)}{first.card.pk}/stop/")
    with inside():
        assert Card.objects.get(pk=first.card.pk).revoked_by_id == leader.person_id
        second = card(denise.person, collaborative, by=leader.person)
        cards.use_code(cards.find_code(second.codes[0]).pk, on=timezone.localdate())
    page = signed_in(denise).get(here(leader) + "mine/").content.decode()
    signed_in(denise).post(here(leader) + "mine/stop/")

    assert "Priya Raman made it on" in page and "Was that you?" in page
    with inside():
        assert Card.objects.get(pk=second.card.pk).revoked_by_id == denise.person_id


def test_own_card_means_ones_own(leader, denise, rosa, collaborative, inside):
    made = card(denise.person, collaborative, by=leader.person)

    signed_in(rosa).post(here(leader) + "mine/stop/")

    with inside():
        assert Card.objects.get(pk=made.card.pk).revoked_at is None


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("1234", "Many people would try this one first"),
        ("0000", "Many people would try this one first"),
        ("12", "Please choose four, five or six digits"),
        ("", "Please fill this in"),
    ],
)
def test_weak_digits_are_refused_kindly(rosa, inside, digits, words):
    page = signed_in(rosa).post(here(rosa) + "mine/pin/", {"digits": digits}).content.decode()

    assert words in page
    assert re.search(r'<input[^>]*name="digits"[^>]*value=', page) is None
    with inside():
        assert Pin.objects.count() == 0


def test_a_pin_is_set_changed_and_given_up(rosa, inside):
    client, address = signed_in(rosa), here(rosa) + "mine/"
    for digits in ("4719", "80412"):
        assert client.post(address + "pin/", {"digits": digits}).url == address
    with inside():
        assert Pin.objects.count() == 1
    assert "You have one" in client.get(address).content.decode()
    client.post(address + "pin/drop/")

    with inside():
        assert Pin.objects.count() == 0
    assert client.get(address + "pin/").url == address


def test_a_coach_of_another_team_is_told_to_sign_in_otherwise(rosa):
    factories.member(Role.FACULTY_COACH, collaborative=factories.collaborative(), person=rosa.person)
    address = here(rosa) + "mine/"

    shown = signed_in(rosa).get(address).content.decode()
    answer = signed_in(rosa).post(address + "pin/", {"digits": "4719"})

    assert "Set my PIN" not in shown
    assert answer.status_code == 200


def test_a_device_becomes_the_tablet_and_its_switcher_is_signed_out(leader, team, rosa, inside):
    client = signed_in(leader)
    address = f"{here(leader)}tablets/{team.pk}/"

    answer = client.post(address + "here/", {"name": "Kitchen"})

    assert answer.url == "/tablet/"
    assert "_auth_user_id" not in client.session
    assert client.get("/tablet/").status_code == 200
    cookie = client.cookies["tablet"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    with inside():
        made = Tablet.objects.get()
    assert (made.name, made.switched_on_by_id, made.team_id) == ("Kitchen", leader.person_id, team.pk)
    assert "Priya Raman on" in signed_in(rosa).get(address).content.decode()


def test_who_may_switch_a_tablet_on_and_off(leader, rosa, project_team, team, collaborative, inside):
    made, _token = tablet(team)
    other = factories.member(Role.TEAM_LEADER, team=factories.team(collaborative))
    address = here(leader)

    def answers(member):
        client = signed_in(member)
        return [
            client.get(f"{address}tablets/{team.pk}/").status_code,
            client.get(f"{address}tablets/{team.pk}/here/").status_code,
            client.post(f"{address}tablet/{made.pk}/off/").status_code,
        ]

    assert (answers(rosa), answers(other)) == ([200, 403, 403], [404, 404, 404])
    assert answers(project_team) == [200, 200, 302]
    with inside():
        assert Tablet.objects.get().revoked_by_id == project_team.person_id


def test_the_team_page_leads_to_its_tablets_and_about_me_to_my_ways_in(leader, rosa, team):
    organization = factories.tenancy.here()
    base = f"/{organization.slug}/{team.collaborative.slug}/"

    assert f"{base}cards/tablets/{team.pk}/" in signed_in(rosa).get(f"{base}teams/{team.pk}/").content.decode()
    assert f"{base}cards/mine/" in signed_in(rosa).get(f"{base}people/me/").content.decode()
    assert f"{base}cards/add/" in signed_in(leader).get(f"{base}people/invite/").content.decode()


@pytest.mark.parametrize("more", [0, 2])
def test_the_list_asks_as_often_for_many_as_for_one(leader, denise, collaborative, django_assert_num_queries, more):
    card(denise.person, collaborative, by=leader.person)
    for _number in range(more):
        member = factories.member(Role.TEACHER, team=leader.team)
        card(member.person, collaborative, by=leader.person)
    client = signed_in(leader)
    client.get(here(leader))

    with django_assert_num_queries(14):
        client.get(here(leader))


@pytest.mark.parametrize("more", [0, 2])
def test_the_tablets_are_asked_for_at_once(leader, team, django_assert_num_queries, more):
    for _number in range(1 + more):
        tablet(team, by=leader.person)
    client = signed_in(leader)
    address = f"{here(leader)}tablets/{team.pk}/"
    client.get(address)

    with django_assert_num_queries(10):
        client.get(address)


def test_a_second_tap_makes_no_second_card(leader, denise, inside):
    client, address = signed_in(leader), f"{here(leader)}for/{denise.person_id}/"
    key = re.search(r'name="form_key" value="([^"]+)"', client.get(address).content.decode()).group(1)

    sheets = {client.post(address, {"form_key": key}).url for _tap in range(2)}

    with inside():
        assert (len(sheets), Card.objects.count()) == (1, 1)
    assert len(CODE.findall(client.get(sheets.pop()).content.decode())) == 6
