import contextlib
import os
import shutil
import signal
import time

import pytest

from portal.servers.environment import ROLE_OF_URL
from portal.servers.postgres import PostgreSQL
from portal.servers.process import processes_in
from portal.servers.state import State
from portal.servers.valkey import Valkey


def kill(pids):
    """Kill -9 and wait until none of them lives."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def gone_within(seconds, folder):
    """Whether no server of the folder lives any more after at most so many seconds."""
    ended = time.monotonic() + seconds
    while processes_in(folder):
        if time.monotonic() > ended:
            return False
        time.sleep(0.02)
    return True


def postmaster(cluster):
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


@pytest.fixture(autouse=True)
def _no_servers_are_given(monkeypatch, tmp_path):
    for variable in (*ROLE_OF_URL, "REDIS_URL", "SECRET_KEY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("NEXT_TUESDAY_STATE", str(tmp_path / "state"))


@pytest.fixture
def state(tmp_path):
    return State(tmp_path / "state").made()


@pytest.fixture
def cluster(tmp_path):
    made = PostgreSQL(tmp_path / "postgres", patience=2)
    yield made
    kill(processes_in(made.data))
    shutil.rmtree(made.socket, ignore_errors=True)


@pytest.fixture
def valkey(tmp_path):
    made = Valkey(tmp_path / "valkey", patience=2)
    yield made
    kill(processes_in(made.data))
    shutil.rmtree(made.socket.parent, ignore_errors=True)
