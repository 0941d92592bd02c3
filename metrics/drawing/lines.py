"""What lies behind the points: bands, grid, middle lines, goal, and the words at their ends."""

from html import escape

from metrics.drawing import svg
from metrics.drawing.geometry import LANE, fitting, spread, width_of, within, wrapped
from metrics.drawing.scale import written
from metrics.rules.middle import Line

LETTERS_AT_THE_SIDE = 17  # of a line of text beside the plot
SAMPLE = 26.0  # width of the piece of line in the key


def bands(picture, frame):
    """Action periods as bands, every other one filled."""
    drawn = []
    for number, band in enumerate(picture.bands):
        left, right = _edges(band, frame)
        if right > left:
            title = f"<title>{escape(band.label)}</title>"
            class_ = "band alt" if number % 2 else "band"
            drawn.append(svg.rectangle(class_, left, frame.top, right - left, frame.geometry.height, title))
    return "".join(drawn)


def _edges(band, frame):
    """Left and right of a band, cut off at the first and the last row."""
    return frame.x(max(0, band.start) - 0.5), frame.x(min(frame.rows - 1, band.end) + 0.5)


def band_names(picture, frame, baseline):
    """The longest name of each band that fits into its width, or its short one where there is room around it."""
    found = [(_edges(band, frame), band) for band in picture.bands]
    placed = [place for place in (_inside(band, *edges, frame.geometry) for edges, band in found) if place]
    for (left, right), band in found:
        start = max(min(left + 5, right - width_of(band.short, frame.geometry)), frame.left)
        end = start + width_of(band.short, frame.geometry)
        is_free = all(end + 6 <= other or other_end + 6 <= start for _, other, other_end in placed)
        if band.short and is_free and end <= frame.geometry.width and not _inside(band, left, right, frame.geometry):
            placed.append((band.short, start, end))
    return "".join(svg.text(name, start, baseline) for name, start, _end in sorted(placed, key=lambda one: one[1]))


def _inside(band, left, right, geometry):
    """A name of a band, its left and its right end, where one fits into the band; None otherwise."""
    room = geometry.letters(right - left - 8)
    name = next((name for name in (band.label, band.short) if name and len(name) <= room), None)
    return name and (name, left + 5, left + 5 + width_of(name, geometry))


def grid(picture, frame):
    """Horizontal lines at the ticks and the values beside them."""
    return "".join(
        svg.line("grid", frame.left, frame.y(tick), frame.right, frame.y(tick))
        + svg.text(value(picture, tick), frame.left - 8, frame.y(tick) + 5, anchor="end")
        for tick in frame.scale.ticks
    )


def value(picture, number):
    """A value of this picture as people read it."""
    return written(number, picture.unit, picture.words.decimal_mark)


def middle_lines(picture, frame):
    """The middle line of each phase that has enough points for one, dashed; earlier ones stay."""
    return "".join(
        _middle_line(picture, frame, phase) for phase in picture.chart.phases if phase.line != Line.NONE
    ) + "".join(
        svg.line("phase", frame.x(phase.start - 0.5), frame.top, frame.x(phase.start - 0.5), frame.bottom)
        for phase in picture.chart.phases[1:]
    )


def _middle_line(picture, frame, phase):
    """One line; beyond the rows that set it, it is drawn as carried on."""
    class_ = "median" if phase.line == Line.SETTLED else "median early"
    known = min(picture.chart.freeze or phase.end + 1, phase.end + 1)
    y, until = frame.y(phase.center), frame.x(known - 0.5)
    drawn = svg.line(class_, frame.x(phase.start - 0.5), y, until, y)
    if known <= phase.end:
        drawn += svg.line(f"{class_} extended", until, y, frame.x(phase.end + 0.5), y)
    if phase == picture.chart.last_phase:
        return drawn
    name = picture.words.middle_before.format(value=value(picture, phase.center))
    return svg.titled(name, drawn)


def goal_line(picture, frame):
    """The goal, dotted."""
    if picture.goal is None:
        return ""
    y = frame.y(picture.goal.value)
    return svg.line("goal", frame.left, y, frame.right, y)


def named_lines(picture):
    """Class, value, words and further words of each line that has a name: the goal and the last middle line."""
    named, words = [], picture.words
    if picture.goal is not None:
        goal = picture.goal
        name = words.goal.format(label=goal.label, value=value(picture, goal.value))
        named.append(("goal", goal.value, name, goal.set_by))
    last = picture.chart.last_phase
    if last.line != Line.NONE:
        is_early = last.line == Line.PROVISIONAL
        wording = words.middle_early if is_early else words.usual if picture.chart.freeze else words.middle
        name = wording.format(value=value(picture, last.center))
        named.append(("median early" if is_early else "median", last.center, name, ""))
    return named


def names_at_the_side(picture, frame):
    """The names of lines beside their right ends, moved apart where they would overlap."""
    blocks = []
    for _, place, name, more in sorted(named_lines(picture), key=lambda named: -named[1]):
        lines = [("strong", part) for part in wrapped(name, LETTERS_AT_THE_SIDE)]
        blocks.append((place, lines + [("", part) for part in wrapped(more, LETTERS_AT_THE_SIDE)]))
    leading = frame.geometry.text + 4.0
    places = [frame.y(place) - leading / 2 for place, _ in blocks]
    tops = spread(places, [len(lines) * leading + 4 for _, lines in blocks], frame.bottom + LANE)
    return "".join(
        svg.text(words, frame.right + 12, top + leading * (number + 0.78), class_)
        for top, (_, lines) in zip(tops, blocks, strict=True)
        for number, (class_, words) in enumerate(lines)
    )


def key_rows(picture, geometry):
    """The key beneath the plot, where there is no room at the side: a piece of line, or none, and words."""
    rows = []
    for class_, _, name, more in named_lines(picture):
        parts = wrapped(f"{name}, {more}" if more else name, geometry.letters(geometry.width - SAMPLE - 20))
        rows += [(class_ if number == 0 else "", part) for number, part in enumerate(parts)]
    return rows


def key(rows, top):
    """The rows of the key from `top` downwards."""
    drawn = []
    for number, (class_, words) in enumerate(rows):
        y = top + LANE * number
        if class_:
            drawn.append(svg.line(class_, 4, y + 11, 4 + SAMPLE, y + 11))
        drawn.append(svg.text(words, SAMPLE + 14, y + 16))
    return "".join(drawn)


def _over(name, x, baseline, geometry):
    return svg.text(name, within(x, width_of(name, geometry) / 2, geometry), baseline, "mark-text", "middle")


def marks(picture, frame, baseline):
    """Learning sessions and closures: a line through the plot, its name above it."""
    geometry, ordered = frame.geometry, sorted(picture.marks, key=lambda mark: mark.row)
    anchors = [frame.x(mark.row - 0.5) for mark in ordered]
    labels, shorts = [mark.label for mark in ordered], [mark.short or mark.label for mark in ordered]
    names = fitting(
        anchors, labels, shorts, geometry, {number for number, mark in enumerate(ordered) if mark.is_closure}
    )
    return "".join(
        svg.titled(
            mark.label,
            svg.line("mark", x, baseline + 5, x, frame.bottom),
            _over(name, x, baseline, geometry) if name else "",
            class_="closure" if mark.is_closure else "",
        )
        for mark, x, name in zip(ordered, anchors, names, strict=True)
    )
