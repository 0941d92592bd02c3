"""Small multiples: many charts on one scale, as few bytes as will do."""

from html import escape

from metrics.drawing import svg

LAST = 26  # periods shown: half a year of weeks
FEW = 5  # points that make no line yet: each of them is dotted, so that the first one can be seen
WIDTH, HEIGHT, EDGE = 200, 56, 6
ACROSS = [round(EDGE + (WIDTH - 2 * EDGE) / (LAST - 1) * at) for at in range(LAST)]  # pixels; the newest at the right


def small_multiple(values, center, marked, *, scale, label):
    """The last 26 periods as a line, with only the marked points dotted; the first few are all dotted.

    `values`: one number a row, None or NaN where nothing was recorded; `center`: the middle line or None;
    `marked`: one truth a row; `scale`: lowest and highest value, the same for all charts of a page;
    `label`: read aloud in its place.
    """
    rows = range(max(0, len(values) - LAST), len(values))
    places = [
        None if value is None or value != value else (x, _y(value, scale))
        for x, value in zip(ACROSS[LAST - len(rows) :], values[rows.start :], strict=True)
    ]
    few = sum(place is not None for place in places) <= FEW
    dots = [place for place, row in zip(places, rows, strict=True) if place and (few or marked[row])]
    middle = f'<path class="median" d="M0 {_y(center, scale)}h{WIDTH}"/>' if center is not None else ""
    dotted = f'<path class="dots" d="{"".join(f"M{x} {y}h0" for x, y in dots)}"/>' if dots else ""
    return svg.Svg(
        f'<svg class="chart small" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}">'
        f'{middle}<path class="series" d="{_line(places)}"/>{dotted}</svg>'
    )


def _y(value, scale):
    """The pixel of a value, kept inside the drawing."""
    low, high = scale
    share = (value - low) / ((high - low) or 1)
    share = 0 if share < 0 else 1 if share > 1 else share
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
