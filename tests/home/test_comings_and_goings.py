"""A newcomer in mid-year, somebody who leaves, and somebody with three places."""

import datetime
import uuid

import pytest
from django.test import Client

from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.outbox.actions import write_message
from collaborative.outbox.models import Message
from collaborative.tenancy.actions import memberships
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from pdsa.actions import cycles, sharing
from tests import factories

TODAY = datetime.date.today()


def enter(member):
    client = Client()
    client.force_login(member.person.user)
    return client


@pytest.fixture
def here(organization, team):
    return f"/{organization.slug}/{team.collaborative.slug}/"


@pytest.mark.capability("C033")
def test_a_newcomer_finds_people_tries_and_whom_to_call_on_one_page(organization, team, here):
    factories.member(Role.TEAM_LEADER, team=team, person=factories.person(first_name="Priya", phone="555-0111"))
    coach = factories.member(Role.FACULTY_COACH, collaborative=team.collaborative)
    factories.assignment(coach.person, team)
    newcomer = factories.member(Role.TEACHER, team=team)

    page = enter(newcomer).get(here + "new-here/")

    text = page.content.decode()
    assert page.status_code == 200
    assert all(word in text for word in ("Priya", "555-0111", coach.person.full_name, team.center.name))
    assert "One first small thing" in text


@pytest.mark.parametrize(
    ("role", "status"), [(Role.IMPLEMENTATION_TEAM, 200), (Role.DIRECTOR, 200), (Role.OBSERVER, 403)]
)
def test_whoever_invites_can_read_it_too_and_nobody_who_may_not_know_people(organization, team, here, role, status):
    member = factories.member(role, team=team if role == Role.DIRECTOR else None, collaborative=team.collaborative)

    assert enter(member).get(here + "new-here/").status_code == status


def test_the_page_for_newcomers_asks_the_same_of_the_database_for_many(
    organization, team, here, django_assert_num_queries
):
    client = enter(factories.member(Role.TEACHER, team=team))
    client.get(here + "new-here/")
    with django_assert_num_queries(18):
        client.get(here + "new-here/")
    for _number in range(2):
        factories.member(Role.TEACHER, team=team)

    with django_assert_num_queries(18):
        client.get(here + "new-here/")


@pytest.mark.capability("C033")
def test_who_leaves_has_no_rights_in_the_next_request_and_what_waits_for_them_stays(organization, team, here):
    leaver = factories.member(Role.TEACHER, team=team)
    client = enter(leaver)
    before = client.get(here).status_code
    with entered(Context(organization=organization.pk, person=leaver.person_id)):
        waits = write_message(
            to=leaver.person.email, subject="This week", body="Hi.", slot="week:1", person_id=leaver.person_id
        )

    with tenant_context(organization.pk):
        memberships.end_membership(leaver, on=TODAY)

    assert (before, client.get(here).status_code) == (200, 404)
    with entered(Context(organization=organization.pk, person=leaver.person_id)):
        assert Message.objects.get(pk=waits.pk).state == "dropped"


def test_one_role_of_two_that_ends_stops_no_message(organization, team, here):
    member = factories.member(Role.TEACHER, team=team)
    factories.member(Role.TEAM_LEADER, team=team, person=member.person)
    with entered(Context(organization=organization.pk, person=member.person_id)):
        waits = write_message(
            to=member.person.email, subject="This week", body="Hi.", slot="week:1", person_id=member.person_id
        )

    memberships.end_membership(member, on=TODAY)

    with entered(Context(organization=organization.pk, person=member.person_id)):
        assert Message.objects.get(pk=waits.pk).state == "waiting"


@pytest.mark.capability("C033")
def test_what_a_leaver_has_in_hand_is_listed_for_the_leader_and_nothing_private(organization, team, here):
    leader = factories.member(Role.TEAM_LEADER, team=team)
    leaver = factories.member(Role.TEACHER, team=team, is_data_point_person=True)
    today = {"on": TODAY, "look_back_on": TODAY + datetime.timedelta(days=7)}
    with entered(Context(organization=organization.pk, person=leaver.person_id, teams=(team.pk,))):
        shown = cycles.start_cycle(team=team, what="Sing at the gate", by=leaver.person, **today)
        cycles.start_cycle(team=team, what="Only mine", by=leaver.person, **today)
        sharing.share_cycle(shown, audience="team", by=leaver.person, on=TODAY)

    page = enter(leader).get(here + f"handing-on/{leaver.pk}/").content.decode()
    other = enter(factories.member(Role.TEAM_LEADER, team=factories.team(team.collaborative)))

    assert "Sing at the gate" in page
    assert "Only mine" not in page
    assert "puts in the team's numbers" in page
    assert other.get(here + f"handing-on/{leaver.pk}/").status_code in (403, 404)
    assert enter(leaver).get(here + f"handing-on/{leaver.pk}/").status_code == 403


def test_three_collaboratives_in_two_organizations_are_one_tap_apart(organization, team):
    first = factories.member(Role.TEACHER, team=team)
    second = factories.member(Role.FACULTY_COACH, collaborative=factories.collaborative(), person=first.person)
    elsewhere = uuid.uuid4()
    with entered(Context(organization=elsewhere)):
        factories.organization(id=elsewhere)
        there = factories.person()
        Person.objects.filter(pk=there.pk).update(user=first.person.user)
        there.refresh_from_db()
        third = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=factories.collaborative(), person=there)
    client = enter(first)
    homes = [f"/{row.organization_slug}/{row.collaborative_slug}/" for row in (first, second, third)]

    page = client.get("/").content.decode()

    assert [f'href="{home}"' in page for home in homes] == [True] * 3
    assert [client.get(home).status_code for home in homes] == [200] * 3
    assert ['href="/"' in client.get(home).content.decode() for home in homes] == [True] * 3
