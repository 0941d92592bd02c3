"""Defining what is counted. A change of meaning starts a new version; better words do not."""

from django.db import IntegrityError, transaction

from collaborative.framework.models import SecondaryDriver
from collaborative.isolation.locking import save_if_unchanged

from ..models import Metric, MetricDriver, MetricVersion

OF_METRIC = ("key", "name", "why", "hope", "is_required", "position", "goal", "goal_set_by", "goal_set_on")
KEPT = (
    "kind",
    "collect",
    "counts_families",
    "unit",
    "per",
    "lowest",
    "highest",
    "fewest",
)  # of a definition, where a new one says nothing else


class AlreadyDefined(Exception):
    """There is a metric with this key, or a version that starts on this day."""


@transaction.atomic
def define_metric(*, collaborative, by, on, drivers=(), starts_on=None, **words) -> Metric:
    """A new metric with its first definition, in force from `starts_on` (else the collaborative's first day).

    `drivers`: primary or secondary drivers it speaks for. `words`: fields of Metric (key, name, hope, goal, ...) and of
    MetricVersion (kind, collect, numerator_words, ...). Raises AlreadyDefined where the key is taken.
    """
    own = {name: words.pop(name) for name in OF_METRIC if name in words}
    if own.get("goal") is None:
        own |= {"goal": None, "goal_set_by": "", "goal_set_on": None}
    else:
        own["goal_set_on"] = own.get("goal_set_on") or on
    try:
        with transaction.atomic():
            metric = Metric.objects.create(collaborative=collaborative, **own)
    except IntegrityError as error:
        raise AlreadyDefined from error
    first = starts_on or min(collaborative.starts_on, on)
    MetricVersion.objects.create(metric=metric, starts_on=first, language=by.language, **words)
    for driver in drivers:
        speak_for(metric=metric, driver=driver, by=by, on=on)
    return metric


def speak_for(*, metric, driver, by, on) -> MetricDriver:
    """The metric speaks for a primary or a secondary driver."""
    if isinstance(driver, SecondaryDriver):
        return MetricDriver.objects.create(metric=metric, driver_id=driver.primary_id, secondary=driver)
    return MetricDriver.objects.create(metric=metric, driver=driver)


@transaction.atomic
def reword_metric(definition, *, version, metric_version, metric_words, words, by, on) -> MetricVersion:
    """Say the same thing in better words: nothing else is counted than before.

    `metric_words` go to the metric, `words` to the definition; the versions are those the person saw. Raises
    ChangedMeanwhile where somebody else was faster.
    """
    save_if_unchanged(definition.metric, metric_version, **metric_words)
    save_if_unchanged(definition, version, **words)
    return definition


@transaction.atomic
def redefine_metric(definition, *, metric_version, metric_words, words, starts_on, by, on) -> MetricVersion:
    """Count something else from `starts_on`: a new version, with which charts begin a new stretch.

    What is not said in `words` stays as it was. Raises AlreadyDefined where a version starts on that day, and
    ChangedMeanwhile where somebody else changed the metric.
    """
    save_if_unchanged(definition.metric, metric_version, **metric_words)
    stays = {name: getattr(definition, name) for name in KEPT}
    try:
        with transaction.atomic():
            return MetricVersion.objects.create(
                metric=definition.metric,
                number=definition.number + 1,
                starts_on=starts_on,
                language=by.language,
                **{**stays, **words},
            )
    except IntegrityError as error:
        raise AlreadyDefined from error
