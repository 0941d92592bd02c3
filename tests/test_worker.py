"""A real worker on the tests' queue and database: what the web puts in is done, also after a kill."""

import datetime
import os
import signal
import uuid

import pytest
from django.db import connection
from django.utils import timezone
from kombu import pools

from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.later.queue import UnknownTask, later
from portal.celery import app
from portal.reports.enums import ReportState
from portal.reports.models import Report, ReportPart
from tests import factories, processes
from tests.conftest import OWNER, WEB, connect_as
from tests.factories import reports

CELERY = ["-m", "celery", "-A", "portal.celery", "-q"]
WORKER = [*CELERY, "worker", "--concurrency", "1", "--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
OWN_DATABASES = 8  # of the queue's server: one for each process of the tests


@pytest.fixture
def queue(transactional_db):
    """An empty queue of our own; gives the environment of a worker on it."""
    number = 1 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % OWN_DATABASES
    url = os.environ["REDIS_URL"].partition("?")[0] + f"?virtual_host={number}"
    before = app.conf.broker_url
    use_broker(url)
    with app.connection_for_write() as broker:
        broker.default_channel.client.flushdb()
    yield processes.environment("worker", REDIS_URL=url, CELERY_VISIBILITY_TIMEOUT="5")
    use_broker(before)
    connect_as(WEB)


def use_broker(url):
    """Let this process put tasks into another queue from now on."""
    pools.reset()
    app._pool = app.amqp._producer_pool = None
    app.conf.broker_url = app.conf.broker_read_url = app.conf.broker_write_url = url


@pytest.fixture
def report(queue):
    """A report that waits to be drawn, committed; the test looks on as the worker from then on."""
    connect_as("app_worker")
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        place = reports.center_with_a_month()
        reports.tell(place)
        return Report.objects.create(
            collaborative=place.collaborative,
            team=place.team,
            month=reports.OCTOBER,
            data_version="one",
            story=reports.story(place),
            asked_by=place.leader,
            touched_at=timezone.now(),
        )


def now_as(report):
    with tenant_context(report.organization_id):
        return Report.objects.get(pk=report.pk)


def put_in(report):
    with tenant_context(report.organization_id):
        later("portal.reports.tasks.draw_report", report_id=report.pk)


def test_a_task_put_in_by_an_action_is_done_by_a_worker(report, queue):
    put_in(report)

    with processes.running(WORKER, queue) as worker:
        assert processes.wait_until(lambda: now_as(report).is_done, seconds=40, pause=0.2), worker.stdout.peek()

    with tenant_context(report.organization_id):
        part = ReportPart.objects.get(report=report)
    assert (part.name, bytes(part.content[:5])) == ("pdf", b"%PDF-")


@pytest.mark.slow
def test_a_killed_worker_loses_no_report_and_the_next_one_goes_on(report, queue):
    put_in(report)
    with processes.running(WORKER, queue) as worker:
        assert processes.wait_until(lambda: now_as(report).state != ReportState.WAITING, seconds=40, pause=0.001)
        worker.send_signal(signal.SIGKILL)
    assert not now_as(report).is_done
    with tenant_context(report.organization_id):  # as if two minutes had passed
        Report.objects.update(touched_at=timezone.now() - datetime.timedelta(minutes=3))

    with processes.running(WORKER, queue):
        assert processes.wait_until(lambda: now_as(report).is_done, seconds=60, pause=0.2)

    with tenant_context(report.organization_id):
        assert ReportPart.objects.filter(report=report, name="pdf").count() == 1


def test_an_action_cannot_put_in_what_nobody_does(transactional_db):
    with tenant_context(uuid.uuid4()), pytest.raises(UnknownTask):
        later("portal.reports.tasks.burn_report")


def test_a_worker_refuses_a_role_that_row_level_security_does_not_hold(queue):
    queue["DATABASE_WORKER_URL"] = queue["DATABASE_WORKER_URL"].replace("app_worker@", "owner@")

    with processes.running(WORKER, queue) as worker:
        said, _nothing = worker.communicate(timeout=60)

    assert worker.returncode == 1
    assert b"The database role owner is not held by row-level security." in said


def test_the_web_refuses_a_role_that_row_level_security_does_not_hold(transactional_db):
    from_owner = processes.environment("web")
    from_owner["DATABASE_WEB_URL"] = from_owner["DATABASE_WEB_URL"].replace("app_web@", "owner@")

    with processes.running(["-c", "import portal.wsgi"], from_owner) as web:
        said, _nothing = web.communicate(timeout=60)

    assert web.returncode == 1
    assert b"WrongRole" in said


def test_the_web_starts_with_its_own_role_and_hands_no_connection_on(transactional_db):
    words = "import portal.wsgi; from django.db import connection; print(connection.connection)"

    with processes.running(["-c", words], processes.environment("web")) as web:
        said, _nothing = web.communicate(timeout=60)

    assert (web.returncode, said.split()[-1]) == (0, b"None")


def test_every_periodic_task_is_there_and_says_that_it_goes_over_all_organizations():
    app.loader.import_default_modules()
    periodic = [entry["task"] for entry in app.conf.beat_schedule.values()]

    assert {name: app.tasks[name].over_organizations for name in periodic} == dict.fromkeys(periodic, True)


@pytest.mark.capability("C001")
def test_the_worker_lists_organizations_and_the_web_does_not(transactional_db):
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)

    seen = {}
    for role in ("app_web", "app_worker", OWNER):
        connect_as(role)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM tenancy_organization WHERE id = %s", [organization_id])
            (seen[role],) = cursor.fetchone()
    connect_as(WEB)

    assert (seen["app_web"], seen["app_worker"]) == (0, 1)
