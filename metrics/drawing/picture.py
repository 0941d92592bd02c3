"""What is drawn: a run chart and the words and marks around it, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from metrics.rules.run_chart import RunChart


class Unit(StrEnum):
    """How values are written: a quotient as a percent, moments as whole numbers, anything else with decimals."""

    PERCENT = "percent"
    COUNT = "count"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Goal:
    """The goal, in the unit of the values (0.8 for 80%), and who set it ("set by us in March")."""

    value: float
    label: str = "Our goal"
    set_by: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `start` to `end`, both inside, of an action period; `short` where there is little room ("AP 1")."""

    start: int
    end: int
    label: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A learning session or a closure just before row `row`; fractions place it between rows."""

    row: float
    label: str
    short: str = ""
    is_closure: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What the team wrote at row `row`; it is drawn with its number, and in words where there is room."""

    row: int
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words inside a drawing; braces are filled by it."""

    middle: str = "Middle line {value}"
    middle_early: str = "Middle so far {value}"
    middle_before: str = "Earlier middle line {value}"
    usual: str = "Usual level {value}"
    goal: str = "{label} {value}"
    reading: str = "{period}: {value}"
    counted_reading: str = "{period}: {counted}, {value}"
    above: str = "{count} above"
    below: str = "{count} below"
    up: str = "{count} going up"
    down: str = "{count} going down"
    in_above: str = "one of {count} in a row above the middle line"
    in_below: str = "one of {count} in a row below the middle line"
    in_up: str = "one of {count} in a row going up"
    in_down: str = "one of {count} in a row going down"
    note: str = "Note {number}, {period}: {label}"
    points: str = "{count} points."
    decimal_mark: str = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A run chart to draw.

    `labels`: one short label a row for the axis ("12 Oct"); `periods`: the same as people say them, for reading
    aloud (the labels if left out). `counts`: "34 of 46" a row, "" where there is none. `scale`: lowest and highest
    value of the axis, chosen from the values if None. `ident`: begins the ids inside, unique on the page.
    """

    chart: RunChart
    title: str
    labels: Sequence[str]
    description: str = ""
    periods: Sequence[str] = ()
    counts: Sequence[str] = ()
    unit: Unit = Unit.NUMBER
    goal: Goal | None = None
    bands: Sequence[Band] = ()
    marks: Sequence[Mark] = ()
    notes: Sequence[Note] = ()
    scale: tuple[float, float] | None = None
    ident: str = "chart"
    words: Words = field(default_factory=Words)

    def __post_init__(self):
        rows = len(self.chart.points)
        if len(self.labels) != rows or len(self.periods) not in (0, rows) or len(self.counts) not in (0, rows):
            raise ValueError("labels, periods and counts have one entry for each row of the chart")

    def period(self, row):
        """The name of a row as people say it."""
        return (self.periods or self.labels)[row]
