import os
import subprocess
import sys

import environ
import pytest

from portal.servers.environment import (
    ROLE_OF_URL,
    database_urls,
    embedded_environment,
    stop_embedded,
    stop_test_environment,
    test_environment,
)
from portal.servers.postgres import PostgreSQL
from portal.servers.process import processes_in
from portal.servers.state import PROJECT

GIVEN = {
    "DATABASE_URL": "postgresql://owner:word@db.example/next_tuesday",
    "REDIS_URL": "redis://queue.example/0",
}
SESSION = (
    "import sys; from pathlib import Path; from portal.servers.state import State;"
    " from portal.servers.environment import test_environment;"
    " print(test_environment(State(Path(sys.argv[1])))['DATABASE_URL'], flush=True); sys.stdin.read()"
)


def servers_below(state):
    """The living servers of this state folder, by the folder they stand in."""
    folders = [path for path in state.folder.rglob("data") if path.is_dir()]
    return {str(path.relative_to(state.folder)): processes_in(path) for path in folders if processes_in(path)}


@pytest.fixture
def ended(state):
    yield state
    stop_embedded(state)
    stop_test_environment(state)


def test_both_servers_stay_off_when_their_addresses_are_given(state, monkeypatch):
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)

    found = embedded_environment(state)

    assert found == {**GIVEN, "SECRET_KEY": state.secret_key()}
    assert sorted(path.name for path in state.folder.iterdir()) == [".gitignore", "secret_key"]


def test_one_address_given_leaves_the_other_server_on(ended, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", GIVEN["DATABASE_URL"])

    found = embedded_environment(ended)

    assert sorted(found) == ["DATABASE_URL", "REDIS_URL", "SECRET_KEY"]
    assert list(servers_below(ended)) == ["valkey/data"]


def test_embedded_servers_are_reached_under_one_role_each_and_end_together(ended):
    found = embedded_environment(ended)

    read = {name: environ.Env.db_url_config(found[name]) for name in ROLE_OF_URL}
    assert {name: (url["USER"], url["NAME"]) for name, url in read.items()} == {
        "DATABASE_URL": ("owner", "next_tuesday"),
        "DATABASE_WEB_URL": ("app_web", "next_tuesday"),
        "DATABASE_WORKER_URL": ("app_worker", "next_tuesday"),
        "DATABASE_SENDER_URL": ("app_sender", "next_tuesday"),
        "DATABASE_RECEIVER_URL": ("app_receiver", "next_tuesday"),
    }
    assert sorted(servers_below(ended)) == ["postgres/data", "valkey/data"]
    assert embedded_environment(ended) == found
    stop_embedded(ended)
    assert servers_below(ended) == {}


def test_a_test_session_has_its_own_servers_and_asks_twice_for_nothing(ended, monkeypatch):
    found = test_environment(ended)

    assert {name: os.environ[name] for name in found} == found
    assert test_environment(ended) == found
    assert sorted(servers_below(ended)) == ["test/0/postgres/data", "test/0/valkey/data"]
    assert database_urls(PostgreSQL(ended.folder / "test" / "0" / "postgres"))["DATABASE_URL"] == found["DATABASE_URL"]
    stop_test_environment(ended)
    assert servers_below(ended) == {}
    assert "DATABASE_URL" not in os.environ


def test_two_sessions_at_once_get_two_clusters_and_each_ends_its_own(state):
    sessions = [
        subprocess.Popen(
            [sys.executable, "-c", SESSION, state.folder],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]

    addresses = {session.stdout.readline() for session in sessions}

    assert len(addresses) == 2
    sessions[0].communicate(timeout=30)
    assert len({name.split("/")[1] for name in servers_below(state)}) == 1
    sessions[1].communicate(timeout=30)
    assert servers_below(state) == {}


def test_what_a_killed_session_left_is_taken_over(ended):
    session = subprocess.Popen(
        [sys.executable, "-c", SESSION, ended.folder],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    address = session.stdout.readline().decode().strip()
    session.kill()
    session.communicate()
    assert sorted(servers_below(ended)) == ["test/0/postgres/data", "test/0/valkey/data"]

    assert test_environment(ended)["DATABASE_URL"] == address


def test_a_test_cluster_that_does_not_start_any_more_is_made_anew(ended):
    broken = ended.folder / "test" / "0" / "postgres" / "data"
    broken.mkdir(parents=True)
    (broken / "PG_VERSION").write_text("18\n")

    test_environment(ended)

    assert sorted(servers_below(ended)) == ["test/0/postgres/data", "test/0/valkey/data"]
