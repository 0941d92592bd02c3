"""The chart as SVG: facts in it, safe under a strict policy, readable without colour, small."""

import random
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from metrics.drawing import PHONE, WIDE, Band, Goal, Mark, Note, Picture, Unit, draw, draw_both, small_multiple
from metrics.rules.run_chart import run_chart

SVG = "{http://www.w3.org/2000/svg}"
TALKED = [17, 20, 19, 16, 21, 20, 24, 22, 21, 27, 29, 28, 30, 33, 32, 34]
MONTHS = [
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
]
CSS = Path(__file__).resolve().parents[2] / "static" / "css" / "chart.css"


def picture(values=None, **options):
    chart = run_chart([talked / 46 for talked in TALKED] if values is None else values)
    rows = len(chart.points)
    plain = {"title": "Families we talked with", "labels": [f"w{row}" for row in range(rows)]}
    return Picture(**{"chart": chart, **plain, **options})


def full_picture(**options):
    """A chart with everything a page may put on it."""
    everything = {
        "labels": MONTHS,
        "counts": [f"{talked} of 46" for talked in TALKED],
        "unit": Unit.PERCENT,
        "goal": Goal(0.8, "Our goal", "set by us in March"),
        "bands": [Band(0, 2, "Pre-work", "Pre"), Band(3, 15, "Action Period 1", "AP 1")],
        "marks": [Mark(3, "Learning Session 1", "LS 1"), Mark(8, "Closed for snow", "snow", is_closure=True)],
        "notes": [Note(6, "photo texts"), Note(9, "pick-up chairs")],
    }
    return picture(**{**everything, **options})


def parsed(drawn):
    return ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def of_class(root, class_):
    return [node for node in root.iter() if class_ in (node.get("class") or "").split()]


def words(root):
    return [node.text for node in root.iter(f"{SVG}text")]


@pytest.mark.capability("C147")
@pytest.mark.parametrize("geometry", [PHONE, WIDE], ids=["phone", "wide"])
def test_draw_reads_every_point_aloud(geometry):
    root = parsed(draw(full_picture(), geometry=geometry))
    dots = of_class(root, "dot")

    assert [dot.get("aria-label") for dot in dots[5:8]] == [
        "Jan: 20 of 46, 43%, one of 6 in a row below the middle line",
        "Feb: 24 of 46, 52%",
        "Mar: 22 of 46, 48%",
    ]
    assert len(dots) == 16
    assert {(dot.get("role"), dot.get("tabindex")) for dot in dots} == {("img", "0")}


@pytest.mark.capability("C147")
def test_draw_names_itself_and_describes_itself():
    root = parsed(draw(full_picture(ident="talks"), geometry=PHONE))

    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "group",
        "talks-phone-t",
        "talks-phone-d",
    )
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (title.get("id"), title.text) == ("talks-phone-t", "Families we talked with")
    assert (description.get("id"), description.text) == (
        "talks-phone-d",
        "16 points. Middle line 50%. Our goal 80%.",
    )


@pytest.mark.capability("C147")
def test_draw_shows_the_middle_line_the_goal_and_who_set_it():
    wide, phone = (parsed(draw(full_picture(), geometry=geometry)) for geometry in (WIDE, PHONE))

    assert [said in words(wide) for said in ("Middle line 50%", "Our goal 80%", "set by us in", "March")] == [True] * 4
    assert [said in words(phone) for said in ("Middle line 50%", "Our goal 80%, set by us in March")] == [True] * 2
    assert len(of_class(wide, "median")) == len(of_class(wide, "goal")) == 1


@pytest.mark.capability("C149")
def test_draw_says_a_shift_in_shape_and_words_not_by_colour_alone():
    root = parsed(draw(full_picture()))

    assert len(of_class(root, "halo")) == len(of_class(root, "shift")) == 13
    assert [text.text for text in of_class(root, "stretch")] == ["6 below", "7 above"]


def test_draw_shift_worth_a_look_is_ringed_and_not_filled():
    quiet = [4, 6] * 5 + [4, 6, 6, 6, 6, 6, 6] + [4, 4, 4, 6, 4, 4, 4]
    root = parsed(draw(picture(quiet)))

    assert (len(of_class(root, "halo")), len(of_class(root, "shift"))) == (6, 0)


def test_draw_trend_is_named_and_broader():
    root = parsed(draw(picture([5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8])))

    assert (len(of_class(root, "trend")), [text.text for text in of_class(root, "stretch")]) == (1, ["5 going up"])


def test_draw_missing_rows_leave_a_gap():
    root = parsed(draw(picture([1, 2, None, 3, None, None, 4, 5])))

    (series,) = of_class(root, "series")
    assert series.get("d").count("M") == 3
    assert [dot.get("aria-label") for dot in of_class(root, "dot")] == ["w0: 1", "w1: 2", "w3: 3", "w6: 4", "w7: 5"]


def test_draw_lines_by_phase_provisional_lighter_none_under_five():
    chart = run_chart([*range(10), *range(5), *range(4)], phases=[10, 15])
    root = parsed(draw(picture(chart=chart, labels=["w"] * 19)))

    assert [node.get("class") for node in of_class(root, "median")] == ["median", "median early"]
    assert len(of_class(root, "phase")) == 2
    titles = [node.text for node in root.iter(f"{SVG}title")]
    assert titles == ["Families we talked with", "Earlier middle line 4.5", "Earlier middle line 2"]


def test_draw_frozen_line_is_a_usual_level_carried_on():
    chart = run_chart([4, 6] * 8, freeze=10)
    root = parsed(draw(picture(chart=chart, labels=["w"] * 16)))

    assert [node.get("class") for node in of_class(root, "median")] == ["median", "median extended"]
    assert "Usual level 5" in words(root)


@pytest.mark.capability("C148")
@pytest.mark.parametrize("geometry", [PHONE, WIDE], ids=["phone", "wide"])
def test_draw_marks_sessions_closures_periods_and_notes(geometry):
    root = parsed(draw(full_picture(), geometry=geometry))

    titles = {node.text for node in root.iter(f"{SVG}title")}
    assert titles >= {
        "Pre-work",
        "Action Period 1",
        "Learning Session 1",
        "Closed for snow",
        "Note 1, Feb: photo texts",
        "Note 2, May: pick-up chairs",
    }
    assert (len(of_class(root, "mark")), len(of_class(root, "closure")), len(of_class(root, "flag"))) == (2, 1, 2)


def test_draw_phone_text_is_never_under_twelve_pixels():
    narrowest = 320  # the style sheet keeps the phone geometry at 20rem or more
    sizes = [float(size) for size in re.findall(r"(?:font|font-size): (?:\d+ )?([\d.]+)px", CSS.read_text())]

    assert "min-inline-size: 20rem" in CSS.read_text()
    assert min(size for size in sizes if size >= 13) * narrowest / PHONE.width >= 12
    assert sizes.count(12.5) == 1  # the numbers in the dots of notes, which the page repeats in words


def test_chart_css_has_tokens_and_no_colours_of_its_own():
    css = CSS.read_text()

    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgb|light-dark", css)
    assert set(re.findall(r"var\((--[a-z-]+)", css)) == {
        "--ink",
        "--ink-soft",
        "--line",
        "--marigold",
        "--plum",
        "--sans",
        "--sky",
        "--spruce",
        "--sunken",
        "--surface",
    }


def test_chart_css_knows_every_class_that_is_drawn():
    frozen = picture(chart=run_chart([4, 6] * 8, freeze=10), labels=["w"] * 16)
    trend = picture([5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8])
    phases = picture(chart=run_chart([*range(10), *range(5)], phases=[10]), labels=["w"] * 15)
    small = small_multiple([1, 2], 1.5, [True, True], scale=(0, 3), label="")
    drawn = "".join([draw_both(full_picture()), draw(frozen), draw(trend), draw(phases), small])
    used = {class_ for classes in re.findall(r'class="([^"]+)"', drawn) for class_ in classes.split()}

    assert used - set(re.findall(r"\.([a-z-]+)", CSS.read_text())) == set()


HOSTILE = "<script>alert(1)</script>\"'&"


def test_draw_escapes_all_words():
    chart = run_chart([1, 2, 3])
    drawn = draw_both(
        Picture(
            chart=chart,
            title=HOSTILE,
            description=HOSTILE,
            labels=[HOSTILE] * 3,
            periods=[HOSTILE] * 3,
            counts=[HOSTILE] * 3,
            goal=Goal(2, HOSTILE, HOSTILE),
            bands=[Band(0, 1, HOSTILE, HOSTILE)],
            marks=[Mark(1, HOSTILE, HOSTILE)],
            notes=[Note(1, HOSTILE)],
            ident=HOSTILE,
        )
    ) + small_multiple([1], 1, [False], scale=(0, 1), label=HOSTILE)

    assert "<script" not in drawn
    ElementTree.fromstring(f"<div>{drawn}</div>")


def test_draw_has_no_style_attribute_no_script_no_handler():
    drawn = draw_both(full_picture())

    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:|href=", drawn)


def test_draw_both_holds_a_phone_and_a_wide_drawing_with_ids_of_their_own():
    drawn = draw_both(full_picture())
    ids = re.findall(r' id="([^"]+)"', drawn)

    assert re.findall(r'viewBox="0 0 (\d+)', drawn) == ["360", "820"]
    assert len(ids) == len(set(ids)) == 4
    assert drawn.__html__() is drawn


@pytest.mark.parametrize(
    "values",
    [[], [None], [0], [None, None, 5], [0, 0, 0, 0, 0, 0], [1e9, 2e9], [-3, 4], [0.001, 0.002], [5] * 104],
    ids=str,
)
@pytest.mark.parametrize("unit", Unit)
def test_draw_odd_series(values, unit):
    note = [Note(0, "first")] if values else []

    for geometry in (PHONE, WIDE):
        root = parsed(draw(picture(values, unit=unit, goal=Goal(0.5), notes=note), geometry=geometry))
        assert len(of_class(root, "dot")) == sum(value is not None for value in values)


def test_draw_keeps_every_point_inside_the_drawing():
    chance = random.Random(3)
    for _ in range(30):
        values = [chance.gauss(5, 40) for _ in range(chance.randint(1, 104))]
        for geometry in (PHONE, WIDE):
            root = parsed(draw(picture(values), geometry=geometry))
            _, _, width, height = map(float, root.get("viewBox").split())
            for point in of_class(root, "point"):
                assert 0 < float(point.get("cx")) < width
                assert 0 < float(point.get("cy")) < height


def test_picture_refuses_labels_that_do_not_fit_the_rows():
    with pytest.raises(ValueError, match="one entry for each row"):
        picture([1, 2], labels=["a"])
    with pytest.raises(ValueError, match="one entry for each row"):
        picture([1, 2], counts=["a"])


def test_rules_and_drawing_need_no_django_and_no_heavy_library():
    code = (
        "import sys, metrics.drawing, metrics.rules.headline, metrics.rules.batch_values\n"
        "print(sorted({'django', 'pandas', 'matplotlib'} & set(sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=CSS.parents[2])

    assert (ran.stdout, ran.stderr) == ("[]\n", "")
