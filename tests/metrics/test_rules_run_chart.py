"""The whole value of one chart: counts, lines, phases, freeze, weights, warnings."""

import math

import pytest

from metrics.rules.middle import Line, median
from metrics.rules.quotients import Caution, DataWarning, quotients
from metrics.rules.run_chart import Direction, Phase, Rule, RunChart, Stretch, Weight, run_chart
from metrics.rules.stretches import PERLA

SAMPLE = [38, 44, 41, 35, 46, 43, 52, 48, 45, 58, 63, 61, 66, 72, 70, 74]


@pytest.mark.capability("C147", "C149")
def test_run_chart_whole_value():
    assert run_chart(SAMPLE) == RunChart(
        points=tuple(map(float, SAMPLE)),
        phases=(
            Phase(
                start=0,
                end=15,
                center=50.0,
                n=16,
                baseline=16,
                n_useful=16,
                longest_run=7,
                longest_run_max=7,
                crossings=3,
                crossings_min=4,
                anhoej_signal=True,
                runs=4,
                runs_lower=5,
                runs_upper=13,
            ),
        ),
        shifts=(
            Stretch(Rule.SHIFT, 0, 5, Direction.BELOW, 6, 0, Weight.CLEAR),
            Stretch(Rule.SHIFT, 9, 15, Direction.ABOVE, 7, 0, Weight.CLEAR),
        ),
        trends=(),
        warnings=(),
        freeze=None,
        rules=PERLA,
    )


def test_run_chart_of_nothing():
    empty, missing = run_chart([]), run_chart([None, float("nan")])

    assert (empty.n, empty.center, empty.points) == (0, (), ())
    assert (missing.n, missing.center, missing.points) == (0, (None, None), (None, None))
    assert missing.last_phase == Phase(0, 1, None, 0, 0, 0, None, None, None, None, False, 0, None, None)


def test_run_chart_of_points_on_the_line_has_no_statistics_but_no_runs():
    phase = run_chart([7, 7, 7]).last_phase

    assert phase == Phase(0, 2, 7.0, 3, 3, 0, None, None, None, None, False, 0, None, None)


def test_median_of_even_odd_and_huge_numbers():
    assert [median([]), median([3]), median([1, 4]), median([9, 1, 4])] == [None, 3, 2.5, 4]
    assert median([1.6e308, 1.7e308]) == pytest.approx(1.65e308)


def test_line_is_drawn_from_five_points_and_judged_from_ten():
    lines = [run_chart(range(n)).last_phase for n in (4, 5, 9, 10)]

    assert [(phase.line, phase.is_judged) for phase in lines] == [
        (Line.NONE, False),
        (Line.PROVISIONAL, False),
        (Line.PROVISIONAL, False),
        (Line.SETTLED, True),
    ]


def test_run_chart_counts_recorded_rows_not_rows_toward_ten():
    assert not run_chart([1, 2, 3, 4, 5, 6, 7, 8, 9, None, None]).last_phase.is_judged


def test_run_chart_under_ten_finds_stretches_but_tells_none():
    chart = run_chart([1, 2, 3, 4, 5, 6])

    assert chart.trends == (Stretch(Rule.TREND, 0, 5, Direction.UP, 6, 0, Weight.UNTOLD),)


def test_freeze_sets_the_line_by_rows_and_judges_all_rows():
    chart = run_chart([10, None, 12, 14, 20, 21, 22, 23, 24, 25], freeze=4)

    assert (chart.center, chart.freeze) == ((12.0,) * 10, 4)
    assert [(shift.start, shift.end, shift.count) for shift in chart.shifts] == [(3, 9, 7)]
    assert chart.last_phase.baseline == 3
    assert chart.warnings == (DataWarning(Caution.SHORT_BASELINE, 0),)


def test_freeze_on_nothing_recorded_has_no_line():
    chart = run_chart([None, None, 1, 2, 3, 4, 5], freeze=2)

    assert (chart.center, chart.n, chart.n_useful) == ((None,) * 7, 5, 0)
    assert [(trend.start, trend.end) for trend in chart.trends] == [(2, 6)]


def test_freeze_beyond_the_end_takes_all_rows_and_is_ignored_with_phases():
    assert run_chart([1, 2, 3], freeze=9).center == (2.0, 2.0, 2.0)
    assert run_chart([1, 2, 9], freeze=1, phases=[2]).center == (1.5, 1.5, 9.0)


def test_phases_have_their_own_line_and_no_rule_crosses_them():
    values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    chart = run_chart(values, phases=[9, 4, 4, 99])

    assert chart.center == (2.5,) * 4 + (7.0,) * 5 + (11.0,) * 3
    assert [(phase.start, phase.end, phase.n) for phase in chart.phases] == [(0, 3, 4), (4, 8, 5), (9, 11, 3)]
    assert [(trend.start, trend.end, trend.phase) for trend in chart.trends] == [(4, 8, 1)]
    assert chart.shifts == ()
    assert (chart.n, chart.n_useful) == (12, 2)


def weights(values, **options):
    chart = run_chart(values, **options)
    return [(stretch.rule.value, stretch.weight.value) for stretch in (*chart.shifts, *chart.trends)]


def test_weight_of_a_shift_up_to_twenty_useful_points_is_clear():
    values = [4, 6] * 3 + [4, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 6, 4, 4]

    assert (run_chart(values).n_useful, run_chart(values).last_phase.anhoej_signal) == (20, False)
    assert weights(values) == [("shift", "clear")]


def test_weight_of_a_shift_from_21_useful_points_needs_anhoej():
    quiet = [4, 6] * 5 + [4, 6, 6, 6, 6, 6, 6] + [4, 4, 4, 6, 4, 4, 4]
    moved = [4] * 11 + [6] * 11

    assert (len(quiet), run_chart(quiet).n_useful, run_chart(quiet).last_phase.anhoej_signal) == (24, 24, False)
    assert weights(quiet) == [("shift", "look")]
    assert weights(moved) == [("shift", "clear"), ("shift", "clear")]


def test_weight_of_a_trend_is_never_more_than_a_look():
    assert weights([5, 1, 9, 1, 2, 3, 4, 8, 1, 9, 1, 9]) == [("trend", "look")]


def test_median_on_most_points_is_drawn_with_a_warning_and_shifts_are_not_told():
    chart = run_chart([5] * 8 + [6] * 6)

    assert chart.last_phase.is_mostly_on_the_line
    assert chart.warnings == (DataWarning(Caution.MOSTLY_ON_THE_LINE, 0),)
    assert [shift.weight for shift in chart.shifts] == [Weight.UNTOLD]


@pytest.mark.parametrize(("values", "options"), [([math.inf], {}), ([1], {"freeze": 0}), ([1], {"phases": [-1]})])
def test_run_chart_refuses_what_means_nothing(values, options):
    with pytest.raises(ValueError, match="number|row"):
        run_chart(values, **options)


def test_quotients_have_no_value_without_a_denominator():
    values, warnings = quotients([34, 5, 5, None, None, 3], [46, 0, None, 7, None, -1])

    assert values == (34 / 46, None, None, None, None, None)
    assert warnings == (
        DataWarning(Caution.NO_DENOMINATOR, 1),
        DataWarning(Caution.NO_DENOMINATOR, 2),
        DataWarning(Caution.NO_NUMERATOR, 3),
        DataWarning(Caution.NO_DENOMINATOR, 5),
    )


def test_quotients_refuse_unequal_lengths_and_numbers_without_end():
    with pytest.raises(ValueError, match="shorter|longer"):
        quotients([1], [1, 2])
    with pytest.raises(ValueError, match="finite"):
        quotients([1e308], [1e-308])


def test_run_chart_keeps_the_warnings_of_its_data():
    values, warnings = quotients([1, 2], [2, 0])

    assert run_chart(values, warnings=warnings).warnings == (DataWarning(Caution.NO_DENOMINATOR, 1),)
