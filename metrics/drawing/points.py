"""The series itself: its line, its points, what the rules marked, and the team's notes."""

from html import escape

from metrics.drawing import svg
from metrics.drawing.geometry import LANE, spread, width_of
from metrics.drawing.lines import named_lines, value
from metrics.rules.headline import counted_rows, marked_stretches
from metrics.rules.run_chart import Rule, Weight

NOTE = 21.0  # width of a numbered dot
SPACE = 14.0  # between the middles of words and of what stands above or below them


def pieces(rows, points):
    """Recorded rows in pieces without a gap between them."""
    found = [[]]
    for row in rows:
        if points[row] is not None:
            found[-1].append(row)
        elif found[-1]:
            found.append([])
    return [piece for piece in found if piece]


def path(rows, points, frame):
    """The way through these rows, lifted where nothing was recorded."""
    return "".join(
        "M" + "L".join(f"{svg.number(frame.x(row))} {svg.number(frame.y(points[row]))}" for row in piece)
        for piece in pieces(rows, points)
    )


def series(picture, frame):
    """The line from point to point; rows without a value leave a gap, a marked trend is broader."""
    points = picture.chart.points
    trends = [stretch for stretch in marked_stretches(picture.chart) if stretch.rule == Rule.TREND]
    ways = [("trend", path(range(trend.start, trend.end + 1), points, frame)) for trend in trends]
    ways.append(("series", path(range(len(points)), points, frame)))
    return "".join(svg.path(class_, way) for class_, way in ways if way)


def marked_rows(chart):
    """For each row inside a marked stretch that counts for it, the stretch."""
    return {row: stretch for stretch in marked_stretches(chart) for row in counted_rows(chart, stretch)}


def readings(picture):
    """What is read aloud at each recorded row: period, counts and value, and the stretch it is part of."""
    words, marked = picture.words, marked_rows(picture.chart)
    found = {}
    for row, point in enumerate(picture.chart.points):
        if point is None:
            continue
        counted = picture.counts[row] if picture.counts else ""
        wording = words.counted_reading if counted else words.reading
        reading = wording.format(period=picture.period(row), counted=counted, value=value(picture, point))
        found[row] = reading, _part_of(words, marked.get(row))
    return found


def _part_of(words, stretch):
    return getattr(words, f"in_{stretch.direction}").format(count=stretch.count) if stretch else ""


def points(picture, frame):
    """Each recorded point as something the keyboard reaches, with its reading beside the plot's head.

    The strip of the plot above and below a point is where a finger or a mouse finds it.
    """
    marked, drawn = marked_rows(picture.chart), []
    for row, (reading, part_of) in readings(picture).items():
        said = escape(f"{reading}, {part_of}" if part_of else reading)
        strip = svg.rectangle("hit", frame.x(row - 0.5), frame.top, frame.step, frame.geometry.height)
        dot = _dot(frame.x(row), frame.y(picture.chart.points[row]), frame.radius, marked.get(row))
        tip = svg.text(reading, 0, LANE - 6, "tip")
        drawn.append(f'<g class="dot" role="img" tabindex="0" aria-label="{said}">{strip}{dot}{tip}</g>')
    return "".join(drawn)


def _dot(x, y, radius, stretch):
    """A point; filled in a clear shift, with a ring around it in any marked shift."""
    is_shift = stretch is not None and stretch.rule == Rule.SHIFT
    class_ = "point shift" if is_shift and stretch.weight == Weight.CLEAR else "point"
    ring = svg.circle("halo", x, y, radius + 3.5) if is_shift else ""
    return ring + svg.circle(class_, x, y, radius)


def latest(picture):
    """The last reading, shown at the head until another point is pointed at."""
    found = readings(picture)
    return svg.text(found[max(found)][0], 0, LANE - 6, "latest strong") if found else ""


def stretch_names(picture, frame):
    """How many points a marked stretch holds and where, beside it, so that colour is not alone to say it.

    The latest is placed first; one that finds no free place is left to the readings.
    """
    taken = [(frame.left, frame.right, frame.y(place)) for _, place, _, _ in named_lines(picture)]
    drawn = []
    for stretch in reversed(marked_stretches(picture.chart)):
        words = getattr(picture.words, stretch.direction).format(count=stretch.count)
        place = _place(picture, frame, stretch, width_of(words, frame.geometry) / 2, taken)
        if place:
            drawn.append(svg.text(words, *place, "stretch", "middle"))
    return "".join(reversed(drawn))


def _place(picture, frame, stretch, half, taken):
    """A free place for words of `2 * half` pixels over the middle, the end or the start of a stretch, else None.

    The place found is added to those taken.
    """
    start, end = frame.x(stretch.start), frame.x(stretch.end)
    is_high = stretch.direction in ("above", "up")
    for wanted in ((start + end) / 2, end, start):
        middle = min(max(wanted, frame.left + half), frame.right - half)
        y = _free(_beyond(picture, frame, middle, half, is_high), middle, half, taken, frame, is_high)
        if y is not None:
            taken.append((middle - half, middle + half, y - 5))
            return middle, y
    return None


def _beyond(picture, frame, middle, half, is_high):
    """The baseline of words just above, or just below, all points they would otherwise cover."""
    recorded = [(frame.x(row), frame.y(point)) for row, point in enumerate(picture.chart.points) if point is not None]
    nearest = min(abs(x - middle) for x, _ in recorded)
    ys = [y for x, y in recorded if abs(x - middle) <= max(half + 2 * frame.radius, nearest)]
    return min(ys) - frame.radius - 9 if is_high else max(ys) + frame.radius + frame.geometry.text + 4


def _free(y, middle, half, taken, frame, is_high):
    """The first baseline from `y` outwards at which the words touch nothing taken; None beyond the plot."""
    while frame.top + 6 <= y <= frame.bottom - 4:
        hit = [at for left, right, at in taken if left < middle + half and middle - half < right]
        if all(abs(y - 5 - at) > SPACE for at in hit):
            return y
        y += -4 if is_high else 4
    return None


def notes(picture, frame):
    """Numbered notes of the team under their points, in words where there is room before the next one."""
    ordered = sorted(picture.notes, key=lambda note: note.row)
    places = [frame.x(note.row) for note in ordered]
    if NOTE * len(places) <= frame.right - frame.left:
        places = spread(places, [NOTE] * len(places), frame.right + NOTE / 2)
    ends = [*places, frame.geometry.width + NOTE * 1.5][1:]
    return "".join(
        _note(picture, frame, note, number, place, end - NOTE)
        for number, (note, place, end) in enumerate(zip(ordered, places, ends, strict=True), start=1)
    )


def _note(picture, frame, note, number, place, end):
    """One note: a line down from its point to a numbered dot at `place`, and its words if they end before `end`."""
    x, y = frame.x(note.row), frame.bottom + LANE / 2 + 3
    point = picture.chart.points[note.row]
    top = frame.bottom - 8 if point is None else min(frame.y(point) + frame.radius + 4, frame.bottom - 8)
    has_room = place + 14 + width_of(note.label, frame.geometry) <= end
    said = picture.words.note.format(number=number, period=picture.period(note.row), label=note.label)
    way = f"M{svg.number(x)} {svg.number(top)}V{svg.number(frame.bottom)}L{svg.number(place)} {svg.number(y)}"
    return svg.titled(
        said,
        svg.path("flag", way),
        svg.circle("flag-dot", place, y, 9),
        svg.text(number, place, y + 4.5, "flag-number", "middle"),
        svg.text(note.label, place + 14, y + 5, "flag-text") if has_room else "",
    )


def labels(picture, frame, baseline):
    """As many labels under the axis as have room, counted back from the last row."""
    widest = max((width_of(label, frame.geometry) for label in picture.labels), default=0)
    every = next((k for k in (1, 2, 3, 4, 6, 13, 26, 52) if frame.step * k >= widest + 8), max(1, frame.rows))
    drawn = []
    for row in range(frame.rows - 1, -1, -every):
        half = width_of(picture.labels[row], frame.geometry) / 2
        x = min(frame.x(row), frame.geometry.width - half)
        drawn.append(svg.text(picture.labels[row], x, baseline, "", "middle"))
    return "".join(reversed(drawn))
