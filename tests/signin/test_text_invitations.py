"""Asked by text, in with one tap, back with a code: a person without e-mail; and a no that is heard kindly."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from collaborative.isolation.context import Context, changed, current, entered
from collaborative.outbox import rules
from collaborative.outbox.models import Message
from collaborative.people.models import User
from collaborative.tenancy.actions import invitations as actions
from collaborative.tenancy.enums import Reminders, Role
from collaborative.tenancy.models import Invitation, Membership, Person
from tests import factories
from tests.signin.codes import CONFIRM, LOGIN, ask, code_of
from tests.signin.inviting import LINK, invite

PHONE, TYPED = "+16175550142", "(617) 555-0142"


def text_invite(leader, team, **values):
    return invite(leader, team, email="", text_to=TYPED, **values)


def reread(organization, model, **where):
    with entered(Context(organization=organization.pk)):
        return list(model.objects.filter(**where))


def messages_of(person_id):
    earlier = current()
    changed(person=person_id)
    found = list(Message.objects.filter(person_id=person_id).order_by("created_at", "pk"))
    changed(person=earlier.person)
    return found


@pytest.mark.capability("C006")
def test_the_text_is_the_invitation_in_short_in_the_language_of_the_person(organization, team, leader):
    invitation, address = text_invite(leader, team, hours="three hours")

    (text,) = messages_of(invitation.membership.person_id)

    assert (text.channel, text.to, text.subject) == ("text", PHONE, "")
    assert text.body == (
        f"Hi Denise, it is Maria. The team at {team.center.name} would like you with them. Tap to see more, or call me"
        f" first at 555-0142. It is fine to say no. http://localhost:8000{address}"
    )
    assert rules.segments(text.body) <= 2
    assert "three hours" in invitation.words


def test_a_scanner_opens_it_the_person_comes_in_and_later_signs_in_by_text(organization, team, leader):
    invitation, address = text_invite(leader, team)
    for _time in range(3):
        Client().get(address)
    client, later = Client(), Client()

    page = client.get(address).content.decode()
    welcome = client.post(address + "yes/")
    came = client.get(welcome.url)
    ask(later, TYPED)
    later.post(CONFIRM, {"code": code_of(later)})

    assert 'href="tel:555-0142"' in page
    assert (welcome.url.endswith("/people/welcome/"), came.status_code) == (True, 200)
    assert later.get("/").url.startswith(f"/{organization.slug}/")
    (person,) = reread(organization, Person, pk=invitation.membership.person_id)
    assert (person.email, person.phone, person.reminders, person.user.email, person.user.phone) == (
        "", TYPED, Reminders.TEXT, None, PHONE,
    )  # fmt: skip


def test_the_link_in_a_text_works_once(organization, team, leader):
    _invitation, address = text_invite(leader, team)

    answers = [Client().post(address + "yes/").status_code for _time in range(2)]

    assert answers == [302, 404]


def test_a_number_that_opens_somebody_elses_login_lets_nobody_in_unasked(organization, team, leader):
    User.objects.create_user(phone=PHONE)
    _invitation, address = text_invite(leader, team)
    client = Client()

    answer = client.post(address + "yes/")
    said = client.get(answer.url).content.decode()

    assert answer.url.startswith(LOGIN)
    assert "If you share this phone, call Maria" in said


def test_two_people_may_be_reached_at_one_phone_and_each_is_somebody(organization, team, leader):
    factories.person(first_name="Luis", phone=TYPED)

    invitation, _address = text_invite(leader, team)

    assert invitation.membership.person.first_name == "Denise"


def test_an_invitation_goes_by_mail_or_by_text_and_never_to_half_a_number(organization, team, leader):
    with pytest.raises(ValueError, match="not a"):
        invite(leader, team, email="", text_to="555-0142")
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize(
    ("email", "text_to", "way", "sentence"),
    [
        ("", TYPED, ("", PHONE), ""),
        ("denise@example.org", TYPED, ("denise@example.org", ""), ""),
        ("", "", None, "an e-mail address or a phone number"),
        ("", "555-0142", None, "whole number with its area code"),
    ],
)
def test_the_page_takes_an_address_or_a_number(organization, team, leader, email, text_to, way, sentence):
    client = Client()
    client.force_login(leader.user)
    here = f"/{organization.slug}/{team.collaborative.slug}/people/"
    values = {"first_name": "Denise", "language": "en", "place": f"family_partner:{team.pk}"}

    answer = client.post(here + "invite/", {**values, "email": email, "text_to": text_to})

    assert answer.status_code == (302 if way else 200)
    assert sentence in answer.content.decode()
    assert [(row.email, row.phone) for row in reread(organization, Invitation)] == ([way] if way else [])


def test_a_no_with_a_word_reaches_the_inviter_alone_and_ends_everything(organization, team, leader):
    invitation, address = text_invite(leader, team)
    client, answer = Client(), Client().post(address + "no/", {"words": "My mother is ill."})
    client.force_login(leader.user)

    page = client.get(f"/{organization.slug}/{team.collaborative.slug}/people/invitations/").content.decode()

    assert "It is fine to say no" in answer.content.decode()
    (told,) = messages_of(leader.pk)
    assert (told.to, told.subject) == (leader.email, "Denise says no, thank you")
    assert told.body.endswith("\n\nMy mother is ill.")
    assert "Said no, thank you" in page
    assert "My mother is ill." not in page
    (membership,) = reread(organization, Membership, pk=invitation.membership_id)
    assert membership.hidden_at is not None
    assert Client().post(address + "yes/").status_code == 404


def test_sent_again_it_goes_the_same_way_with_a_fresh_link(organization, team, leader):
    invitation, address = text_invite(leader, team)
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() + datetime.timedelta(days=13))
    invitation.refresh_from_db()

    again = actions.send_again(invitation, by=leader, on=timezone.localdate())

    first, second = messages_of(invitation.membership.person_id)
    assert (second.channel, second.to) == ("text", PHONE)
    assert LINK.search(second.body).group(1) != address
    assert re.search(re.escape(again.address) + "$", second.body)
    assert Client().get(address).status_code == 404


def test_whoever_is_here_with_this_number_gets_the_role_and_stays_who_they_are(organization, team, leader):
    denise = factories.member(Role.TEACHER, team=team)
    User.objects.filter(pk=denise.user_id).update(email=None, phone=PHONE)
    _invitation, address = text_invite(leader, team, role=Role.TEAM_LEADER)
    client = Client()
    client.force_login(User.objects.get(pk=denise.user_id))

    client.post(address + "yes/")

    roles = {row.role for row in reread(organization, Membership, person_id=denise.person_id)}
    assert roles == {Role.TEACHER, Role.TEAM_LEADER}
