"""The tools that guard the house run inside the tests, and their exit codes count."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BESIDE_PYTHON = Path(sys.executable).parent


def run(*command):
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [("check", "."), ("format", "--check", ".")])
def test_style_is_kept(arguments):
    ran = run(BESIDE_PYTHON / "ruff", *arguments)

    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_imports_go_down():
    ran = run(BESIDE_PYTHON / "lint-imports", "--no-cache")

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 broken" in ran.stdout


def test_the_import_contracts_can_break(tmp_path):
    """A contract that cannot fail guards nothing: the same contracts refuse an import that goes up."""
    settings = (PROJECT / "pyproject.toml").read_text()
    upside_down = tmp_path / "pyproject.toml"
    upside_down.write_text(
        settings.replace(
            'layers = ["portal", "pdsa", "metrics", "collaborative"]',
            'layers = ["collaborative", "metrics", "pdsa", "portal"]',
        )
    )

    ran = run(BESIDE_PYTHON / "lint-imports", "--no-cache", "--config", upside_down)

    assert ran.returncode == 1
    assert "BROKEN" in ran.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    ran = run(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run")

    assert ran.returncode == 0, ran.stdout + ran.stderr
