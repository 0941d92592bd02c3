"""Whom one may write to, and how one appears to others."""

import pytest

from collaborative.discussion.rules import open_audiences


@pytest.mark.parametrize(
    ("may", "groups", "has_team", "expected"),
    [
        ({"all", "group", "team"}, ["g"], True, [("all", None), ("group", "g"), ("team", None)]),
        ({"all", "group", "team"}, [], True, [("all", None), ("team", None)]),
        ({"all", "group", "faculty"}, ["g", "h"], False, [("all", None), ("group", "g"), ("group", "h"),
                                                          ("faculty", None)]),
        ({"all", "team"}, [], False, [("all", None)]),
        (set(), ["g"], True, []),
    ],
)  # fmt: skip
def test_open_audiences_are_those_one_may_write_to_and_belongs_to(may, groups, has_team, expected):
    assert open_audiences(lambda audience: audience in may, groups, has_team) == expected
