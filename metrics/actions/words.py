"""What a team says about its numbers: goals, notes on a chart, and what was said when it looked at one."""

from django.utils import timezone

from ..models import ChartNote, ChartTalk, TeamGoal
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


def write_talk(*, team, metric, held_on, saw, by, on, **words) -> ChartTalk:
    """Keep what was said when the team looked at a chart. `words`: who, for_whom, next_step."""
    refuse_other_collaborative(team, metric)
    if held_on > on:
        raise FutureNumber
    return ChartTalk.objects.create(
        team=team, metric=metric, held_on=held_on, saw=saw, author=by, language=by.language, **words
    )


def hide_talk(talk, *, by, on) -> None:
    """Put a talk away; it can be brought back for 30 days."""
    ChartTalk.objects.shown().filter(pk=talk.pk).update(hidden_at=timezone.now(), hidden_by_id=by.pk)


def show_talk(talk, *, by, on) -> None:
    ChartTalk.objects.filter(pk=talk.pk).update(hidden_at=None, hidden_by_id=None)
