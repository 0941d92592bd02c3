"""Whose turn it is, and how pieces move."""

import datetime
from dataclasses import dataclass

import pytest

from portal.newsletter.rules import in_turn, moved

SPRING, AUTUMN = (datetime.datetime(2026, month, 1, tzinfo=datetime.UTC) for month in (4, 10))


@dataclass(frozen=True)
class Thing:
    name: str
    team_id: str


A1, A2, B1, C1 = Thing("a1", "A"), Thing("a2", "A"), Thing("b1", "B"), Thing("c1", "C")


@pytest.mark.capability("C281")
@pytest.mark.parametrize(
    ("last_shown", "already", "expected"),
    [
        ({}, (), [A1, B1, C1, A2]),  # each team once before any comes twice; the newest first
        ({"A": AUTUMN, "B": SPRING}, (), [C1, B1, A1, A2]),  # not shown yet, then shown the longest ago
        ({}, ("A",), [B1, C1, A1, A2]),  # in this issue already: after all others
        ({"B": SPRING, "C": AUTUMN}, ("A",), [B1, C1, A1, A2]),
    ],
)
def test_every_team_has_its_turn(last_shown, already, expected):
    assert in_turn([A1, A2, B1, C1], last_shown, already) == expected


@pytest.mark.parametrize(
    ("one", "step", "expected"),
    [(2, -1, [2, 1, 3]), (2, 1, [1, 3, 2]), (1, -1, [1, 2, 3]), (3, 1, [1, 2, 3])],
)
def test_a_piece_moves_as_far_as_there_is_room(one, step, expected):
    assert moved([1, 2, 3], one, step) == expected
