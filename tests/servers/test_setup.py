import os
import subprocess
import sys

import pytest

from portal.servers.setup import Setup, requirements_hash


@pytest.fixture
def made(tmp_path):
    """A finished set-up, but for the libraries themselves."""
    setup = Setup(tmp_path / ".venv")
    setup.python.parent.mkdir(parents=True)
    setup.python.symlink_to(sys.executable)
    setup.finished.write_text(f"dev {requirements_hash()}\n")
    return setup


def test_what_the_tests_installed_is_enough_to_run(made):
    made.bring("runtime")
    made.bring("dev")

    assert made.installed() == "dev"
    assert not made.begun.exists()


def test_a_setup_is_unfinished_when_it_was_interrupted_or_the_locks_changed_or_its_python_went(made):
    made.begun.touch()
    interrupted = made.installed()
    made.begun.unlink()
    made.finished.write_text("dev 0123456789abcdef\n")
    changed = made.installed()
    made.finished.write_text(f"dev {requirements_hash()}\n")
    made.python.unlink()
    without_python = made.installed()

    assert [interrupted, changed, without_python] == ["", "", ""]


@pytest.mark.slow
def test_an_interrupted_setup_is_begun_anew(tmp_path):
    setup = Setup(tmp_path / ".venv")
    (setup.folder / "lib").mkdir(parents=True)
    (setup.folder / "lib" / "half a library").touch()
    setup.begun.touch()

    setup.bring("runtime")

    assert setup.installed() == "runtime"
    assert not (setup.folder / "lib" / "half a library").exists()
    words = [setup.python, "-c", "import django, honcho, psycopg2, uuid_utils"]
    assert subprocess.run(words, env={**os.environ, "PYTHONPATH": ""}).returncode == 0
