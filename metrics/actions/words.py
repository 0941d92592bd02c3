"""What a team says about its numbers: goals, notes, and the plan for counting."""

from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from ..models import ChartNote, CollectionPlan, TeamGoal
from .numbers import FutureNumber, refuse_other_collaborative


def set_team_goal(*, team, metric, goal, set_by, by, on) -> TeamGoal:
    """The team's goal for a number, in the unit people speak in (80 for 80%), is `goal` from now on."""
    refuse_other_collaborative(team, metric)
    return TeamGoal.objects.create(team=team, metric=metric, goal=goal, set_by=set_by, set_on=on, author=by)


def add_note(
    *, team, metric, period_start, text, by, on, is_nothing_to_do_with_tests=False, cycle_id=None
) -> ChartNote:
    """Write at a point of the chart what the team was trying then, or what else was going on."""
    refuse_other_collaborative(team, metric)
    if period_start > on:
        raise FutureNumber
    return ChartNote.objects.create(
        team=team,
        metric=metric,
        period_start=period_start,
        text=text,
        is_nothing_to_do_with_tests=is_nothing_to_do_with_tests,
        cycle_id=cycle_id,
        author=by,
        language=by.language,
    )


def hide_note(note, *, by, on) -> None:
    """Take a note off the chart; it can be put back for 30 days."""
    ChartNote.objects.shown().filter(pk=note.pk).update(hidden_at=timezone.now(), hidden_by_id=by.pk)


def show_note(note, *, by, on) -> None:
    """Put a note back on the chart."""
    ChartNote.objects.filter(pk=note.pk).update(hidden_at=None, hidden_by_id=None)


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
