"""Writing SVG by hand: escaped text, short numbers, nothing else.

A page of charts is made of thousands of these strings, so each kind of shape is one formatted string.
"""

from html import escape


class Svg(str):
    """Markup that is already safe; templates of Django and Jinja ask for `__html__` and print it as it is."""

    __slots__ = ()

    def __html__(self):
        return self


def number(value):
    """A coordinate with at most one decimal, and no needless zero."""
    return f"{value:.1f}".removesuffix(".0")


def text(words, x, y, class_="", anchor=""):
    """A line of text, escaped; `anchor` is middle or end, its start if empty."""
    class_ = f' class="{class_}"' if class_ else ""
    anchor = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text{class_} x="{number(x)}" y="{number(y)}"{anchor}>{escape(str(words))}</text>'


def line(class_, x1, y1, x2, y2):
    """A straight line, as a path, which is shorter."""
    return f'<path class="{class_}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def path(class_, way):
    """A path along the way given."""
    return f'<path class="{class_}" d="{way}"/>'


def rectangle(class_, x, y, width, height, inside=""):
    """A rectangle; `inside` is markup, a title for instance."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect class="{class_}" x="{number(x)}" y="{number(y)}" {size}>{inside}</rect>'


def circle(class_, x, y, radius):
    """A circle around a point."""
    return f'<circle class="{class_}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def titled(title, *inside, class_=""):
    """A group that shows its title to a mouse."""
    class_ = f' class="{class_}"' if class_ else ""
    return f"<g{class_}><title>{escape(title)}</title>{''.join(inside)}</g>"
