"""Memory of an idle `make run`: the sum of proportional set sizes of all its processes, servers and runner included.

A proportional set size counts a page that n processes share as 1/n in each, so the sum is what the machine gives up.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from portal.servers.checks import free_port
from portal.servers.process import processes_in
from portal.servers.state import PROJECT

GOAL_MB = 650
HEAVY = ("pandas", "matplotlib", "typst")  # libraries that only a running task may load
SECONDS_TO_START = 300
SECONDS_TO_SETTLE = 8
KINDS = {"gunicorn": "web", " worker ": "worker", " beat ": "beat", "manage.py send": "sender"}


def memory_rows(*, demo=True):
    """One row a kind of process and a last one, `all`: how many, their PSS in MB, heavy libraries they have loaded."""
    with tempfile.TemporaryDirectory(prefix="next-tuesday-memory-") as folder, _running(Path(folder), demo) as runner:
        time.sleep(SECONDS_TO_SETTLE)
        found = [_measured(pid, kind) for kind, pid in _processes(runner.pid, Path(folder))]
    kinds = list(dict.fromkeys(row["process"] for row in found))
    rows = [_summed(kind, [row for row in found if row["process"] == kind]) for kind in kinds]
    return [*rows, _summed("all", found)]


@contextlib.contextmanager
def _running(folder, demo):
    """A `make run` of its own, ended afterwards."""
    port = free_port()
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "REDIS_"))}
    chosen = {"NEXT_TUESDAY_STATE": str(folder), "PORT": str(port), "HOST": "127.0.0.1", "DEMO": str(demo).lower()}
    words = [sys.executable, "-m", "portal.servers.run"]
    with open(folder / "output", "wb") as output:
        runner = subprocess.Popen(words, cwd=PROJECT, env={**own, **chosen}, stdout=output, stderr=output)
    try:
        _wait_until_it_answers(f"http://127.0.0.1:{port}/readyz", runner, folder / "output")
        yield runner
    finally:
        runner.send_signal(signal.SIGTERM)
        runner.wait(60)


def _wait_until_it_answers(address, runner, output):
    ended = time.monotonic() + SECONDS_TO_START
    while runner.poll() is None and time.monotonic() < ended:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own address)
            return
        time.sleep(0.2)
    raise RuntimeError(f"make run did not start:\n{output.read_text()}")


def _processes(runner, folder):
    """(kind, process id) of the runner, all its descendants and both servers."""
    found = [("runner", runner)]
    for pid, line in _descendants(runner):
        found.append((next((kind for word, kind in KINDS.items() if word in line), "runner"), pid))
    for name in ("postgres", "valkey"):
        found += [(name, pid) for pid in sorted(processes_in((folder / name / "data").resolve()))]
    return found


def _descendants(root):
    """(process id, command line) of everything started below a process."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(stat[1]) if stat[0] != "Z" else 0
    below = {root}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return [(pid, _command_line(pid)) for pid in sorted(below - {root})]


def _command_line(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def _measured(pid, kind):
    """One process's share of memory, and which heavy libraries are mapped into it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    maps = Path(f"/proc/{pid}/maps").read_text()
    return {
        "process": kind,
        "pss_mb": kilobytes / 1024,
        "heavy": {name for name in HEAVY if f"/site-packages/{name}/" in maps},
    }


def _summed(kind, rows):
    heavy = sorted(set().union(*(row["heavy"] for row in rows)))
    return {
        "process": kind,
        "count": len(rows),
        "pss_mb": round(sum(row["pss_mb"] for row in rows), 1),
        "heavy_libraries": ", ".join(heavy) or "none",
    }
