import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from portal.servers.checks import free_port
from portal.servers.environment import stop_embedded
from portal.servers.postgres import PostgreSQL
from portal.servers.process import processes_in
from portal.servers.run import application_environment, children, for_role
from portal.servers.state import PROJECT

URLS = {
    "DATABASE_URL": "postgresql://owner@//run/next_tuesday",
    "DATABASE_WEB_URL": "postgresql://app_web@//run/next_tuesday",
    "DATABASE_WORKER_URL": "postgresql://app_worker@//run/next_tuesday",
    "DATABASE_SENDER_URL": "postgresql://app_sender@//run/next_tuesday",
    "DATABASE_RECEIVER_URL": "postgresql://app_receiver@//run/next_tuesday",
}


def test_people_see_our_pages_the_demo_and_plain_cookies(state, monkeypatch):
    for name in ("ENVIRONMENT", "DEBUG", "DEMO", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)

    found = application_environment(state, URLS, "127.0.0.1", 8123)

    expected = {
        "ENVIRONMENT": "development",
        "DEBUG": "false",
        "DEMO": "true",
        "DEMO_PUBLIC": "true",
        "INSECURE_COOKIES": "true",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "PUBLIC_ADDRESS": "http://127.0.0.1:8123",
        **URLS,
    }
    assert {name: found[name] for name in expected} == expected
    assert "PYTHONDONTWRITEBYTECODE" not in found


def test_what_the_person_sets_wins(state, monkeypatch):
    monkeypatch.setenv("DEMO", "false")

    assert application_environment(state, URLS, "127.0.0.1", 8000)["DEMO"] == "false"


def test_opened_to_the_network_any_name_is_answered(state):
    assert application_environment(state, URLS, "0.0.0.0", 8000)["ALLOWED_HOSTS"].endswith(",*")
    assert application_environment(state, URLS, "::1", 8000)["PUBLIC_ADDRESS"] == "http://[::1]:8000"


def test_a_process_knows_its_own_role_s_address_alone():
    web = for_role({**URLS, "PORT": "8000"}, "web")
    without_own = for_role({"DATABASE_URL": URLS["DATABASE_URL"]}, "worker")

    assert web == {"PORT": "8000", "DATABASE_ROLE": "web", "DATABASE_WEB_URL": URLS["DATABASE_WEB_URL"]}
    assert without_own == {"DATABASE_ROLE": "worker", "DATABASE_URL": URLS["DATABASE_URL"]}


def test_the_processes_and_their_roles(state):
    found = [(name, role) for name, role, _ in children(state, "127.0.0.1", 8000)]

    assert found == [("web", "web"), ("worker", "worker"), ("beat", "worker"), ("sender", "sender")]


def test_mail_comes_in_where_somebody_says_so(state, monkeypatch):
    monkeypatch.setenv("INBOUND_URL", "lmtp://127.0.0.1:8024")

    name, role, words = children(state, "127.0.0.1", 8000)[-1]

    assert (name, role, words[-1]) == ("receiver", "receiver", "receive")


def belongs_to(state):
    """Living processes that were told this state folder."""
    mark = f"NEXT_TUESDAY_STATE={state.folder}\0".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                found += [int(entry.name)] if mark in (entry / "environ").read_bytes() else []
            except OSError:
                continue
    return found


class Running:
    """A `make run` of the tests' own."""

    def __init__(self, state):
        self.port = free_port()
        given = {**os.environ, "PORT": str(self.port), "DEMO": "false", "DEMO_PUBLIC": "false"}
        words = [sys.executable, "-m", "portal.servers.run"]
        with open(state.folder / "output", "a") as output:
            self.process = subprocess.Popen(
                words, cwd=PROJECT, env=given, stdout=output, stderr=output, start_new_session=True
            )

    def is_ready(self):
        ended = time.monotonic() + 90
        while self.process.poll() is None and time.monotonic() < ended:
            try:
                return urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5).status == 200
            except OSError:
                time.sleep(0.2)
        return False


@pytest.fixture
def state_of_a_run(state, monkeypatch):
    for name in ("DATABASE_ROLE", "ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    yield state
    for pid in belongs_to(state):
        os.kill(pid, signal.SIGKILL)
    stop_embedded(state)


@pytest.mark.slow
def test_a_run_ends_whole_keeps_its_data_and_outlives_kill_9(state_of_a_run):
    state = state_of_a_run
    first = Running(state)
    assert first.is_ready(), (state.folder / "output").read_text()
    cluster = PostgreSQL(state.folder / "postgres")
    cluster.sql("CREATE TABLE kept AS SELECT generate_series(1, 1000)", database="next_tuesday")

    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait()
    second = Running(state)
    assert second.is_ready(), (state.folder / "output").read_text()
    second.process.send_signal(signal.SIGINT)
    assert second.process.wait(30) == 0
    assert belongs_to(state) == []
    assert processes_in(cluster.data) == []

    started = time.monotonic()
    third = Running(state)
    assert third.is_ready(), (state.folder / "output").read_text()
    assert time.monotonic() - started < 10
    assert cluster.sql("SELECT count(*) FROM kept", database="next_tuesday") == "1000"
    third.process.send_signal(signal.SIGTERM)
    assert third.process.wait(30) == 0
    assert belongs_to(state) == []
