"""A paper from its template and its words."""

import calendar
import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 20  # seconds; a page takes a quarter of one
PDF = "application/pdf"


class NotPrinted(Exception):
    """The paper could not be laid out."""


def pdf_of(template: Path, words: dict, *, day) -> bytes:
    """The paper as an accessible PDF (tagged, PDF/UA-1): the same bytes for the same words on the same day.

    `words` stand in the template as `sys.inputs.words`; pictures are named from the project's folder on. Raises
    NotPrinted.
    """
    asked = {
        "template": str(template),
        "words": words,
        "root": str(PROJECT),
        "timestamp": calendar.timegm((day.year, day.month, day.day, 0, 0, 0)),
    }
    try:
        made = subprocess.run(
            [sys.executable, "-m", "portal.papers"],
            input=json.dumps(asked).encode(),
            capture_output=True,
            cwd=PROJECT,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as slow:
        raise NotPrinted("it took too long") from slow
    if made.returncode:
        raise NotPrinted(made.stderr.decode(errors="replace")[-500:])
    return made.stdout
