"""The letter of an invitation: in the inviter's name, and with no promise that is not true."""

import datetime

from collaborative.tenancy import letters
from collaborative.tenancy.enums import Role
from tests import factories
from tests.signin.inviting import invite, mail_of

TODAY = datetime.date(2026, 3, 3)


def test_the_letter_is_in_the_inviters_name_and_makes_no_untrue_promise(organization, team, leader):
    invitation, address = invite(leader, team, works_on="help children with big feelings", hours="three hours")

    message = mail_of(invitation)

    assert message.body.startswith(
        f"Hi Denise, it is Maria. The team at {team.center.name} would like you with them. We try small new ways to "
        "help children with big feelings, and your voice counts as much as anyone's. It takes about three hours a "
        "month. Tap to see more, or call me first at 555-0142. It is fine to say no."
    )
    assert address in message.body
    assert (message.from_name, message.reply_to, message.erase_when_sent) == (leader.full_name, leader.email, True)


def test_the_letter_promises_what_the_collaborative_wrote_and_what_was_signed(organization, team, leader):
    team.collaborative.practical_supports = "We pay for your time, child care and rides."
    team.collaborative.save()
    organization.not_used_to_rate_signed_by, organization.not_used_to_rate_signed_on = "Dr. Lee", TODAY
    organization.save()

    words = invite(leader, team)[0].words

    assert "We pay for your time, child care and rides." in words
    assert "is not used to rate a center or anyone in it: Dr. Lee has signed that." in words


def test_what_is_promised_to_family_partners_stands_in_no_other_letter(team, leader):
    team.collaborative.practical_supports = "Family partners are paid for each hour.\nWe pay the bus."
    team.collaborative.save()

    to_partner = invite(leader, team)[0].words
    to_teacher = invite(leader, team, role=Role.TEACHER, email="tessa@example.org")[0].words

    assert "Family partners are paid for each hour. We pay the bus. Tap to see more" in to_partner
    assert "paid" not in to_teacher


def test_a_team_leader_is_asked_to_lead_a_team_that_may_not_be_there_yet(team, leader):
    words = invite(leader, team, role=Role.TEAM_LEADER)[0].words

    asked = f"We would like you to lead the team of {team.center.name} in {team.collaborative.name}."
    assert words.startswith(f"Hi Denise, it is Maria. {asked} We try")


def test_a_colleague_is_asked_onto_the_project_team(organization, collaborative, leader):
    colleague = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)

    words = letters.invitation_words(colleague.person, colleague, leader, organization)

    assert f"We would like you on the project team of {collaborative.name}." in words
