"""What chance alone explains: Perla's table of runs, the exact limits beyond it, Anhoej's two limits."""

from fractions import Fraction
from math import comb, log2

from metrics.rules.anhoej import crossings_min, is_unusual, longest_run_max
from metrics.rules.run_chart import run_chart
from metrics.rules.runs_table import TABLE, are_ours, exact_limits, runs_limits

# Table 1 of Perla, Provost & Murray 2011, typed a second time, by column.
PERLA = """
10 3-9   19 6-15   28 10-20   37 13-25   46 17-31   55 22-35
11 3-10  20 6-16   29 10-20   38 14-26   47 17-31   56 22-35
12 3-11  21 7-16   30 11-21   39 14-26   48 18-32   57 23-36
13 4-11  22 7-17   31 11-22   40 15-27   49 19-32   58 23-37
14 4-12  23 7-17   32 11-23   41 15-27   50 19-33   59 24-38
15 5-12  24 8-18   33 12-23   42 16-28   51 20-33   60 24-38
16 5-13  25 8-18   34 12-24   43 16-28   52 20-34
17 5-13  26 9-19   35 12-24   44 17-29   53 21-34
18 6-14  27 10-19  36 13-25   45 17-30   54 21-35
"""


def test_runs_limits_are_the_published_table():
    words = PERLA.split()
    published = {int(n): tuple(map(int, limits.split("-"))) for n, limits in zip(words[::2], words[1::2], strict=True)}

    assert {n: runs_limits(n) for n in range(10, 61)} == published
    assert len(TABLE) == 51


def test_runs_limits_below_ten_are_none():
    assert [runs_limits(n) for n in range(10)] == [(None, None)] * 10


def exact(useful):
    """Limits by whole numbers: the ways to arrange `useful` points with each number of runs."""
    below = useful // 2
    above = useful - below
    ways = {}
    for half in range(1, below + 1):
        ways[2 * half] = 2 * comb(below - 1, half - 1) * comb(above - 1, half - 1)
        ways[2 * half + 1] = comb(below - 1, half) * comb(above - 1, half - 1) + comb(below - 1, half - 1) * comb(
            above - 1, half
        )
    every = comb(useful, below)

    def first_likely(counts):
        so_far = 0
        for runs in counts:
            so_far += ways[runs]
            if Fraction(so_far, every) > Fraction(1, 40):
                return runs
        raise AssertionError

    return first_likely(sorted(ways)), first_likely(sorted(ways, reverse=True))


def test_runs_limits_beyond_the_table_are_exact_and_ours():
    assert [runs_limits(n) for n in range(61, 261)] == [exact(n) for n in range(61, 261)]
    assert [are_ours(n) for n in (59, 60, 61)] == [False, False, True]
    assert exact_limits(61) == (24, 39)
    assert run_chart(range(62)).last_phase.runs_limits_are_ours


def test_anhoej_limits_as_published():
    published = {10: (6, 2), 12: (7, 3), 16: (7, 4), 20: (7, 6), 24: (8, 8), 36: (8, 13)}

    assert {n: (longest_run_max(n), crossings_min(n)) for n in published} == published
    assert [(longest_run_max(n), crossings_min(n)) for n in (0, 1)] == [(None, None), (3, 0)]


def test_anhoej_limits_are_exact():
    for useful in range(1, 1200):
        tosses, so_far, ways, k = useful - 1, 0, 1, 0
        while 20 * (so_far := so_far + ways) < 1 << tosses:
            ways = ways * (tosses - k) // (k + 1)
            k += 1
        assert (crossings_min(useful), longest_run_max(useful)) == (k, round(log2(useful)) + 3)


def test_anhoej_limits_of_very_long_series():
    assert (longest_run_max(10**6), crossings_min(10**6), exact_limits(10**6)) == (23, 499177, (499021, 500981))


def test_anhoej_judges_long_runs_and_few_crossings():
    assert [is_unusual(0, None, None), is_unusual(1, 1, 0)] == [False, False]
    assert [is_unusual(24, 8, 8), is_unusual(24, 9, 8), is_unusual(24, 8, 7)] == [False, True, True]
