"""The value axis: rounded ticks, and how a value is written."""

from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from metrics.drawing.picture import Unit

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Lowest and highest value of the axis and its ticks, in the unit of the values."""

    low: float
    high: float
    ticks: tuple[float, ...]
    step: float

    def share(self, value):
        """Where a value lies between the lowest (0) and the highest (1)."""
        return (value - self.low) / (self.high - self.low)


def scale(values, unit, given=None):
    """The axis for these values: 0 to 100 for percents, from 0 for others unless they lie close together.

    `given`: lowest and highest value, which are then rounded outwards.
    """
    low, high = given or _extent(values, unit)
    step = _step(high - low, unit)
    first, last = floor(low / step), ceil(high / step)
    ticks = tuple(place * step for place in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, step)


def picture_scale(picture):
    """The axis of a picture: all its points, middle lines and its goal lie on it."""
    shown = [point for point in picture.chart.points if point is not None]
    shown += [phase.center for phase in picture.chart.phases if phase.center is not None]
    shown += [picture.goal.value] if picture.goal else []
    return scale(shown, picture.unit, picture.scale)


def _extent(values, unit):
    low, high = min(values, default=0.0), max(values, default=1.0)
    if unit == Unit.PERCENT:
        return min(0.0, low), max(1.0, high)
    room = (high - low) / 20 or (1 if unit == Unit.COUNT else abs(high) / 10 or 1)
    if 0 <= low <= high / 2:
        return 0.0, high or 1.0
    return low - room, high + room


def _step(extent, unit):
    """A rounded distance between ticks that makes four to six of them."""
    if unit == Unit.PERCENT and extent == 1:
        return 0.25
    if not isfinite(extent) or extent <= 0:
        raise ValueError("an axis needs two different values")
    rough = extent / 5
    power = 10.0 ** floor(log10(rough))
    steps = (power * nice for nice in STEPS if unit != Unit.COUNT or (power * nice).is_integer())
    return next((step for step in steps if step >= rough * 0.999), 1.0)


def written(value, unit, decimal_mark="."):
    """A value as people read it: 74%, 12, 3.42. Halves are rounded up."""
    if unit == Unit.PERCENT:
        return f"{floor(value * 100 + 0.5)}%"
    if abs(value) >= 1e6:
        return f"{value:.3g}"
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short.replace(".", decimal_mark)
