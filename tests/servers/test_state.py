import os
import subprocess
import sys

import pytest

from portal.servers.process import ServerError
from portal.servers.state import PROJECT, State

READ_KEY = (
    "import sys; from pathlib import Path; from portal.servers.state import State;"
    " print(State(Path(sys.argv[1])).secret_key())"
)


def test_the_folder_is_the_one_the_variable_names_and_hidden_from_git(monkeypatch, tmp_path):
    monkeypatch.setenv("NEXT_TUESDAY_STATE", str(tmp_path / "my state"))

    state = State.of_this_machine()

    assert state.folder == tmp_path / "my state"
    assert (state.folder / ".gitignore").read_text() == "*\n"


def test_a_folder_that_cannot_be_made_is_explained(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("NEXT_TUESDAY_STATE", str(tmp_path / "file" / "state"))

    with pytest.raises(ServerError, match="cannot be written .*: make it yours, or name another one"):
        State.of_this_machine()


def test_the_secret_key_is_made_once_and_for_its_owner_alone(state):
    key = state.secret_key()

    assert state.secret_key() == key
    assert len(key) >= 64
    assert (state.folder / "secret_key").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in state.folder.iterdir()) == [".gitignore", "secret_key"]


def test_readers_that_race_read_the_same_key(state):
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READ_KEY, state.folder],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            env=dict(os.environ),
        )
        for _ in range(4)
    ]

    assert {reader.communicate(timeout=30)[0].decode().strip() for reader in readers} == {state.secret_key()}
