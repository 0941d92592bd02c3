"""Small multiples: many charts on one scale, as few bytes as will do."""

from html import escape

from metrics.drawing import svg

LAST = 26  # periods shown: half a year of weeks
WIDTH, HEIGHT, EDGE = 200, 56, 6


def small_multiple(values, center, marked, *, scale, label):
    """The last 26 periods as a line, with only the marked points dotted.

    `values`: one number a row, None or NaN where nothing was recorded; `center`: the middle line or None;
    `marked`: one truth a row; `scale`: lowest and highest value, the same for all charts of a page;
    `label`: read aloud in its place.
    """
    rows = range(max(0, len(values) - LAST), len(values))
    step = (WIDTH - 2 * EDGE) / max(1, LAST - 1)
    left = EDGE + step * (LAST - len(rows))
    places = [
        None if value is None or value != value else (round(left + step * at), _y(value, scale))
        for at, value in enumerate(values[rows.start :])
    ]
    dots = [place for place, row in zip(places, rows, strict=True) if place and marked[row]]
    middle = f'<path class="median" d="M0 {_y(center, scale)}h{WIDTH}"/>' if center is not None else ""
    dotted = f'<path class="dots" d="{"".join(f"M{x} {y}h0" for x, y in dots)}"/>' if dots else ""
    return svg.Svg(
        f'<svg class="chart small" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}">'
        f'{middle}<path class="series" d="{_line(places)}"/>{dotted}</svg>'
    )


def _y(value, scale):
    """The pixel of a value, kept inside the drawing."""
    low, high = scale
    share = min(1, max(0, (value - low) / ((high - low) or 1)))
    return round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))


def _line(places):
    """Steps from place to place, lifted over gaps; a lone place becomes a dot."""
    drawn, before = [], None
    for place in places:
        if place is None:
            before = None
            continue
        x, y = place
        drawn.append(f"l{x - before[0]} {y - before[1]}".replace(" -", "-") if before else f"M{x} {y}h0")
        before = place
    return "".join(drawn)
