"""Whose turn it is, and what goes in at first: pure decisions on plain values."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from itertools import zip_longest

STOPPABLE = timedelta(minutes=10)  # an issue leaves this long after somebody said so; ours
DELIVERED_FOR = timedelta(days=5)  # so that weekends and closed days keep nobody's from coming; ours
DATES_AHEAD = 35  # days; ours
FIRST_BACK = timedelta(days=45)  # how far back the first issue looks; ours
# How many of each a new issue starts with; the rest waits under "More that could go in". Ours: ten minutes to read.
STARTS_WITH = {"theme": 1, "celebration": 3, "try": 3, "question": 2, "shelf": 3}


def in_turn(candidates: Iterable, last_shown: Mapping, already: Collection = ()) -> list:
    """Candidates so that each team comes once before any comes twice, those first that were not shown for longest.

    `candidates`: with a `team_id`, the newest first. `last_shown`: {team: moment}; a team that is not in it was not
    shown yet. `already`: teams that are in this issue: they come after all others.
    """
    by_team = {}
    for one in candidates:
        by_team.setdefault(one.team_id, []).append(one)

    def place(team):
        moment = last_shown.get(team)
        return team in already, moment is not None, moment.timestamp() if moment else 0

    rounds = zip_longest(*(by_team[team] for team in sorted(by_team, key=place)))
    return [one for each in rounds for one in each if one is not None]


def moved(order: list, one, step: int) -> list:
    """The order with `one` a step (-1 up, 1 down) further, as far as there is room."""
    order = list(order)
    here = order.index(one)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return order
