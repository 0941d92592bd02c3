"""The virtual environment of the project: `python3 -m portal.servers.setup runtime` (or `dev`) makes it as locked.

What holds: it is quick when nothing changed; a set-up that was interrupted is begun anew; what `make test` installed
stays when `make run` needs less; two set-ups at once wait for one another.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from portal.servers.process import ServerError, locked, say
from portal.servers.state import PROJECT, State

REQUIREMENTS = PROJECT / "requirements"
INSTALL = ("install", "-q", "--require-hashes")
SYNC = ("pip", "sync", "-q", "--require-hashes")


class Setup:
    """One virtual environment and the two little files in it that say how far its set-up came."""

    def __init__(self, folder=PROJECT / ".venv"):
        self.folder = Path(folder)
        self.python = self.folder / "bin" / "python"
        self.begun = self.folder / "setup-begun"
        self.finished = self.folder / "setup-finished"

    def bring(self, wanted):
        """See that the locked libraries of `runtime` or `dev` are installed."""
        installed = self.installed()
        if installed == "dev" or installed == wanted:
            return
        if self._recorded().startswith("dev "):
            wanted = "dev"
        self._begin()
        say(f"Installing the libraries ({wanted}); this takes about half a minute, only this once.")
        installer = REQUIREMENTS / "bootstrap.txt"
        self._run(self.python, "-m", "pip", *INSTALL, "-r", installer)
        locked_lists = (REQUIREMENTS / f"{wanted}.txt", installer)
        self._run(self.folder / "bin" / "uv", *SYNC, "--python", self.python, *locked_lists)
        self.finished.write_text(f"{wanted} {requirements_hash()}\n")
        self.begun.unlink()

    def installed(self):
        """`runtime` or `dev` when that is installed completely and as locked today, else nothing."""
        name, _, found = self._recorded().partition(" ")
        is_current = found == requirements_hash() and not self.begun.exists()
        return name if is_current and self._python_works() else ""

    def _begin(self):
        """Leave a mark until everything is done; what another interrupted set-up left is removed first."""
        if self.begun.exists() or not self._python_works():
            shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(exist_ok=True)
        self.begun.touch()
        if not self.python.exists():
            try:
                venv.create(self.folder, with_pip=True, symlinks=True)
            except (subprocess.CalledProcessError, OSError) as error:
                raise ServerError(
                    "Python could not make a virtual environment: install its venv module (on Debian and Ubuntu the "
                    "package python3-venv), then try again."
                ) from error

    def _recorded(self):
        return self.finished.read_text().strip() if self.finished.exists() else ""

    def _python_works(self):
        if not self.python.exists():
            return False
        return subprocess.run([self.python, "-c", ""], check=False, capture_output=True).returncode == 0

    def _run(self, *words):
        own = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
        if subprocess.run([str(word) for word in words], check=False, env=own).returncode:
            raise ServerError(
                "The libraries could not be installed (the lines above say why): see that this machine reaches its "
                "package index, then try again."
            )


def requirements_hash():
    """A short name for the content of the lock files."""
    content = b"".join(path.read_bytes() for path in sorted(REQUIREMENTS.glob("*.txt")))
    return hashlib.sha256(content).hexdigest()[:16]


def main():
    try:
        with locked(State.of_this_machine().folder / "setup"):
            Setup().bring(sys.argv[1])
    except ServerError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("The set-up was interrupted; the next try begins it anew.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
