"""The middle line of many centers: worked out by the worker, shown only where enough centers stand behind it."""

import uuid
from datetime import date, timedelta
from statistics import median

import pytest
from django.db import connection

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.models import SharingPause
from metrics import tasks
from metrics.models import MiddleLine
from metrics.series import Series
from tests import factories
from tests.conftest import connect_as
from tests.factories import metrics as making

MONDAY = date(2026, 11, 9)


def series(values, starts=(MONDAY, MONDAY + timedelta(days=7))):
    return Series(None, None, starts, (None,) * len(values), values)


def test_a_point_needs_enough_centers_behind_it():
    many = [series((0.5, 0.4)), series((0.7, None)), series((0.9, 0.8)), series((0.1, None)), series((0.6, None))]

    assert tasks.middle_line(many, 5) == {MONDAY: (0.6, 5)}
    assert tasks.middle_line(many, 2) == {MONDAY: (0.6, 5), MONDAY + timedelta(days=7): (0.6000000000000001, 2)}


@pytest.mark.capability("C034")
def test_what_a_center_counted_before_it_left_stays_in_the_line_and_nothing_after(counted):
    organization_id, teams = counted
    run_as_worker()
    before = lines(organization_id)

    for left_on, expected in ((MONDAY + timedelta(days=1), before), (MONDAY, [(MONDAY, 0.6, 5)])):
        with entered(Context(organization=organization_id)):
            type(teams[0]).objects.filter(pk=teams[0].pk).update(left_on=left_on, words_after="taken")
        run_as_worker()

        assert lines(organization_id) == expected


@pytest.mark.parametrize(("wish", "needed"), [(5, 5), (7, 7), (1, 3), (3, 3)])
def test_the_setting_never_goes_under_three(settings, wish, needed):
    settings.CENTERS_BEHIND_A_POINT = wish

    assert tasks.centers_needed() == needed


@pytest.fixture
def counted(transactional_db):
    """Six centers that counted, seen by nobody but the worker."""
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        collaborative = factories.collaborative()
        metric = making.metric(collaborative)
        teams = [factories.team(collaborative) for _ in range(6)]
    with entered(Context(organization=organization_id, number_teams=tuple(team.pk for team in teams))):
        for number, team in enumerate(teams):
            making.observation(team, making.definition(metric), MONDAY, numerator=10 * number, denominator=50)
    return organization_id, teams


def run_as_worker():
    connect_as("app_worker")
    try:
        tasks.compute_middle_lines()
    finally:
        connect_as("app_web")


def lines(organization_id):
    with entered(Context(organization=organization_id)):
        return list(MiddleLine.objects.values_list("period_start", "value", "centers"))


def test_worker_brings_the_lines_up_to_date_and_does_nothing_twice(counted):
    organization_id, teams = counted

    run_as_worker()
    first = lines(organization_id)
    run_as_worker()
    again = lines(organization_id)
    with entered(Context(organization=organization_id)):
        SharingPause.objects.create(team=teams[0], asked_by=factories.person())
    run_as_worker()
    paused = lines(organization_id)
    with entered(Context(organization=organization_id)):
        SharingPause.objects.create(team=teams[1], asked_by=factories.person())
    run_as_worker()

    assert first == again == [(MONDAY, median([0, 0.2, 0.4, 0.6, 0.8, 1.0]), 6)]
    assert paused == [(MONDAY, 0.6, 5)]
    assert lines(organization_id) == []


def test_a_page_cannot_work_it_out(counted):
    organization_id, _teams = counted

    with entered(Context(organization=organization_id)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM metrics_observation")
        assert cursor.fetchone() == (0,)
