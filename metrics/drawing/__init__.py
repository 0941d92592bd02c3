"""Run charts as inline SVG made by the server: text is text, every point can be reached with the keyboard.

Classes and presentation attributes only, so that it stands under a content security policy without inline
styles; `static/css/chart.css` gives it its look. No Django: words come in, already translated, as `Words`.
"""

from metrics.drawing.chart import draw, draw_both
from metrics.drawing.geometry import PHONE, WIDE, Geometry
from metrics.drawing.picture import Band, Goal, Mark, Note, Picture, Unit, Words
from metrics.drawing.small import small_multiple
from metrics.drawing.svg import Svg

__all__ = [
    "PHONE",
    "WIDE",
    "Band",
    "Geometry",
    "Goal",
    "Mark",
    "Note",
    "Picture",
    "Svg",
    "Unit",
    "Words",
    "draw",
    "draw_both",
    "small_multiple",
]
