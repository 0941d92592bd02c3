"""Numbers to take along: what is in the file, for whom, and that no cell of it runs."""

import csv
import datetime
import io

import pytest

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import SharingAgreement
from metrics import exports
from tests import factories
from tests.factories import metrics as making
from tests.factories.pdsa import acting_as

MONDAY = datetime.date(2026, 10, 5)
WEEK = datetime.timedelta(days=7)
HEADER = [
    "Center", "Number", "Week or month", "From", "To", "Counted", "Out of", "Value", "Unit", "Not this time, because",
    "Weeks covered", "Weeks in the month", "Rooms that counted",
]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-2", "'-2"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("＝1", "'＝1"), ("Maple = 1", "Maple = 1"), ("", ""), (None, ""), (-5, -5), (73.9, 73.9), (0, 0),
    ],
)  # fmt: skip
def test_no_text_begins_like_a_formula_and_numbers_stay_numbers(cell, kept):
    assert exports.plain_cell(cell) == kept


@pytest.fixture
def counted(team, collaborative):
    """Three weeks of one number, one of them not counted, by a team whose center bears a dangerous name."""
    team.center.name = "=Maple"
    team.center.save()
    leader = factories.member(Role.TEAM_LEADER, team=team)
    with acting_as(leader):
        metric = making.metric(collaborative, name="Families", on=MONDAY - WEEK)
        definition = making.definition(metric)
        making.observation(team, definition, MONDAY, numerator=34, denominator=46, rooms=["Ladybugs"], rooms_there=3)
        making.observation(team, definition, MONDAY + WEEK, reason="-we were closed")
        making.observation(team, definition, MONDAY + 2 * WEEK, numerator=23, denominator=46)
    return leader, metric


def take(client, member, name):
    client.force_login(User.objects.get(pk=member.user_id))
    return client.get(f"/{member.organization_slug}/{member.collaborative_slug}/metrics/{name}")


def lines(response):
    return list(csv.reader(io.StringIO(response.content.decode().removeprefix(exports.MARK))))


@pytest.mark.capability("C143")
def test_a_team_takes_its_numbers_along_week_by_week_and_by_month(client, counted):
    leader, _metric = counted

    response = take(client, leader, f"teams/{leader.team_id}/export/")

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="maple-')
    own = ["'=Maple", "Families"]
    unit = "percent"
    assert lines(response) == [
        HEADER,
        [*own, "week", "2026-10-05", "2026-10-11", "34", "46", "73.913043", unit, "", "", "", "Ladybugs"],
        [*own, "week", "2026-10-12", "2026-10-18", "", "", "", unit, "'-we were closed", "", "", ""],
        [*own, "week", "2026-10-19", "2026-10-25", "23", "46", "50.0", unit, "", "", "", ""],
        [*own, "month", "2026-10-01", "2026-10-31", "57", "92", "61.956522", unit, "", "2", "5", ""],
    ]


def test_who_reads_without_taking_out_is_refused_and_sees_no_link(client, counted, team):
    _leader, metric = counted
    teacher = factories.member(Role.TEACHER, team=team)

    page = take(client, teacher, "").content.decode()

    assert "Take these numbers along" not in page
    assert take(client, teacher, f"teams/{team.pk}/export/").status_code == 403
    assert take(client, teacher, f"{metric.pk}/export/").status_code == 403


def test_links_stand_where_the_numbers_stand(client, counted, collaborative):
    leader, metric = counted
    staff = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    own = f"/metrics/teams/{leader.team_id}/export/"

    assert own in take(client, leader, "").content.decode()
    assert own in take(client, leader, f"{metric.pk}/").content.decode()
    assert f"/metrics/{metric.pk}/export/" in take(client, staff, f"{metric.pk}/centers/").content.decode()


def test_what_teams_agreed_to_show_each_other_is_read_and_not_taken_along(client, counted, collaborative):
    leader, metric = counted
    other = factories.member(Role.TEAM_LEADER, team=factories.team(collaborative))
    staff = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)

    def centers(member):
        return {line[0] for line in lines(take(client, member, f"{metric.pk}/export/"))[1:]}

    before = centers(other), centers(staff), take(client, other, f"teams/{leader.team_id}/export/").status_code
    with acting_as(leader):
        SharingAgreement.objects.create(
            collaborative=collaborative, numbers_by_name=True, agreed_on=MONDAY, look_again_on=MONDAY + 50 * WEEK
        )

    assert before == (set(), {"'=Maple"}, 404)
    assert centers(other) == set()
    assert take(client, other, f"teams/{leader.team_id}/export/").status_code == 403
    assert "/export/" not in take(client, other, f"teams/{leader.team_id}/").content.decode()


@pytest.mark.parametrize("teams", [1, 3])
def test_the_file_asks_the_same_for_one_and_three(client, counted, collaborative, teams, django_assert_num_queries):
    _leader, metric = counted
    staff = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    client.force_login(User.objects.get(pk=staff.user_id))
    for _number in range(teams - 1):
        member = factories.member(Role.TEACHER, team=factories.team(collaborative))
        with acting_as(member):
            making.observation(member.team, making.definition(metric), MONDAY, numerator=1, denominator=2)
    address = f"/{staff.organization_slug}/{staff.collaborative_slug}/metrics/{metric.pk}/export/"

    with django_assert_num_queries(11):
        response = client.get(address)

    assert len({line[0] for line in lines(response)[1:]}) == teams
