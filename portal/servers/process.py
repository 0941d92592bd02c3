"""What both embedded servers share: who is alive, one starter at a time, where the socket lies, how long to wait."""

import contextlib
import fcntl
import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 300  # seconds a server may take for its crash recovery before we give up
SOCKET_PATH_MAX = 80  # a socket's whole path may have 107 bytes; the file name needs some of them
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")
SHORT = Path("/tmp")  # noqa: S108 (the folder made there is checked to be ours alone)
NOBODY = "65534"


class ServerError(Exception):
    """One sentence for the person at the keyboard: what is in the way, and the cure."""


class UnfinishedSetupError(ServerError):
    """A library or a server's program is not there."""

    def __init__(self, missing):
        super().__init__(f"The set-up is unfinished ({missing} is missing): run `make setup`, then try again.")


def say(sentence):
    """Print one sentence at once."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def installed_folder(package):
    """The folder of an installed package, found without importing it (importing it has side effects)."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise UnfinishedSetupError(package)
    return Path(spec.submodule_search_locations[0])


def processes_in(folder):
    """Process ids of living servers of this folder: each of them has made it its working directory.

    A folder deleted under a running server still counts. Zombies have no working directory, so they do not.
    """
    names = {str(folder), f"{folder} (deleted)"}
    if not Path("/proc/self/cwd").exists():
        return _processes_in_without_proc(names)
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if os.readlink(entry / "cwd") in names:
                    found.append(int(entry.name))
    return found


def _processes_in_without_proc(names):
    """The same through psutil, where there is no /proc (macOS)."""
    psutil = importlib.import_module("psutil")
    rows = [row.info for row in psutil.process_iter(["pid", "cwd", "status"])]
    return [row["pid"] for row in rows if row["cwd"] in names and row["status"] != psutil.STATUS_ZOMBIE]


@contextlib.contextmanager
def locked(path):
    """Hold the lock file alone; others wait here. The system lets go of it when the holder dies, however it dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def answers_or_is_gone(name, *, alive, answers, patience=PATIENCE):
    """True once the server answers, False once nothing of it lives; an error when neither holds in time."""
    started = time.monotonic()
    told = False
    while pids := alive():
        if answers():
            return True
        waited = time.monotonic() - started
        if waited > patience:
            raise ServerError(
                f"{name} is running (process {', '.join(map(str, sorted(pids)))}) but does not answer since "
                f"{patience:g} seconds: end these processes, then try again; nothing was changed."
            )
        if waited > 3 and not told:
            say(f"Waiting for {name}, still busy with its last start or end (up to {patience:g} seconds).")
            told = True
        time.sleep(0.1)
    return False


def socket_folder(root):
    """Where this server's socket lies: below its folder, or below /tmp when that path is too long or not plain."""
    inside = root / "run"
    if len(str(inside)) <= SOCKET_PATH_MAX and PLAIN_PATH.fullmatch(str(inside)):
        return inside
    return SHORT / f"next-tuesday-{os.geteuid()}-{hashlib.sha256(bytes(root)).hexdigest()[:12]}"


def leave_socket_folder(folder):
    """Remove a socket's folder below /tmp once its server has ended."""
    if folder.parent == SHORT:
        with contextlib.suppress(OSError):
            folder.rmdir()


def own_folder(folder, *, owner=None):
    """Make the folder ours alone (0700, or `owner`'s); one that somebody else has put there is refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if owner is not None:
        os.chown(folder, owner, -1)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), owner}:
        raise ServerError(f"The folder {folder} belongs to somebody else: remove it, then try again.")
    folder.chmod(0o700)


def unprivileged(*, namespaces=True):
    """How to run a program that refuses to run as root: (words before it, arguments for subprocess).

    As an ordinary user nothing is needed. As root it runs in a user namespace where root looks like nobody, so
    files stay root's; where the system allows no namespaces, it runs as the user nobody.
    """
    if os.geteuid() != 0:
        return [], {}
    words = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--"]
    can_unshare = namespaces and shutil.which("unshare")
    if can_unshare and subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0:
        return words, {}
    return [], {"user": int(NOBODY), "group": int(NOBODY), "extra_groups": []}
