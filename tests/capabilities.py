"""The catalogue of capabilities, and which of them a test proves."""

import csv
from pathlib import Path

import pytest

CATALOGUE = Path(__file__).with_name("capabilities.csv")


def catalogue() -> dict[str, dict]:
    """{id: {"title", "declined_because"}}."""
    with CATALOGUE.open(newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def proven_by(items) -> dict[str, list[str]]:
    """{capability: the tests marked as its proof} among collected tests."""
    proofs = {}
    for item in items:
        for mark in item.iter_markers("capability"):
            for capability in mark.args:
                proofs.setdefault(capability, []).append(item.nodeid)
    return proofs


def refuse_unknown(items):
    """A mark with an id that is not in the catalogue is a slip of the pen: stop."""
    unknown = set(proven_by(items)) - set(catalogue())
    if unknown:
        raise pytest.UsageError(f"No such capability: {', '.join(sorted(unknown))}")
