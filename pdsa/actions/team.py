"""What a team is working on, and what it needs."""

from django.db import transaction

from collaborative.onboarding.actions.prework import give_reason

from ..models import Priority, TeamNeed
from ..models.team import MOST_PRIORITIES


class ThreeAlready(Exception):
    """A team works on three things at most; one has to end before another begins."""


@transaction.atomic
def set_priority(team, *, text, by, on, driver=None, reason="", priority=None) -> Priority:
    """Add a line to what the team is working on, or change the words of `priority`. Raises ThreeAlready."""
    if priority is not None:
        Priority.objects.filter(pk=priority.pk).update(text=text, driver=driver, version=priority.version + 1)
        priority.refresh_from_db()
        give_reason(team, priority.pk, text=reason, by=by)
        return priority
    taken = set(Priority.objects.filter(team=team).shown().current().values_list("position", flat=True))
    free = [position for position in range(1, MOST_PRIORITIES + 1) if position not in taken]
    if not free:
        raise ThreeAlready
    priority = Priority.objects.create(
        team=team, text=text, driver=driver, since=on, position=free[0], language=by.language
    )
    give_reason(team, priority.pk, text=reason, by=by)
    return priority


def end_priority(priority, *, by, on) -> None:
    """The team works on something else now; the line stays in its story."""
    Priority.objects.filter(pk=priority.pk, ended_on=None).update(
        ended_on=max(on, priority.since), version=priority.version + 1
    )


def add_need(team, *, text, by, on, kind) -> TeamNeed:
    """Tell the team, above all its senior leader, what is needed."""
    return TeamNeed.objects.create(team=team, author=by, kind=kind, text=text, asked_on=on, language=by.language)


def answer_need(need, *, by, on) -> None:
    """Somebody says yes; the first yes stays."""
    TeamNeed.objects.filter(pk=need.pk, answered_on=None).update(
        answered_on=on, answered_by=by, version=need.version + 1
    )


def reopen_need(need, *, by, on) -> None:
    """Take a yes back."""
    TeamNeed.objects.filter(pk=need.pk).update(answered_on=None, answered_by=None, version=need.version + 1)
