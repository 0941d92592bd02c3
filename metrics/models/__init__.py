"""What teams count, what they counted, and what they say about it."""

from .counts import MiddleLine, Observation
from .definitions import Metric, MetricDriver, MetricVersion, TeamGoal
from .words import ChartNote, CollectionPlan

__all__ = [
    "ChartNote",
    "CollectionPlan",
    "Metric",
    "MetricDriver",
    "MetricVersion",
    "MiddleLine",
    "Observation",
    "TeamGoal",
]
