"""The one folder, ignored by git, in which a machine keeps what belongs to it: data, logs, secret key."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from portal.servers.process import ServerError

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class State:
    """A state folder: `.state` in the project, unless NEXT_TUESDAY_STATE names another."""

    folder: Path

    @classmethod
    def of_this_machine(cls):
        """The folder to use here, made if it is missing."""
        folder = Path(os.environ.get("NEXT_TUESDAY_STATE") or PROJECT / ".state").expanduser().resolve()
        return cls(folder).made()

    def made(self):
        """Itself, with the folder there and hidden from git."""
        try:
            self.folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            ignore = self.folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n")
        except OSError as error:
            raise ServerError(
                f"The state folder {self.folder} cannot be written ({error.strerror}): make it yours, or name "
                "another one with NEXT_TUESDAY_STATE=."
            ) from error
        return self

    def secret_key(self):
        """The generated key of this machine: the same at every call, readable by its owner alone."""
        path = self.folder / "secret_key"
        if not path.exists():
            draft = path.with_name(f"secret_key.{os.getpid()}")
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(64))
            try:
                os.link(draft, path)  # of two first callers one wins, and both read the winner's
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return path.read_text()
