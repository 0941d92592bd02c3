"""The parts of a drawing: axis, written values, room for words, small multiples."""

import gzip
import random
import re
from xml.etree import ElementTree

import pytest

from metrics.drawing import PHONE, WIDE, Band, Picture, Unit, small_multiple
from metrics.drawing.geometry import Frame, fitting, spread, width_of, within, wrapped
from metrics.drawing.lines import band_names
from metrics.drawing.scale import picture_scale, scale, written
from metrics.rules.run_chart import run_chart


def path_of(drawn, class_):
    (node,) = [node for node in ElementTree.fromstring(drawn) if node.get("class") == class_]
    return node.get("d")


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([0.38, 0.74], Unit.PERCENT, (0, 0.25, 0.5, 0.75, 1)),
        ([0.38, 1.3], Unit.PERCENT, (0, 0.5, 1, 1.5)),
        ([3, 7], Unit.COUNT, (0, 2, 4, 6, 8)),
        ([0, 1], Unit.COUNT, (0, 1)),
        ([95, 105], Unit.COUNT, (90, 95, 100, 105, 110)),
        ([3.1, 3.5], Unit.NUMBER, (3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6)),
        ([], Unit.COUNT, (0, 1)),
    ],
    ids=str,
)
def test_scale_has_rounded_ticks(values, unit, ticks):
    assert scale(values, unit).ticks == pytest.approx(ticks)


def test_scale_takes_the_callers_range_for_charts_side_by_side():
    assert scale([3], Unit.COUNT, (0, 40)).ticks == (0, 10, 20, 30, 40)


def test_written_values():
    assert [written(value, Unit.PERCENT) for value in (34 / 46, 32 / 46, 0, 0.125)] == ["74%", "70%", "0%", "13%"]
    assert [written(value, Unit.COUNT) for value in (12.0, 2.5, 100, -0.001, 3e7)] == ["12", "2.5", "100", "0", "3e+07"]
    assert written(3.416, Unit.NUMBER, ",") == "3,42"


def test_words_find_room():
    assert wrapped("set by us in March 2025", 12) == ["set by us in", "March 2025"]
    assert spread([10, 12, 100], [20, 20, 20], 130) == [10, 30, 100]
    assert spread([100, 110], [20, 20], 120) == [80, 100]
    assert fitting([100, 400], ["Learning Session 1"] * 2, ["LS 1"] * 2, WIDE) == ["Learning Session 1"] * 2
    assert fitting([100, 180], ["Learning Session 1"] * 2, ["LS 1"] * 2, WIDE) == ["LS 1"] * 2
    assert fitting([100, 110, 200], ["Learning Session"] * 3, ["LS 1"] * 3, WIDE) == ["LS 1", "", "LS 1"]


def test_closures_stand_back_for_sessions_and_words_stay_inside():
    sessions = ["Session 1", "Closed", "Session 2"]

    assert fitting([60, 100, 160], sessions, sessions, PHONE, {1}) == ["Session 1", "", "Session 2"]
    assert fitting([40, 180, 355], sessions, sessions, PHONE, {1}) == sessions
    assert within(355, width_of("Session 2", PHONE) / 2, PHONE) == 360 - width_of("Session 2", PHONE) / 2


def test_a_narrow_band_takes_the_room_beside_it_and_never_that_of_another():
    def names(bands):
        picture = Picture(chart=run_chart([1, 2] * 10), title="", labels=[""] * 20, bands=bands)
        frame = Frame(PHONE, picture_scale(picture), 20, 20)
        return re.findall(">([^<]+)</text>", band_names(picture, frame, 10))

    narrow_last = [Band(0, 16, "Action Period 2", "Period 2"), Band(17, 19, "Action Period 3", "Period 3")]
    narrow_first = [Band(0, 1, "Action Period 1", "Period 1"), Band(2, 19, "Action Period 2", "Period 2")]

    assert names(narrow_last) == ["Action Period 2", "Period 3"]
    assert names(narrow_first) == ["Action Period 2"]


def test_small_multiple_shows_the_last_26_periods_and_dots_only_what_is_marked():
    values = [float(row % 5) for row in range(40)]
    drawn = small_multiple(values, 2.0, [row in (3, 38) for row in range(40)], scale=(0, 4), label="Maple Street")
    root = ElementTree.fromstring(drawn)

    assert (root.get("role"), root.get("aria-label")) == ("img", "Maple Street")
    assert len(re.findall("l", path_of(drawn, "series"))) == 25
    assert path_of(drawn, "dots") == "M186 17h0"
    assert path_of(drawn, "median") == "M0 28h200"


def test_small_multiple_lifts_over_gaps_and_keeps_to_the_common_scale():
    drawn = small_multiple([1, None, float("nan"), 9, 1], None, [False] * 5, scale=(0, 2), label="")

    assert path_of(drawn, "series") == "M164 28h0M186 6h0l8 22"
    assert "median" not in drawn


def test_small_multiples_of_160_centers_stay_small():
    chance = random.Random(1)
    charts = [
        small_multiple(
            [chance.gauss(0.5, 0.15) for _ in range(104)],
            0.5,
            [chance.random() < 0.2 for _ in range(104)],
            scale=(0, 1),
            label=f"Center {number}: middle line 50%",
        )
        for number in range(160)
    ]

    assert len(gzip.compress("".join(charts).encode())) < 12_000
