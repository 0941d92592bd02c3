"""Where things stand: one geometry for a phone, one for a wide page, so that text never shrinks."""

from dataclasses import dataclass

LANE = 22.0  # height of a line of text, in pixels
BETWEEN = 10.0  # words beside each other, in pixels
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


def fitting(anchors, labels, shorts, geometry, lesser=()):
    """For each anchor the longest of its two texts such that no two overlap; "" where neither has room.

    The texts stand in the middle of their anchors, or as near to it as the drawing's edge lets them. `lesser`: numbers
    of those that stand back for the others.
    """
    order = sorted(range(len(shorts)), key=lambda number: (number in lesser, number))
    mixed = [shorts[number] if number in lesser else label for number, label in enumerate(labels)]
    for texts, needed in ((labels, order), (shorts, order), (mixed, set(order) - set(lesser))):
        placed = _placed(anchors, texts, geometry, order)
        if all(placed[number] for number in needed):
            return placed
    return _placed(anchors, shorts, geometry, order)


def _placed(anchors, texts, geometry, order):
    """The texts that find room, one after the other in this order; "" for the rest."""
    found, taken = [""] * len(texts), []
    for number in order:
        half = width_of(texts[number], geometry) / 2
        middle = within(anchors[number], half, geometry)
        if all(abs(middle - other) >= half + other_half + BETWEEN for other, other_half in taken):
            found[number] = texts[number]
            taken.append((middle, half))
    return found


def within(middle, half, geometry):
    """The middle of words that do not stand out over the drawing's edges."""
    return min(max(middle, half), geometry.width - half)
