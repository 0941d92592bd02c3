"""What teams count, what they counted, and what they say about it."""

from .counts import MiddleLine, Observation
from .definitions import Metric, MetricDriver, MetricVersion, TeamGoal
from .plans import CollectionPlan, DataSource
from .words import ChartNote, ChartTalk

__all__ = [
    "ChartNote",
    "ChartTalk",
    "CollectionPlan",
    "DataSource",
    "Metric",
    "MetricDriver",
    "MetricVersion",
    "MiddleLine",
    "Observation",
    "TeamGoal",
]
