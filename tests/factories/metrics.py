"""Metrics and what teams counted of them, made the way people make them."""

import datetime
import itertools

from metrics import actions
from metrics.enums import Collect, Hope, Kind
from metrics.models import MetricVersion
from tests.factories.tenancy import person

DAY = datetime.date(2026, 11, 18)  # a Wednesday
_numbers = itertools.count(1)


def metric(collaborative, *, by=None, on=DAY, **values):
    """A weekly percentage of families, unless `values` say otherwise."""
    number = next(_numbers)
    words = {
        "key": f"metric-{number}",
        "name": f"Families we talked with {number}",
        "kind": Kind.PERCENTAGE,
        "collect": Collect.WEEK,
        "numerator_words": "families we talked with",
        "hope": Hope.MORE,
    }
    kind = values.get("kind", Kind.PERCENTAGE)
    if kind in (Kind.PERCENTAGE, Kind.RATE):
        words["denominator_words"] = "families in the rooms that counted"
    return actions.define_metric(collaborative=collaborative, by=by or person(), on=on, **{**words, **values})


def definition(metric):
    """The first definition of a metric."""
    return MetricVersion.objects.select_related("metric").filter(metric=metric).order_by("number").first()


def observation(team, definition, period_start, *, by=None, on=DAY, **values):
    """34 of 46, unless `values` say otherwise."""
    if not values.keys() & {"numerator", "value", "reason"}:
        values |= {"numerator": 34, "denominator": 46}
    enter = actions.say_not_this_time if "reason" in values else actions.enter_observation
    return enter(team=team, definition=definition, period_start=period_start, by=by or person(), on=on, **values)
