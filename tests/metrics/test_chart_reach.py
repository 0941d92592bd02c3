"""Whose charts one may read: by role, by the teams' agreement, and until a team asks for a pause."""

import pytest

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import SharingAgreement, SharingPause
from tests import factories
from tests.metrics.reading import words


@pytest.fixture
def coach(maple):
    person = factories.person()
    factories.member(Role.FACULTY_COACH, collaborative=maple.collaborative, person=person)
    factories.assignment(person, maple.team)
    return person


def test_coach_reads_the_chart_of_an_assigned_team_and_writes_nothing(client, sign_in, maple, metric, fill, coach):
    fill([23, 25, 24])
    sign_in(coach)

    chart = client.get(f"{maple.url}teams/{maple.team.pk}/{metric.pk}/")
    listed = words(client.get(f"{maple.url}teams/{maple.team.pk}/"))

    assert chart.status_code == 200
    assert "Put in our numbers" not in words(chart)
    assert "24 of 46" in listed
    assert client.post(f"{maple.url}{metric.pk}/notes/add/", {}).status_code == 403
    assert client.get(f"{maple.url}{metric.pk}/centers/").status_code == 403


def test_other_teams_see_it_only_by_agreement_and_until_a_pause(client, sign_in, maple, metric, fill, today):
    fill([23, 25, 24])
    neighbor = factories.member(Role.TEACHER, team=factories.team(maple.collaborative)).person
    url = f"{maple.url}teams/{maple.team.pk}/{metric.pk}/"
    sign_in(neighbor)

    before = client.get(url).status_code
    SharingAgreement.objects.create(
        collaborative=maple.collaborative, numbers_by_name=True, agreed_on=today, look_again_on=today
    )
    agreed = client.get(url).status_code
    SharingPause.objects.create(team=maple.team, asked_by=maple.leader)

    assert (before, agreed, client.get(url).status_code) == (404, 200, 404)
