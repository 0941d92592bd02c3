import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal.servers.checks import free_port
from portal.servers.state import PROJECT

CHILD = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(float(sys.argv[2]))"
RUNNER = f"""
import sys
from portal.servers.runner import Runner, use_forks
use_forks()
runner = Runner()
for name, seconds in (("one", 60), ("two", float(sys.argv[2]))):
    runner.add(name, [sys.executable, "-c", {CHILD!r}, f"{{sys.argv[1]}}/{{name}} child", seconds], None, "/")
runner.loop()
print("asked:", runner.was_asked, flush=True)
"""


@pytest.fixture
def launched(tmp_path):
    """Start a runner: a program, and what it is told after the folder of this test."""
    processes = []

    def launch(program, *told):
        words = [sys.executable, "-c", program, tmp_path, *(str(word) for word in told)]
        processes.append(subprocess.Popen(words, cwd=PROJECT, stdout=subprocess.PIPE, text=True))
        return processes[-1]

    yield launch
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def started(launched):
    """Start a runner of two children, the second of which ends after so many seconds."""
    return lambda seconds=60: launched(RUNNER, seconds)


def children(folder):
    """The process ids of both children, once they have written them."""
    ended = time.monotonic() + 10
    while time.monotonic() < ended:
        texts = [path.read_text() for path in folder.glob("* child")]
        if len(texts) == 2 and all(texts):
            return [int(text) for text in texts]
        time.sleep(0.05)
    raise AssertionError("the children did not start")


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def all_ended_within(seconds, pids):
    ended = time.monotonic() + seconds
    while any(lives(pid) for pid in pids):
        if time.monotonic() > ended:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_runner_ends_every_child(started, tmp_path, number):
    runner = started()
    pids = children(tmp_path)

    runner.send_signal(number)

    assert "asked: True" in runner.communicate(timeout=10)[0]
    assert all_ended_within(0, pids)


def test_a_signal_while_children_are_still_being_started_ends_them_too(started):
    for delay in (0.15, 0.2, 0.25, 0.3, 0.35):
        runner = started()
        time.sleep(delay)
        runner.send_signal(signal.SIGTERM)
        runner.communicate(timeout=10)


def test_a_child_that_ends_by_itself_ends_the_others(started, tmp_path):
    runner = started(seconds=0.5)
    pids = children(tmp_path)

    assert "asked: False" in runner.communicate(timeout=10)[0]
    assert all_ended_within(0, pids)


def test_no_child_outlives_a_killed_runner(started, tmp_path):
    runner = started()
    pids = children(tmp_path)
    assert all(lives(pid) for pid in pids)

    os.kill(runner.pid, signal.SIGKILL)

    assert all_ended_within(5, pids)


WAITING = """
import sys
from portal.servers.runner import Runner, use_forks
use_forks()
runner, (folder, port, seconds, code) = Runner(), sys.argv[1:]
mark = "import sys, time; open(sys.argv[1], 'w').write(str(time.time()));"
listen = f"{mark} time.sleep(float(sys.argv[2])); {code}"
runner.add("first", [sys.executable, "-c", listen, f"{folder}/first", seconds, port], None, "/")
later = [sys.executable, "-c", f"{mark} time.sleep(60)", f"{folder}/later"]
runner.add("later", later, None, "/", after=("127.0.0.1", int(port)))
runner.loop()
"""
LISTEN = "import socket; s = socket.create_server(('127.0.0.1', int(sys.argv[3]))); time.sleep(60)"


@pytest.fixture
def waiting(launched):
    """Start a runner whose second child waits for the first: that one does as `code` says after so many seconds."""
    return lambda seconds, code: launched(WAITING, free_port(), seconds, code)


def began(path):
    """When a child began, once it has said so."""
    ended = time.monotonic() + 10
    while time.monotonic() < ended:
        if path.exists() and (text := path.read_text()):
            return float(text)
        time.sleep(0.05)
    raise AssertionError(f"{path.name} did not start")


def test_a_child_starts_once_the_one_it_waits_for_listens(waiting, tmp_path):
    runner = waiting(1, LISTEN)

    assert began(tmp_path / "later") - began(tmp_path / "first") >= 1
    runner.send_signal(signal.SIGINT)
    runner.communicate(timeout=10)


def test_a_signal_while_a_child_waits_ends_everything_soon(waiting, tmp_path):
    runner = waiting(60, "pass")
    began(tmp_path / "first")

    runner.send_signal(signal.SIGINT)
    asked = time.monotonic()
    runner.communicate(timeout=15)

    assert time.monotonic() - asked < 8


def test_a_child_that_fails_while_another_waits_for_it_ends_everything_soon(waiting, tmp_path):
    runner = waiting(0.2, "sys.exit(3)")
    first = began(tmp_path / "first")

    runner.communicate(timeout=15)

    assert time.time() - first < 8
