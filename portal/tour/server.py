"""A `make run` of the tour's own: free port, own state folder, the demo's data; all of it is gone afterwards."""

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
from portal.servers.process import ServerError, say
from portal.servers.state import PROJECT

SECONDS_TO_START = 600
SECONDS_TO_END = 60


@contextlib.contextmanager
def served():
    """The address of an application with demo data: TOUR_ADDRESS where it is set, else one started for this walk."""
    if named := os.environ.get("TOUR_ADDRESS"):
        yield named.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="next-tuesday-tour-") as folder:
        say("Starting an application of its own with demo data; this takes a minute or two.")
        with _running(Path(folder)) as address:
            yield address


@contextlib.contextmanager
def _running(folder):
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "REDIS_"))}
    chosen = {"NEXT_TUESDAY_STATE": str(folder), "PORT": str(port), "HOST": "127.0.0.1", "DEMO": "true"}
    with open(folder / "output", "wb") as output:
        words = [sys.executable, "-m", "portal.servers.run"]
        runner = subprocess.Popen(words, cwd=PROJECT, env={**kept, **chosen}, stdout=output, stderr=output)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(f"{address}/readyz", runner, folder / "output")
        yield address
    finally:
        if runner.poll() is None:
            runner.send_signal(signal.SIGTERM)
        runner.wait(SECONDS_TO_END)


def _wait(address, runner, output):
    ends = time.monotonic() + SECONDS_TO_START
    while runner.poll() is None and time.monotonic() < ends:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own address)
            return
        time.sleep(0.3)
    raise ServerError(f"The application for the tour did not start. It said:\n{output.read_text()}")
