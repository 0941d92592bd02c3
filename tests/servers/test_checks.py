import os
import socket
import subprocess
import sys

import pytest

from portal.servers.checks import address, only_runner, refuse_busy_port
from portal.servers.process import ServerError
from portal.servers.state import PROJECT, State


def run(module, *words, python=(sys.executable,), **variables):
    """What a person sees: (exit code, lines)."""
    words = [*python, "-m", module, *words]
    done = subprocess.run(words, cwd=PROJECT, env={**os.environ, **variables}, capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).splitlines()


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def nothing_was_started(state):
    return sorted(path.name for path in state.folder.iterdir()) in ([".gitignore"], [".gitignore", "runner"])


def test_the_address_is_what_the_variables_say():
    assert address({}) == ("127.0.0.1", 8000)
    assert address({"HOST": "0.0.0.0", "PORT": "8123"}) == ("0.0.0.0", 8123)
    assert address({"HOST": "", "PORT": ""}) == ("127.0.0.1", 8000)


@pytest.mark.parametrize("text", ["0", "65536", "eighty", "-1", "80.5", "²"])
def test_a_port_that_is_none_is_explained(text):
    with pytest.raises(ServerError, match=f"PORT={text} is no port: choose a number from 1 to 65535"):
        address({"PORT": text})


def test_a_host_that_is_not_ours_is_explained():
    for host in ("no such host", "192.0.2.1"):
        with pytest.raises(ServerError, match=f"HOST={host} is no address of this machine"):
            refuse_busy_port(host, 8000)


@pytest.mark.parametrize("module", ["portal.servers.checks", "portal.servers.run"])
def test_a_busy_port_gives_one_sentence_with_the_cure_and_starts_nothing(module, busy_port, state):
    found = run(module, PORT=str(busy_port))

    assert found == (
        1,
        [
            f"Port {busy_port} is in use by another program: end that program, or choose another port, "
            f"as in `make run PORT={busy_port + 1}`."
        ],
    )
    assert nothing_was_started(state)


def test_an_unfinished_setup_gives_one_sentence_with_the_cure_and_starts_nothing(state):
    without_libraries = (sys.executable, "-S")

    found = run("portal.servers.run", python=without_libraries)

    assert found == (1, ["The set-up is unfinished (django is missing): run `make setup`, then try again."])
    assert nothing_was_started(state)


def test_the_checks_before_the_setup_need_no_library(state):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert run("portal.servers.checks", python=(sys.executable, "-S"), PORT=str(port)) == (0, [])


def test_a_folder_has_one_runner_at_a_time(state):
    with only_runner(state):
        code, lines = run("portal.servers.run", PORT="0")
        assert (code, len(lines)) == (1, 1)

        code, lines = run("portal.servers.run", PORT="18999")
        assert (code, lines) == (
            1,
            [
                f"Next Tuesday already runs from {state.folder} (process {os.getpid()}): end it there with Ctrl-C, "
                "or name another folder with NEXT_TUESDAY_STATE=."
            ],
        )
    only_runner(state).close()


def test_the_children_of_a_killed_runner_are_waited_for(state):
    with only_runner(state) as lock:
        lock.truncate(0)
        lock.write("999999999\n")  # nobody's process id: the runner died, its children still hold the lock
        lock.flush()
        with pytest.raises(ServerError, match="already runs"):
            only_runner(State(state.folder), patience=0.5)
    only_runner(State(state.folder), patience=0.5).close()
