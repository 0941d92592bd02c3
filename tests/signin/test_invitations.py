"""The invitation is the account: three screens, no password; and nobody gets in twice, too late or as somebody else."""

import datetime
import re
import threading
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.isolation.models import new_id
from collaborative.outbox.models import Message
from collaborative.people.models import User
from collaborative.tenancy.actions import invitations as actions
from collaborative.tenancy.actions.memberships import NotYoursToGive
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Invitation, Membership, Person
from tests import factories
from tests.signin.inviting import LINK, invite

TODAY = datetime.date(2026, 3, 3)


def reread(organization, model, **where):
    with entered(Context(organization=organization.pk)):
        return list(model.objects.filter(**where))


@pytest.mark.capability("C006")
def test_three_screens_lead_from_the_mail_to_the_first_page_without_a_password(organization, team, leader):
    invitation, address = invite(leader, team)
    client = Client()

    first = client.get(address)
    welcome = client.post(address + "yes/")
    second = client.get(welcome.url)
    home = client.post(welcome.url, {"language": "en", "shown_as": "first_name", "line": "Mother of two"})

    assert "It is fine to say no" in first.content.decode()
    assert (welcome.url, second.status_code) == (f"/{organization.slug}/{team.collaborative.slug}/people/welcome/", 200)
    assert home.url == f"/{organization.slug}/{team.collaborative.slug}/"
    (person,) = reread(organization, Person, pk=invitation.membership.person_id)
    assert (person.shown_as, person.line, person.user.email) == ("first_name", "Mother of two", "denise@example.org")
    assert not person.user.has_usable_password()


def test_whoever_has_a_login_signs_in_before_saying_yes(organization, team, leader):
    denise = factories.member(Role.OBSERVER, collaborative=team.collaborative)
    invitation, address = invite(leader, team, role=Role.TEACHER, email=denise.person.email)
    stranger, owner = Client(), Client()
    owner.force_login(denise.person.user)

    sent_away = stranger.post(address + "yes/")
    joined = owner.post(address + "yes/")

    assert sent_away.url == "/accounts/login/?" + urlencode({"next": address})
    assert stranger.get("/").url.startswith("/accounts/login/")
    assert joined.status_code == 302
    roles = {row.role for row in reread(organization, Membership, person_id=denise.person_id)}
    assert roles == {Role.OBSERVER, Role.TEACHER}


def test_a_login_never_becomes_somebody_else_who_is_here(organization, team, leader):
    denise = factories.member(Role.FAMILY_PARTNER, team=team)
    invitation, _address = invite(leader, team, role=Role.FAMILY_PARTNER)
    other_day = denise.starts_on + datetime.timedelta(days=1)
    Membership.objects.filter(pk=denise.pk).update(ends_on=denise.starts_on)
    Membership.objects.filter(pk=invitation.membership_id).update(person=denise.person, starts_on=other_day)
    invitation.membership.refresh_from_db()
    other = User.objects.create_user(email="other@example.org")

    with pytest.raises(actions.NoLongerOpen):
        actions.accept(invitation, user=other, on=TODAY)

    assert Person.objects.get(pk=denise.person_id).user == denise.person.user


def test_a_mail_scanner_that_opens_the_link_uses_nothing_up(organization, team, leader):
    invitation, address = invite(leader, team)
    for _time in range(3):
        assert Client().get(address).status_code == 200

    assert Client().post(address + "yes/").status_code == 302


def test_the_link_works_once(organization, team, leader):
    invitation, address = invite(leader, team)
    Client().post(address + "yes/")

    again = Client().post(address + "yes/")
    shown = Client().get(address)

    assert (again.status_code, shown.status_code) == (404, 404)
    assert len(reread(organization, Membership, person_id=invitation.membership.person_id)) == 1


@pytest.mark.parametrize(("days", "status"), [(13.9, 302), (14.1, 404)])
def test_the_link_works_for_fourteen_days(organization, team, leader, days, status):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        _invitation, address = invite(leader, team)
        clock.move_to(now + datetime.timedelta(days=days))

        assert Client().post(address + "yes/").status_code == status


def test_a_link_that_was_taken_back_or_replaced_is_as_unknown_as_any(organization, team, leader):
    invitation, address = invite(leader, team)
    unknown = Client().get(f"/invitation/{organization.slug}/unknown-token/")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=11)):
        actions.send_again(invitation, by=leader, on=timezone.localdate())
        replaced = Client().get(address)
        newest = LINK.search(invitation.address).group(1)
        actions.revoke(invitation, by=leader, on=timezone.localdate())
        revoked = Client().get(newest)

    pages = {
        re.sub(
            r'value="[^"]*"|content="[^"]*"|X-CSRFToken": "[^"]*"',
            "",
            answer.content.decode()
            .replace(newest, "")
            .replace(address, "")
            .replace(f"/invitation/{organization.slug}/unknown-token/", ""),
        )
        for answer in (unknown, replaced, revoked)
    }
    assert {unknown.status_code, replaced.status_code, revoked.status_code} == {404}
    assert len(pages) == 1


def test_the_link_opens_nothing_under_another_organizations_name(organization, team, leader):
    _invitation, address = invite(leader, team)
    token = address.rstrip("/").rsplit("/", 1)[1]
    with tenant_context(new_id()) as context:
        other = factories.organization(id=context.organization)

    assert Client().get(f"/invitation/{other.slug}/{token}/").status_code == 404
    assert Client().post(f"/invitation/{other.slug}/{token}/yes/").status_code == 404


def test_saying_no_ends_it_and_tells_the_inviter(organization, team, leader):
    invitation, address = invite(leader, team)

    answer = Client().post(address + "no/")

    assert answer.status_code == 200
    assert Client().get(address).status_code == 404
    (membership,) = reread(organization, Membership, pk=invitation.membership_id)
    assert membership.hidden_at is not None
    with entered(Context(organization=organization.pk, person=leader.pk)):
        assert Message.objects.get(person_id=leader.pk).subject == "Denise says no, thank you"


def test_who_is_signed_in_with_another_address_waits_for_the_inviters_yes(organization, team, leader):
    invitation, address = invite(leader, team)
    other = User.objects.create_user(email="dee@example.org")
    client = Client()
    client.force_login(other)

    client.post(address + "other/")
    (waiting,) = reread(organization, Invitation, pk=invitation.pk)
    before = client.get("/")
    with entered(Context(organization=organization.pk, person=leader.pk)):
        actions.agree_to_other_address(waiting, by=leader.pk, on=timezone.localdate())
    after = client.get("/")

    assert (waiting.other_email, waiting.accepted_at) == ("dee@example.org", None)
    assert before.status_code == 200
    assert after.url.startswith(f"/{organization.slug}/{team.collaborative.slug}/")


def test_a_person_of_the_organization_stays_one_person(organization, team, leader):
    other_team = factories.team(team.collaborative)
    known = factories.member(Role.FAMILY_PARTNER, team=other_team).person
    invitation, address = invite(leader, team, email="second-address@example.org")
    client = Client()
    client.force_login(known.user)
    client.post(address + "other/")
    (waiting,) = reread(organization, Invitation, pk=invitation.pk)

    with entered(Context(organization=organization.pk, person=leader.pk)):
        membership = actions.agree_to_other_address(waiting, by=leader.pk, on=timezone.localdate())

    assert membership.person_id == known.pk
    assert reread(organization, Person, pk=invitation.membership.person_id)[0].hidden_at is not None


def test_an_unanswered_invitation_gives_nothing_even_to_who_has_a_login(organization, team, leader):
    person = factories.member(Role.TEACHER, team=factories.team(factories.collaborative())).person
    invite(leader, team, email=person.email)
    client = Client()
    client.force_login(person.user)

    assert client.get(f"/{organization.slug}/{team.collaborative.slug}/help/").status_code == 404


@pytest.mark.parametrize(
    "role", [Role.DIRECTOR, Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN, Role.OBSERVER]
)
def test_a_team_leader_hands_on_team_roles_alone(organization, collaborative, team, leader, role):
    place = {"team": None, "collaborative": collaborative}
    if role == Role.ORGANIZATION_ADMIN:
        place = {"team": None}
    if role == Role.DIRECTOR:
        place["center"] = team.center

    with pytest.raises(NotYoursToGive):
        invite(leader, role=role, **place)


def test_a_team_leader_asks_nobody_into_another_team(organization, team, leader):
    with pytest.raises(NotYoursToGive):
        invite(leader, factories.team(team.collaborative))


def test_a_tampered_form_gives_no_higher_role(organization, team, leader):
    client = Client()
    client.force_login(leader.user)
    address = f"/{organization.slug}/{team.collaborative.slug}/people/invite/"

    answer = client.post(
        address, {"first_name": "Eve", "email": "eve@example.org", "place": "implementation_team", "language": "en"}
    )

    assert answer.status_code == 200
    assert reread(organization, Person, email="eve@example.org") == []


def test_twenty_invitations_a_day_are_enough_for_a_team(organization, team, leader):
    for number in range(20):
        invite(leader, team, email=f"p{number}@example.org")

    with pytest.raises(actions.EnoughForToday):
        invite(leader, team, email="p20@example.org")


@pytest.mark.django_db(transaction=True)
def test_of_ten_acceptances_at_once_exactly_one_counts():
    organization_id = new_id()
    with tenant_context(organization_id):
        organization = factories.organization(id=organization_id)
        team = factories.team(factories.collaborative())
        leader = factories.member(Role.TEAM_LEADER, team=team).person
        _invitation, address = invite(leader, team)
    statuses = []

    def accept():
        statuses.append(Client().post(address + "yes/").status_code)
        connection.close()

    threads = [threading.Thread(target=accept) for _number in range(10)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert sorted(statuses) == [302] + [404] * 9
    with tenant_context(organization_id):
        assert Membership.objects.filter(role=Role.FAMILY_PARTNER).exclude(user_id=None).count() == 1
        assert User.objects.filter(email="denise@example.org").count() == 1
        assert organization.pk == organization_id
