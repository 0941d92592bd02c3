"""Anhoej's rules: an unusually long run, or unusually few crossings of the line.

Anhoej & Olesen 2014 (PLoS ONE 9:e113825); Anhoej 2015 (PLoS ONE 10:e0121349).
"""

from functools import cache
from math import comb, exp, lgamma, log

QUANTILE = 0.05  # of the number of crossings, one-sided (Anhoej & Olesen 2014)


def longest_run_max(useful):
    """The longest run chance explains among this many useful points, round(log2 n) + 3; None of none."""
    if useful == 0:
        return None
    power = useful.bit_length() - 1
    rounds_up = useful * useful > 1 << (2 * power + 1)  # log2 n is never an exact half
    return power + rounds_up + 3


@cache
def crossings_min(useful):
    """The fewest crossings chance explains: the smallest k with P(X <= k) >= 5% for X ~ Bin(n - 1, 1/2).

    None of no useful points. Walks down from the middle, where half the chance lies on each side.
    """
    if useful == 0:
        return None
    tosses = useful - 1
    fewest = tosses // 2
    chance = _chance_of_middle(tosses)
    up_to_here = 0.5 if tosses % 2 else 0.5 + chance / 2
    while up_to_here - chance >= QUANTILE:
        up_to_here -= chance
        chance *= fewest / (tosses - fewest + 1)
        fewest -= 1
    return fewest


def _chance_of_middle(tosses):
    """P(X = floor(n/2)) for X ~ Bin(n, 1/2)."""
    middle = tosses // 2
    if tosses <= 1000:  # exact while the integers are small
        return comb(tosses, middle) / (1 << tosses)
    return exp(lgamma(tosses + 1) - lgamma(middle + 1) - lgamma(tosses - middle + 1) - tosses * log(2))


def is_unusual(useful, longest_run, crossings):
    """Whether the run is too long or the crossings too few for chance; False of no useful points."""
    return useful > 0 and (longest_run > longest_run_max(useful) or crossings < crossings_min(useful))
