"""How many runs chance alone makes: Perla's table up to 60 useful points, exact limits beyond."""

from functools import cache
from math import exp, inf, isqrt, lgamma

# Table 1 of Perla, Provost & Murray 2011 (BMJ Qual Saf 20:46-51): for 10, 11, ... 60 useful points the fewest
# and the most runs that are still within chance. Kept as data, because no formula rebuilds it.
# fmt: off
TABLE = (
    (3, 9), (3, 10), (3, 11), (4, 11), (4, 12), (5, 12), (5, 13), (5, 13), (6, 14), (6, 15),  # 10 to 19
    (6, 16), (7, 16), (7, 17), (7, 17), (8, 18), (8, 18), (9, 19), (10, 19), (10, 20), (10, 20),  # 20 to 29
    (11, 21), (11, 22), (11, 23), (12, 23), (12, 24), (12, 24), (13, 25), (13, 25), (14, 26), (14, 26),  # 30 to 39
    (15, 27), (15, 27), (16, 28), (16, 28), (17, 29), (17, 30), (17, 31), (17, 31), (18, 32), (19, 32),  # 40 to 49
    (19, 33), (20, 33), (20, 34), (21, 34), (21, 35), (22, 35), (22, 35), (23, 36), (23, 37), (24, 38),  # 50 to 59
    (24, 38),  # 60
)
# fmt: on
FEWEST, MOST = 10, 60  # useful points the table covers
TAIL = 0.025  # on each side, beyond the table (Swed & Eisenhart 1943)


def runs_limits(useful):
    """Fewest and most runs within chance for this many useful points, both inclusive; `(None, None)` below 10."""
    if useful < FEWEST:
        return None, None
    return TABLE[useful - FEWEST] if useful <= MOST else exact_limits(useful)


def are_ours(useful):
    """Whether the limits go beyond the published table and are our own."""
    return useful > MOST


@cache
def exact_limits(useful):
    """Limits by the exact distribution of the number of runs, given half the points on each side.

    One side holds floor(n/2) points; the chance of fewer runs than the lower limit, and of more than the upper,
    is at most 2.5% each (Swed & Eisenhart 1943).
    """
    below = useful // 2
    above = useful - below
    reach = 6 * isqrt(useful)  # twelve standard deviations: what lies beyond adds nothing to the chance
    fewest, most = max(2, below - reach), min(2 * below + 1, below + reach)
    return _first_likely(below, above, range(fewest, most)), _first_likely(below, above, range(most, fewest, -1))


def _first_likely(below, above, counts):
    """The first number of runs, coming from one end, at which the chance so far exceeds the tail."""
    so_far = 0.0
    for runs in counts:
        so_far += _chance_of_runs(runs, below, above)
        if so_far > TAIL:
            return runs
    raise AssertionError("the chances of all numbers of runs add up to one")


def _chance_of_runs(runs, below, above):
    """The chance of exactly this many runs when `below` and `above` points stand in random order."""
    half = runs // 2
    ways = [(half, half - 1), (half - 1, half)] if runs % 2 else [(half - 1, half - 1)] * 2
    every = _log_choose(below + above, below)
    return sum(exp(_log_choose(below - 1, b) + _log_choose(above - 1, a) - every) for b, a in ways)


def _log_choose(total, taken):
    if not 0 <= taken <= total:
        return -inf
    return lgamma(total + 1) - lgamma(taken + 1) - lgamma(total - taken + 1)
