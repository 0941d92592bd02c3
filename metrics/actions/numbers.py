"""Putting in what was counted, and correcting it."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged
from collaborative.outbox.actions import drop_notices
from collaborative.outbox.enums import NoticeKind

from .. import periods
from ..enums import Source
from ..models import Observation


class FutureNumber(Exception):
    """The period has not begun yet."""


class WrongPeriod(Exception):
    """The day is not the first day of a week or month of this definition."""


class OtherCollaborative(Exception):
    """The team and the metric belong to different collaboratives."""


def refuse_other_collaborative(team, metric):
    """Raise OtherCollaborative where the two do not belong together."""
    if team.collaborative_id != metric.collaborative_id:
        raise OtherCollaborative


class ImpossibleNumber(Exception):
    """The numbers cannot be so: a part above its whole, nothing at all, or numbers of another kind.

    An average of two numbers is put in as these two, never as what they make.
    """


NOTHING_COUNTED = {"numerator": None, "denominator": None, "value": None}


def enter_observation(  # noqa: PLR0913 (one row of a form)
    *,
    team,
    definition,
    period_start,
    by,
    on,
    subgroup="",
    numerator=None,
    denominator=None,
    value=None,
    rooms=(),
    rooms_there=None,
    note="",
    source=Source.TYPED,
) -> Observation:
    """Put in what was counted in one period.

    The same numbers again change nothing. Raises ChangedMeanwhile where somebody already put in others,
    ImpossibleNumber for numbers that cannot be, FutureNumber and WrongPeriod for periods that cannot.
    """
    if definition.adds_up and value is not None:
        raise ImpossibleNumber
    numbers = {"numerator": numerator, "denominator": denominator, "value": value, "not_this_time": ""}
    covered = {"rooms_covered": list(rooms), "rooms_there": rooms_there, "note": note}
    return _put_in(team, definition, period_start, subgroup, {**numbers, **covered, "source": source}, by=by, on=on)


def say_not_this_time(*, team, definition, period_start, reason, by, on, subgroup="", note="") -> Observation:
    """Say why a period could not be counted, which is a good answer too. Raises as `enter_observation`."""
    words = {"not_this_time": reason, "rooms_covered": [], "rooms_there": None, "note": note, "source": Source.TYPED}
    return _put_in(team, definition, period_start, subgroup, {**NOTHING_COUNTED, **words}, by=by, on=on)


def enter_observations(*, rows, by, on) -> list[Observation]:
    """Put in many rows, each a mapping of what `enter_observation` or, with a `reason`, `say_not_this_time` takes."""
    return [
        (say_not_this_time if "reason" in row else enter_observation)(**{"by": by, "on": on, **row}) for row in rows
    ]


def correct_observation(observation, *, version, by, on, **changes) -> Observation:
    """Change what was put in; what it was before stays in the history.

    `version`: that of the row the person saw. Raises ChangedMeanwhile where somebody changed it since, and
    ImpossibleNumber for numbers that cannot be.
    """
    if changes.get("not_this_time"):
        changes = {**changes, **NOTHING_COUNTED, "rooms_covered": [], "rooms_there": None}
    try:
        with transaction.atomic():
            save_if_unchanged(observation, version, entered_by=by, entered_at=timezone.now(), **changes)
    except IntegrityError as error:
        raise ImpossibleNumber from error
    return observation


def _put_in(team, definition, period_start, subgroup, what, *, by, on):
    _check(team, definition, period_start, on)
    key = {"team": team, "definition": definition, "period_start": period_start, "subgroup": subgroup}
    try:
        with transaction.atomic():
            drop_notices(NoticeKind.NUMBERS, team.pk)
            return Observation.objects.create(
                kind=definition.kind,
                collect=definition.collect,
                language=by.language,
                entered_by=by,
                entered_at=timezone.now(),
                **key,
                **what,
            )
    except IntegrityError as error:
        there = Observation.objects.shown().filter(**key).first()
        if there is None:
            raise ImpossibleNumber from error
        if all(getattr(there, name) == value for name, value in what.items() if name != "source"):
            return there
        raise ChangedMeanwhile(there) from error


def _check(team, definition, period_start, on):
    refuse_other_collaborative(team, definition.metric)
    if not periods.is_start(definition.collect, period_start):
        raise WrongPeriod
    if period_start > on:
        raise FutureNumber
