"""Reports as people ask for them and read them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from portal.reports.enums import ReportState
from portal.reports.models import Report, ReportPart
from portal.reports.rules import months_to_choose
from tests import factories
from tests.factories import reports


@pytest.fixture
def place(organization):
    found = reports.center_with_a_month()
    found.organization = organization
    found.context = Context(
        organization=organization.pk, person=found.leader.pk, teams=(found.team.pk,), number_teams=(found.team.pk,)
    )
    return found


@pytest.fixture
def client_of(client):
    def signed_in(person):
        client.force_login(person.user)
        return client

    return signed_in


def address(place, name="report_list", *rest):
    return reverse(f"reports:{name}", args=[place.organization.slug, "sel", *rest])


def report_of(place, **values):
    with entered(place.context):
        report = Report.objects.create(
            **{
                "collaborative": place.collaborative,
                "team": place.team,
                "month": reports.OCTOBER,
                "data_version": timezone.now().isoformat(),
                "story": {"metrics": []},
                "asked_by": place.leader,
                "touched_at": timezone.now(),
                **values,
            }
        )
        if report.is_done:
            ReportPart.objects.create(
                report=report, team=place.team, name="pdf", content_type="application/pdf", content=b"%PDF-1.7 test"
            )
    return report


DONE = {"state": ReportState.DONE, "progress": 100, "done_at": timezone.now()}


@pytest.mark.capability("C151")
def test_a_team_leader_asks_for_the_report_of_her_own_center(place, client_of):
    month = months_to_choose(timezone.localdate())[0]

    answer = client_of(place.leader).post(
        address(place, "report_ask"), {"team": place.team.pk, "month": month.isoformat()}
    )

    with entered(place.context):
        [report] = Report.objects.all()
    assert answer.status_code == 302
    assert answer["Location"] == address(place, "report_detail", report.pk)
    assert (report.team_id, report.month, report.state) == (place.team.pk, month, ReportState.WAITING)


def test_nobody_asks_for_the_report_of_another_center(place, client_of):
    other = factories.team(place.collaborative)
    month = months_to_choose(timezone.localdate())[0].isoformat()

    answer = client_of(place.leader).post(address(place, "report_ask"), {"team": other.pk, "month": month})

    assert answer.status_code == 200
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "role, status",
    [(Role.TEACHER, 200), (Role.FAMILY_PARTNER, 200), (Role.SENIOR_LEADER, 200), (Role.DIRECTOR, 200)],
)
def test_everybody_of_a_center_reads_its_report(place, client_of, role, status):
    report = report_of(place, **DONE)
    member = factories.member(role, team=place.team).person

    answer = client_of(member).get(address(place, "report_file", report.pk))

    assert (answer.status_code, answer.content[:5], answer["Content-Type"]) == (status, b"%PDF-", "application/pdf")
    assert answer["Content-Disposition"] == f'inline; filename="{place.team.center.slug}-2026-10.pdf"'


def test_another_team_reads_neither_page_nor_file(place, client_of):
    report = report_of(place, **DONE)
    stranger = factories.member(Role.TEACHER, team=factories.team(place.collaborative)).person
    client = client_of(stranger)

    answers = [
        client.get(address(place, name, report.pk)) for name in ("report_detail", "report_progress", "report_file")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_page_that_waits_asks_again_and_one_that_is_ready_does_not(place, client_of):
    waiting, done = report_of(place, progress=33, state=ReportState.DRAWING), report_of(place, **DONE)
    client = client_of(place.leader)

    first = client.get(address(place, "report_progress", waiting.pk)).content.decode()
    second = client.get(address(place, "report_progress", done.pk)).content.decode()

    assert 'hx-trigger="every 2s"' in first
    assert 'value="33"' in first
    assert "hx-trigger" not in second
    assert address(place, "report_file", done.pk) in second


def test_a_report_that_was_not_drawn_says_so_kindly_and_offers_to_begin_again(place, client_of):
    report = report_of(place, state=ReportState.STUCK)

    page = client_of(place.leader).get(address(place, "report_detail", report.pk)).content.decode()

    assert "Nothing is lost" in page
    assert "Try it again" in page


def test_newer_numbers_are_told_on_the_page_and_in_the_list(place, client_of):
    report = report_of(place, newer_at=timezone.now(), **DONE)
    client = client_of(place.leader)

    assert (
        "Make it again with the newer numbers"
        in client.get(address(place, "report_detail", report.pk)).content.decode()
    )
    assert "Newer numbers came in" in client.get(address(place)).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_three_reports_as_for_one(place, client_of, django_assert_num_queries, number):
    for _again in range(number):
        report_of(place, **DONE)
    client = client_of(place.leader)
    client.get(address(place))

    with django_assert_num_queries(12):
        client.get(address(place))
