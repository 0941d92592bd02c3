"""Journeys in a browser are left out only where there is none and nobody asks for one; the build asks for one."""

import os
import subprocess
from pathlib import Path

import pytest

from portal.tour import browser
from tests.chromium import may_be_left_out

BUILD = Path(__file__).resolve().parents[2] / ".ci" / "run"


@pytest.mark.parametrize(
    ("program", "required", "left_out"),
    [
        ("/bin/true", "", False),
        ("/bin/true", "1", False),
        ("/nowhere/chromium", "", True),
        ("/nowhere/chromium", "1", False),
    ],
)
def test_only_a_browser_that_nobody_asks_for_may_be_missed(monkeypatch, program, required, left_out):
    monkeypatch.setenv("CHROMIUM", program)
    monkeypatch.setenv("REQUIRE_BROWSER", required)

    assert may_be_left_out() is left_out


def test_without_a_browser_nothing_is_launched(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(browser.NoBrowser, match="No Chromium is here"), browser.launched():
        pass


def test_the_build_asks_for_one_and_ends_loudly_without():
    text = BUILD.read_text()
    ran = subprocess.run(
        [BUILD], env={**os.environ, "CHROMIUM": "/nowhere/chromium"}, capture_output=True, text=True, check=False
    )

    assert "export CHROMIUM REQUIRE_BROWSER=1\nexec make test" in text
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("No Chromium is here: install it")
