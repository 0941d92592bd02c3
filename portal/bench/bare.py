"""Small charts written with bare string formatting: the least a chart of so many points can cost."""

WIDTH, HEIGHT, SHOWN = 200, 56, 26


def bare_charts(rows) -> str:
    """One line a row of values between 0 and 1 (NaN where nothing was counted), the last 26 of them."""
    return "".join([_bare(row[-SHOWN:]) for row in rows])


def _bare(row):
    step = WIDTH / SHOWN
    places = [f"{at * step:.0f} {HEIGHT - value * HEIGHT:.0f}" for at, value in enumerate(row) if value == value]
    return (
        f'<svg class="chart small" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="a center">'
        f'<path class="median" d="M0 28h{WIDTH}"/><path class="series" d="M{"L".join(places)}"/></svg>'
    )
