"""The environment variables that servers give to the application: what is already set there is never replaced.

`embedded_environment` and `test_environment` start what is needed. With DATABASE_URL (or REDIS_URL) set, that embedded
server stays off and the variables pass through as they are.
"""

import atexit
import contextlib
import fcntl
import os
import shutil

from portal.servers.postgres import FAST_AND_LOSSY, PostgreSQL
from portal.servers.process import ServerError, processes_in
from portal.servers.valkey import Valkey

ROLE_OF_URL = {
    "DATABASE_URL": "owner",
    "DATABASE_WEB_URL": "app_web",
    "DATABASE_WORKER_URL": "app_worker",
    "DATABASE_SENDER_URL": "app_sender",
    "DATABASE_RECEIVER_URL": "app_receiver",
}
_sessions = {}  # this process's test sessions: state folder -> (lock, folder of servers, names of variables)


def database_urls(cluster):
    """The address of the database for each role."""
    return {variable: cluster.url(role) for variable, role in ROLE_OF_URL.items()}


def embedded_environment(state):
    """Start what the environment does not already name, and say how to reach all of it."""
    given = _given()
    found = dict(given)
    if "DATABASE_URL" not in given:
        cluster = PostgreSQL(state.folder / "postgres")
        cluster.start()
        found.update(database_urls(cluster))
    if "REDIS_URL" not in given:
        server = Valkey(state.folder / "valkey")
        server.start()
        found["REDIS_URL"] = server.url()
    found.setdefault("SECRET_KEY", state.secret_key())
    return found


def stop_embedded(state):
    """End the embedded servers of this state folder that run."""
    if (state.folder / "valkey").exists():
        Valkey(state.folder / "valkey").stop()
    if (state.folder / "postgres").exists():
        PostgreSQL(state.folder / "postgres").stop()


def test_environment(state):
    """A test session's own servers: started once by the session's first process and ended with it.

    Two sessions at once get two clusters. Workers of pytest-xdist inherit the variables, so for them (as for a second
    call) this starts nothing.
    """
    if state.folder in _sessions:
        return _given()
    given = _given()
    found = {"SECRET_KEY": "for-tests-only-" + "0123456789" * 4, **given}
    if "DATABASE_URL" not in given or "REDIS_URL" not in given:
        folder = _reserve(state)
        atexit.register(stop_test_environment, state)
        if "DATABASE_URL" not in given:
            found.update(database_urls(_started_for_tests(folder / "postgres")))
        if "REDIS_URL" not in given:
            server = Valkey(folder / "valkey")
            server.start()
            found["REDIS_URL"] = server.url()
        _sessions[state.folder][2].update(found.keys() - given.keys())
    os.environ.update(found)
    return found


test_environment.__test__ = False  # a function of ours, not a test


def stop_test_environment(state):
    """End the test session's servers, if this process started them."""
    if state.folder not in _sessions:
        return
    lock, folder, names = _sessions.pop(state.folder)
    for name, server in (("valkey", Valkey), ("postgres", PostgreSQL)):
        if (folder / name).exists():
            with contextlib.suppress(ServerError):  # hurt by a test? the next session makes it anew
                server(folder / name).stop()
    for name in names:
        os.environ.pop(name, None)
    lock.close()


def _given():
    names = (*ROLE_OF_URL, "REDIS_URL", "SECRET_KEY")
    return {name: os.environ[name] for name in names if os.environ.get(name)}


def _reserve(state):
    """The first numbered folder no other test session holds; it is held until this process ends."""
    for number in range(20):
        folder = state.folder / "test" / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        lock = open(folder / "session", "a")  # noqa: SIM115 (it stays open as long as it is held)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
        else:
            _sessions[state.folder] = (lock, folder, set())
            return folder
    raise ServerError(f"Twenty test sessions run at once: end some, or remove {state.folder / 'test'}.")


def _started_for_tests(folder):
    """A cluster that trades safety for speed; one that lies dead and does not start any more is made anew."""
    cluster = PostgreSQL(folder, options=FAST_AND_LOSSY)
    try:
        cluster.start()
    except ServerError:
        if processes_in(cluster.data):
            raise
        shutil.rmtree(cluster.data, ignore_errors=True)
        cluster.start()
    return cluster
