"""Where things stand: one geometry for a phone, one for a wide page, so that text never shrinks."""

from dataclasses import dataclass

LANE = 22.0  # height of a line of text, in pixels
LETTER = 0.6  # width of a letter, in heights of the text; wide system fonts need this much


@dataclass(frozen=True, slots=True)
class Geometry:
    """Sizes in pixels at the width it is drawn for. `right` is the room for the words at the ends of lines."""

    name: str
    width: int
    height: int  # of the plot
    left: int
    right: int
    text: int
    radius: float  # of a point, at most

    @property
    def has_room_at_the_side(self):
        """Whether names of lines stand at their ends; otherwise they stand in a key beneath."""
        return self.right > 100

    def letters(self, pixels):
        """How many letters of text fit."""
        return max(0, int(pixels / (self.text * LETTER)))


PHONE = Geometry("phone", width=360, height=260, left=48, right=10, text=14, radius=5)
WIDE = Geometry("wide", width=820, height=350, left=52, right=150, text=14, radius=5.5)


class Frame:
    """The plot's place inside the drawing and the way from rows and values to pixels."""

    def __init__(self, geometry, scale, rows, top):
        self.geometry, self.scale, self.rows = geometry, scale, rows
        self.left, self.right = float(geometry.left), float(geometry.width - geometry.right)
        self.top, self.bottom = top, top + geometry.height
        self.step = (self.right - self.left) / max(1, rows)
        self.radius = max(2.0, min(geometry.radius, self.step * 0.36))  # smaller where many stand close together

    def x(self, row):
        """The middle of a row; half a row before or after it is the boundary to the next."""
        return self.left + (row + 0.5) * self.step

    def y(self, value):
        """The height of a value."""
        return self.bottom - self.scale.share(value) * self.geometry.height


def width_of(words, geometry):
    """About how wide a line of text is."""
    return len(words) * geometry.text * LETTER


def wrapped(words, letters):
    """Words in lines of about this many letters."""
    lines = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def spread(places, heights, lowest):
    """Tops of blocks of text as near to `places` as they come without overlapping or passing `lowest`.

    `places` are the wanted tops, from the highest on the page to the lowest.
    """
    tops, free_from = [], float("-inf")
    for place, height in zip(places, heights, strict=True):
        tops.append(max(place, free_from))
        free_from = tops[-1] + height
    for at in range(len(tops) - 1, -1, -1):
        limit = lowest if at == len(tops) - 1 else tops[at + 1]
        tops[at] = min(tops[at], limit - heights[at])
    return tops


def fitting(anchors, labels, shorts, geometry, centered=True):
    """For each anchor the longest of its two texts such that no two overlap; "" where neither has room."""
    for texts in (labels, shorts):
        if _have_room(anchors, texts, geometry, centered):
            return list(texts)
    placed, free_from = [], float("-inf")
    for anchor, words in zip(anchors, shorts, strict=True):
        start = anchor - (width_of(words, geometry) / 2 if centered else 0)
        placed.append(words if start >= free_from else "")
        free_from = start + width_of(words, geometry) + 6 if start >= free_from else free_from
    return placed


def _have_room(anchors, texts, geometry, centered):
    spans = []
    for anchor, words in zip(anchors, texts, strict=True):
        start = anchor - (width_of(words, geometry) / 2 if centered else 0)
        spans.append((start, start + width_of(words, geometry)))
    inside = all(start >= -2 and end <= geometry.width + 2 for start, end in spans)
    return inside and all(before[1] + 6 <= after[0] for before, after in zip(spans, spans[1:], strict=False))
