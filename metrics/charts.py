"""The same run chart drawn by matplotlib, for reports on paper and for mail. Imported by tasks alone, and late."""

import io
from html import escape

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from metrics.drawing.chart import description
from metrics.drawing.geometry import wrapped
from metrics.drawing.lines import LETTERS_AT_THE_SIDE, named_lines, value
from metrics.drawing.points import marked_rows
from metrics.drawing.scale import picture_scale
from metrics.rules.headline import marked_stretches
from metrics.rules.middle import Line
from metrics.rules.run_chart import Direction, Rule, Weight

INK, SOFT, RULE, SUNKEN = "#22302e", "#55625e", "#e2d9c8", "#f2ecdf"
SPRUCE, MARIGOLD, PLUM, SKY = "#0d5c54", "#935600", "#75385f", "#23618e"
SIZE = (8.2, 4.3)  # inches
LABELS = 10  # at most, under the axis
DOTS_AN_INCH = 160  # of a PNG: sharp on a phone, small in a mail


def chart_svg(picture):
    """A Picture as SVG bytes with a title and a description; the same picture gives the same bytes."""
    with rc_context({"svg.hashsalt": picture.ident, "svg.fonttype": "path"}):
        drawn = _saved(picture, "svg", metadata={"Date": None, "Creator": None})
    head = f"<title>{escape(picture.title)}</title><desc>{escape(description(picture))}</desc>".encode()
    before, opening, rest = drawn.partition(b"<svg ")
    attributes, end, inside = rest.partition(b">")
    return before + opening + b'role="img" ' + attributes + end + head + inside


def chart_png(picture):
    """A Picture as PNG bytes, its title and description inside; mails repeat them as alternative text."""
    about = {"Title": picture.title, "Description": description(picture), "Software": None}
    return _saved(picture, "png", metadata=about, dpi=DOTS_AN_INCH)


def _saved(picture, kind, **options):
    figure = _figure(picture)
    file = io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(file, format=kind, **options)
    return file.getvalue()


def _figure(picture):
    """The whole drawing: bands, lines, series, marks and notes on the axis of the page's drawing."""
    figure = Figure(figsize=SIZE, layout="constrained", facecolor="white")
    axes = figure.add_subplot()
    _axes(picture, axes)
    for number, band in enumerate(picture.bands):
        axes.axvspan(band.start - 0.5, band.end + 0.5, color=SUNKEN if number % 2 == 0 else "white", zorder=0)
        _above(axes, band.start - 0.4, band.short or band.label, SOFT, 20, "left")
    for mark in picture.marks:
        axes.axvline(mark.row - 0.5, color=SKY, linewidth=1.2, linestyle=":" if mark.is_closure else "-", zorder=1)
        _above(axes, mark.row - 0.5, mark.short or mark.label, SKY, 5, "center")
    _lines(picture, axes)
    _series(picture, axes)
    _stretch_names(picture, axes)
    _notes(picture, axes)
    return figure


def _axes(picture, axes):
    """Rounded ticks, as on the page, and as many labels as have room, counted back from the last row."""
    scale, rows = picture_scale(picture), len(picture.chart.points)
    axes.set_ylim(scale.low, scale.high)
    axes.set_yticks(scale.ticks, [value(picture, tick) for tick in scale.ticks])
    axes.set_xlim(-0.5, max(rows, 1) - 0.5)
    shown = list(range(rows - 1, -1, -max(1, -(-rows // LABELS))))
    axes.set_xticks(shown, [_plain(picture.labels[row]) for row in shown])
    axes.tick_params(length=0, labelsize=10, labelcolor=SOFT)
    axes.grid(axis="y", color=RULE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)


def _above(axes, row, words, color, lift, align):
    """Words over the plot, `lift` points above its upper edge."""
    axes.annotate(
        _plain(words),
        (row, 1),
        (0, lift),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        color=color,
        fontsize=9.5,
        ha=align,
    )


def _lines(picture, axes):
    """Middle lines by phase, the goal, and their names at the right."""
    for phase in picture.chart.phases:
        if phase.line != Line.NONE:
            color = SPRUCE if phase.line == Line.SETTLED else SOFT
            ends = [phase.start - 0.5, phase.end + 0.5]
            axes.plot(ends, [phase.center] * 2, color=color, linewidth=1.5, linestyle=(0, (5, 3)), zorder=2)
    if picture.goal is not None:
        axes.axhline(picture.goal.value, color=MARIGOLD, linewidth=1.5, linestyle=":", zorder=2)
    colors = {"goal": MARIGOLD, "median": SPRUCE, "median early": SOFT}
    named, scale = sorted(named_lines(picture), key=lambda named: -named[1]), picture_scale(picture)
    close = len(named) == 2 and scale.share(named[0][1]) - scale.share(named[1][1]) < 0.14
    for (class_, place, name, more), lift in zip(named, (14, -14) if close else (0, 0), strict=False):
        axes.annotate(
            _plain("\n".join([name, *wrapped(more, LETTERS_AT_THE_SIDE)])),
            (1, place),
            (8, lift),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            color=colors[class_],
            fontsize=9.5,
            va="center",
        )


def _series(picture, axes):
    """The line with its gaps, and the points: filled in a clear shift, ringed in any marked one."""
    points = [float("nan") if point is None else point for point in picture.chart.points]
    for stretch in marked_stretches(picture.chart):
        if stretch.rule == Rule.TREND:
            rows = range(stretch.start, stretch.end + 1)
            axes.plot(rows, points[stretch.start : stretch.end + 1], color=SPRUCE, alpha=0.3, linewidth=6, zorder=3)
    size = 6 if len(points) <= 40 else 3.5
    axes.plot(points, color=SOFT, linewidth=1.4, zorder=4)
    axes.plot(points, "o", color="white", markeredgecolor=INK, markersize=size, zorder=5)
    shifts = {row: stretch for row, stretch in marked_rows(picture.chart).items() if stretch.rule == Rule.SHIFT}
    clear = [row for row, stretch in shifts.items() if stretch.weight == Weight.CLEAR]
    axes.plot(list(shifts), [points[row] for row in shifts], "o", mfc="none", mec=SPRUCE, ms=size + 5, mew=1, zorder=5)
    axes.plot(clear, [points[row] for row in clear], "o", color=SPRUCE, markersize=size, zorder=6)


def _stretch_names(picture, axes):
    for stretch in marked_stretches(picture.chart):
        is_high = stretch.direction in (Direction.ABOVE, Direction.UP)
        recorded = [point for point in picture.chart.points[stretch.start : stretch.end + 1] if point is not None]
        axes.annotate(
            _plain(getattr(picture.words, stretch.direction).format(count=stretch.count)),
            ((stretch.start + stretch.end) / 2, max(recorded) if is_high else min(recorded)),
            (0, 11 if is_high else -11),
            textcoords="offset points",
            color=SPRUCE,
            fontsize=10,
            fontweight="bold",
            ha="center",
            va="bottom" if is_high else "top",
            zorder=7,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )


def _notes(picture, axes):
    """What the team wrote, with its number, along the foot of the plot."""
    for number, note in enumerate(sorted(picture.notes, key=lambda note: note.row), start=1):
        axes.axvline(note.row, ymax=0.1, color=PLUM, linewidth=1.2, zorder=3)
        axes.annotate(
            _plain(f"{number}  {note.label}"),
            (note.row, 0),
            (4, 6 + 12 * (number % 2)),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            color=PLUM,
            fontsize=9.5,
        )


def _plain(words):
    """Words as they are: a dollar sign begins no formula."""
    return str(words).replace("$", r"\$")
