"""A center's plan for counting, and what it counts already."""

from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from ..models import CollectionPlan, DataSource
from .numbers import refuse_other_collaborative


def plan_collection(*, team, metric, by, on, version=None, **words) -> CollectionPlan:
    """Write down who counts, when and where.

    `version`: that of the plan the person saw, None where there was none. Raises ChangedMeanwhile where somebody
    wrote in the meantime.
    """
    refuse_other_collaborative(team, metric)
    there = CollectionPlan.objects.shown().filter(team=team, metric=metric).first()
    if there is None:
        return CollectionPlan.objects.create(team=team, metric=metric, language=by.language, **words)
    if version is None:
        raise ChangedMeanwhile(there)
    save_if_unchanged(there, version, language=by.language, **words)
    return there


def add_source(*, team, name, by, on, metric=None, **words) -> DataSource:
    """Write down what the center counts already. `words`: kept_by, how_often, note."""
    if metric is not None:
        refuse_other_collaborative(team, metric)
    return DataSource.objects.create(team=team, name=name, metric=metric, author=by, language=by.language, **words)


def edit_source(source, *, version, by, on, metric=None, **words) -> None:
    """Change it. Raises ChangedMeanwhile where somebody did so since `version`."""
    if metric is not None:
        refuse_other_collaborative(source.team, metric)
    save_if_unchanged(source, version, metric=metric, language=by.language, **words)


def hide_source(source, *, by, on) -> None:
    """Take it off the page; it can be brought back for 30 days."""
    DataSource.objects.shown().filter(pk=source.pk).update(hidden_at=timezone.now(), hidden_by_id=by.pk)


def show_source(source, *, by, on) -> None:
    DataSource.objects.filter(pk=source.pk).update(hidden_at=None, hidden_by_id=None)
