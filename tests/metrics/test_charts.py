"""The same chart by matplotlib: for paper and mail."""

import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from metrics.charts import chart_png, chart_svg
from metrics.drawing import Band, Goal, Mark, Note, Picture, Unit
from metrics.rules.run_chart import run_chart

SVG = "{http://www.w3.org/2000/svg}"


def picture(values, **options):
    labels = [f"w{row}" for row in range(len(values))]
    return Picture(**{"chart": run_chart(values), "title": "Talks & <more>", "labels": labels, **options})


def test_chart_svg_is_named_described_and_repeatable():
    shown = picture([0.4, 0.5, None, 0.6, 0.7, 0.6], unit=Unit.PERCENT, goal=Goal(0.8, set_by="set by us"))

    root = ElementTree.fromstring(chart_svg(shown))

    assert (root.get("role"), root[0].tag, root[0].text) == ("img", f"{SVG}title", "Talks & <more>")
    assert (root[1].tag, root[1].text) == (f"{SVG}desc", "5 points. Middle so far 60%. Our goal 80%.")
    assert len(root.findall(f"{SVG}title")) == 1
    assert chart_svg(shown) == chart_svg(shown)


@pytest.mark.parametrize(
    "values",
    [[], [None], [3], [4, 6] * 6, [5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8], [1] * 6 + [9] * 6],
    ids=["no rows", "nothing recorded", "one", "no change", "trend", "shifts"],
)
def test_chart_png_of_every_kind(values):
    extras = {
        "bands": [Band(0, 0, "Pre-work")],
        "marks": [Mark(1, "Learning Session 1", "LS 1"), Mark(2, "snow", is_closure=True)],
        "notes": [Note(0, "costs $5 and $6")],
    }

    image = Image.open(io.BytesIO(chart_png(picture(values, **(extras if values else {})))))

    assert (image.format, image.size) == ("PNG", (1312, 688))
    assert image.text["Title"] == "Talks & <more>"
    assert image.text["Description"].startswith(f"{sum(value is not None for value in values)} points.")
