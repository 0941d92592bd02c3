"""Certificates: each makes their own, the leader the team's, the project team all; nothing more than is known."""

import datetime
import uuid

import pytest

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from tests import factories
from tests.factories import recognition as making
from tests.proofs.pdf_words import words_of_pdf
from tests.tenancy.entering import enter

DAY = datetime.date
LAST_DAY = datetime.date.today() - datetime.timedelta(days=20)


def said(answer):
    return " ".join(words_of_pdf(answer.content).split())


def certificate(client, here, member):
    return client.get(f"{here}certificates/{member.pk}/")


@pytest.mark.capability("C038")
def test_a_certificate_says_who_took_part_with_whom_as_what_and_when(here, organization, collaborative, lynn, rosa):
    making.recognition(
        lynn,
        titles={"teacher": "Teacher leader"},
        hours=24,
        signed_by="Anne Castellano",
        signed_as="Director of learning",
    )
    organization.name = "Harbor Early Learning"
    organization.save()
    Membership.objects.filter(pk=rosa.pk).update(starts_on=DAY(2025, 9, 1), ends_on=None)

    answer = certificate(enter(rosa), here, rosa)

    words = said(answer)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    names = ("Rosa Vega", collaborative.name, rosa.team.name, rosa.team.center.name, "Harbor Early Learning")
    for part in (*names, "Certificate of participation", "took part in",
                 "Teacher leader", "since 1 September 2025, as of",
                 "24 hours for the whole of it, as this collaborative says", "Signature", "Anne Castellano",
                 "Director of learning"):  # fmt: skip
        assert part in words


@pytest.mark.capability("C038")
def test_it_says_no_more_than_is_known(here, rosa):
    words = said(certificate(enter(rosa), here, rosa))

    assert "As: Teacher" in words
    assert [part for part in ("hour", "session", "attended") if part in words] == []


def test_a_part_that_has_ended_has_two_days(here, priya, rosa):
    Membership.objects.filter(pk=rosa.pk).update(starts_on=DAY(2025, 9, 1), ends_on=LAST_DAY)

    words = said(certificate(enter(priya), here, rosa))

    assert "1 September 2025 to" in words
    assert "as of" not in words


def test_it_comes_in_the_language_of_the_person_it_is_for(here, priya, team):
    reads = factories.member(Role.FAMILY_PARTNER, team=team, person=factories.person(first_name="Dalia", language="es"))

    assert b"/Lang(es)" in certificate(enter(priya), here, reads).content.replace(b"/Lang (", b"/Lang(")


@pytest.mark.capability("C038")
def test_each_makes_their_own_the_leader_the_teams_and_the_project_team_all(
    here, collaborative, lynn, priya, rosa, tom
):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    people = {"rosa": rosa, "priya": priya, "tom": tom, "lynn": lynn, "coach": coach}
    makers = {name: enter(member) for name, member in people.items()}

    made = {
        maker: [name for name, member in people.items() if certificate(client, here, member).status_code == 200]
        for maker, client in makers.items()
    }

    assert made == {
        "rosa": ["rosa"],
        "priya": ["rosa", "priya"],
        "tom": ["tom"],
        "lynn": ["rosa", "priya", "tom", "lynn", "coach"],
        "coach": ["coach"],
    }


@pytest.mark.capability("C038")
def test_nobody_has_one_who_did_not_take_part(here, organization, collaborative, lynn, rosa):
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)
    director = factories.member(Role.DIRECTOR, collaborative=collaborative, center=rosa.team.center)
    coming = factories.member(Role.TEACHER, team=rosa.team, starts_on=tomorrow)
    asked = factories.member(Role.TEACHER, team=rosa.team)
    with entered(Context(organization=organization.pk)):
        Membership.objects.filter(pk=asked.pk).update(user_id=None)  # has not come in yet
    client = enter(lynn)

    tried = [certificate(client, here, member).status_code for member in (observer, director, coming, asked)]

    assert tried == [404, 404, 404, 404]
    assert [enter(who).get(here + "certificates/").status_code for who in (observer, director)] == [403, 403]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_reads_the_same_for_one_person_and_three(here, priya, team, django_assert_num_queries, rows):
    for _number in range(rows):
        factories.member(Role.TEACHER, team=team)
    client = enter(priya)
    client.get(here + "certificates/")

    with django_assert_num_queries(11):  # door and frame 8; one's own, how many others, the others
        page = client.get(here + "certificates/")

    assert (len(page.context["mine"]), len(page.context["others"])) == (1, rows)


def test_another_organizations_people_are_not_there(here, lynn):
    elsewhere = uuid.uuid4()
    with entered(Context(organization=elsewhere)):
        factories.organization(id=elsewhere)
        stranger = factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))

    assert certificate(enter(lynn), here, stranger).status_code == 404
