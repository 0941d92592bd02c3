"""Processes of ours, started as an operator would, beside the tests' own database."""

import contextlib
import os
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

VARIABLES = {
    "web": "DATABASE_WEB_URL",
    "worker": "DATABASE_WORKER_URL",
    "sender": "DATABASE_SENDER_URL",
    "receiver": "DATABASE_RECEIVER_URL",
}


def environment(role, **more):
    """The variables of a process with this database role, on the database of the running test."""
    own = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", *VARIABLES.values())}
    own.pop("PYTEST_VERSION", None)
    own.pop("PYTEST_CURRENT_TEST", None)
    return {**own, "DATABASE_ROLE": role, VARIABLES[role]: database_url(role), "PYTHONUNBUFFERED": "1", **more}


def database_url(role):
    """The address of the running test's database for this role."""
    address = urlsplit(os.environ[VARIABLES[role]])
    folder, _slash, _name = address.path.rpartition("/")
    return urlunsplit(address._replace(path=f"{folder}/{connection.settings_dict['NAME']}"))


@contextlib.contextmanager
def running(words, env):
    """A process that is ended with the block, whatever happens inside."""
    process = subprocess.Popen(
        [sys.executable, *words], cwd=settings.BASE_DIR, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)
        process.stdout.close()


def wait_until(holds, *, seconds=60, pause=0.05):
    """Wait for something another process does; says whether it came true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(pause)
    return bool(holds())
