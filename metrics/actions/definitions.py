"""Defining what is counted. A change of meaning starts a new version; better words do not."""

from django.db import IntegrityError, transaction

from collaborative.framework.models import SecondaryDriver
from collaborative.isolation.locking import save_if_unchanged

from ..enums import Collect, Hope
from ..models import Metric, MetricDriver, MetricVersion

KEPT = ("kind", "collect", "counts_families", "unit", "per")  # of a definition, where a new one says nothing else


class AlreadyDefined(Exception):
    """There is a metric with this key, or a version that starts on this day."""


@transaction.atomic
def define_metric(  # noqa: PLR0913 (one form)
    *,
    collaborative,
    key,
    name,
    kind,
    numerator_words,
    by,
    on,
    collect=Collect.WEEK,
    denominator_words="",
    hope=Hope.MORE,
    why="",
    is_required=True,
    position=1,
    goal=None,
    goal_set_by="",
    goal_set_on=None,
    drivers=(),
    starts_on=None,
    **definition,
) -> Metric:
    """A new metric with its first definition, in force from `starts_on` (else the collaborative's first day).

    `drivers`: primary or secondary drivers it speaks for. `definition`: further fields of MetricVersion.
    Raises AlreadyDefined where the key is taken.
    """
    try:
        with transaction.atomic():
            metric = Metric.objects.create(
                collaborative=collaborative,
                key=key,
                name=name,
                why=why,
                hope=hope,
                is_required=is_required,
                position=position,
                goal=goal,
                goal_set_by=goal_set_by if goal is not None else "",
                goal_set_on=(goal_set_on or on) if goal is not None else None,
            )
    except IntegrityError as error:
        raise AlreadyDefined from error
    MetricVersion.objects.create(
        metric=metric,
        starts_on=starts_on or min(collaborative.starts_on, on),
        kind=kind,
        collect=collect,
        numerator_words=numerator_words,
        denominator_words=denominator_words,
        language=by.language,
        **definition,
    )
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
