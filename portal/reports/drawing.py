"""From a story to a PDF. The drawing libraries are large, so only the task that draws imports this file."""

import calendar
import json
from pathlib import Path

import typst

from metrics import charts
from metrics.drawing.chart import description
from portal.papers.fonts import font_folder

from .pictures import picture_from

HERE = Path(__file__).parent
CHART = "image/svg+xml"
PDF = "application/pdf"


def chart_svg(metric: dict) -> bytes:
    """The chart of one number."""
    return charts.chart_svg(picture_from(metric["picture"]))


def report_pdf(story: dict, drawn: list[bytes]) -> bytes:
    """The pages: tagged, readable aloud (PDF/UA-1), and the same bytes for the same story."""
    return _compiled(story, drawn, format="pdf", pdf_standards=["ua-1"])


def report_pages(story: dict, drawn: list[bytes], *, ppi: int = 80) -> list[bytes]:
    """The same pages as pictures (PNG)."""
    pages = _compiled(story, drawn, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _compiled(story, drawn, **options):
    told = [
        {"svg": svg.decode(), "alt": description(picture_from(metric["picture"]))}
        for metric, svg in zip(story["metrics"], drawn, strict=True)
    ]
    return typst.compile(
        (HERE / "report.typ").read_bytes(),
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        sys_inputs={"story": json.dumps(story), "charts": json.dumps(told)},
        timestamp=calendar.timegm((*story["day"], 0, 0, 0)),
        **options,
    )
