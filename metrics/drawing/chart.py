"""One drawing: lanes for words above and below, the plot between them."""

from html import escape

from metrics.drawing import lines, points, svg
from metrics.drawing.geometry import LANE, PHONE, WIDE, Frame
from metrics.drawing.scale import picture_scale


def draw(picture, *, geometry=WIDE):
    """The SVG of a Picture for one width, safe to print into a page: a group of points, each with its reading."""
    frame, lanes, height, key = _layout(picture, geometry)
    ident, title = escape(f"{picture.ident}-{geometry.name}"), escape(picture.title)
    behind = [
        lines.bands(picture, frame),
        lines.band_names(picture, frame, lanes.get("bands", 0)),
        lines.grid(picture, frame),
        lines.middle_lines(picture, frame),
        lines.goal_line(picture, frame),
        lines.marks(picture, frame, lanes.get("marks", 0)) if picture.marks else "",
        points.notes(picture, frame),
        lines.names_at_the_side(picture, frame) if geometry.has_room_at_the_side else lines.key(key, lanes["key"]),
        points.series(picture, frame),
        points.labels(picture, frame, lanes["labels"]),
        points.latest(picture),
    ]
    head = (
        f'<svg class="chart chart-{geometry.name}" viewBox="0 0 {geometry.width} {svg.number(height)}" role="group"'
        f' aria-labelledby="{ident}-t" aria-describedby="{ident}-d"><title id="{ident}-t">{title}</title>'
        f'<desc id="{ident}-d">{escape(description(picture))}</desc>'
    )
    names = points.stretch_names(picture, frame)
    return svg.Svg(
        f'{head}<g aria-hidden="true">{"".join(behind)}</g>{points.points(picture, frame)}'
        f'<g aria-hidden="true">{names}</g></svg>'
    )


def draw_both(picture):
    """Phone and wide drawing in one frame; the style sheet shows the one that fits the place it stands in."""
    both = draw(picture, geometry=PHONE) + draw(picture, geometry=WIDE)
    return svg.Svg(f'<div class="chart-frame">{both}</div>')


def _layout(picture, geometry):
    """The plot's frame, the baselines of the lanes by name, the height of the drawing, the rows of its key."""
    lanes, top = {}, LANE  # the first lane holds the reading
    for name, content in (("bands", picture.bands), ("marks", picture.marks)):
        if content:
            top += LANE
            lanes[name] = top - 7
    frame = Frame(geometry, picture_scale(picture), len(picture.chart.points), top + (4 if lanes else 10))
    bottom = frame.bottom + (LANE + 4 if picture.notes else 0)
    lanes["labels"], bottom = bottom + 19, bottom + LANE + 6
    key = [] if geometry.has_room_at_the_side else lines.key_rows(picture, geometry)
    lanes["key"] = bottom
    return frame, lanes, bottom + LANE * len(key), key


def description(picture):
    """The given description, or how many points there are and where the lines lie."""
    facts = [name for _, _, name, _ in reversed(lines.named_lines(picture))]
    count = picture.words.points.format(count=picture.chart.n)
    return picture.description or " ".join([count, *(f"{fact}." for fact in facts)])
