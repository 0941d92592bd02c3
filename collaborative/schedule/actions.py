"""The only writes of dates. `by` is a Person, None for a command."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from . import rules
from .enums import LINES, DateKind
from .models import ActionPeriod, Closure, LearningSession, PlannedDate


class HangsOnItself(Exception):
    """A date would hang on itself, directly or through others."""


class StillNeeded(Exception):
    """A session or a period stands on this date; it goes with them, not alone."""


class EndsBeforeItStarts(Exception):
    """A period's last day would come before its first."""


def plan_line(*, collaborative, title, by, on=None, anchor=None, offset_days=None, kind=DateKind.LINE, **details):
    """A dated line: on a day of its own, or so many days before (minus) or after another date, moving along with it.

    With an anchor and a day, the distance between them is kept from now on. `details`: at, minutes, note,
    place, link, questions, group, has_in_hand_id.
    """
    if anchor is not None and offset_days is None:
        offset_days = (on - anchor.on).days
    elif anchor is not None:
        on = rules.resolve(anchor.on, offset_days, to_working_day=kind in LINES)
    return PlannedDate.objects.create(
        collaborative=collaborative,
        kind=kind,
        title=title,
        on=on,
        anchor=anchor,
        offset_days=offset_days,
        **details,
    )


@transaction.atomic
def plan_session(*, collaborative, number, name, on, by, days=1, at=None, title="", purpose="", place="", **join):
    """A learning session and its date. `join`: link, questions."""
    starts = plan_line(collaborative=collaborative, kind=DateKind.SESSION, title=name, on=on, at=at, by=by, **join)
    return LearningSession.objects.create(
        collaborative=collaborative,
        number=number,
        name=name,
        title=title,
        purpose=purpose,
        starts=starts,
        days=days,
        place=place,
    )


def next_session_number(collaborative_id):
    """The number after all that were ever given, so that a session that was taken away can come back."""
    last = LearningSession.objects.filter(collaborative_id=collaborative_id).aggregate(Max("number"))["number__max"]
    return (last or 0) + 1


@transaction.atomic
def plan_period(*, collaborative, number, name, starts, ends, by, focus=""):
    """An action period (0: pre-work). `starts` and `ends`: a day, or (anchor date, days after it).

    Raises EndsBeforeItStarts.
    """
    first = _bound(collaborative, DateKind.PERIOD_START, name, starts, by)
    last = _bound(collaborative, DateKind.PERIOD_END, name, ends, by)
    if last.on < first.on:
        raise EndsBeforeItStarts
    return ActionPeriod.objects.create(
        collaborative=collaborative, number=number, name=name, focus=focus, starts=first, ends=last
    )


def _bound(collaborative, kind, name, place, by):
    anchor, value = place if isinstance(place, tuple) else (None, place)
    where = {"on": value} if anchor is None else {"anchor": anchor, "offset_days": value}
    return plan_line(collaborative=collaborative, kind=kind, title=name, by=by, **where)


@transaction.atomic
def move_date(planned, *, to, by):
    """Move a date, and with it all that hangs on it and is neither pinned nor done. Answers {id: new day}.

    A date that hangs on another keeps hanging, at its new distance. Raises EndsBeforeItStarts where a period would.
    """
    if to == planned.on:
        return {}
    # Moves of one collaborative come one after the other, so that two people's moves add up.
    rows = list(
        PlannedDate.objects.shown().filter(collaborative_id=planned.collaborative_id).select_for_update().order_by("pk")
    )
    by_id = {row.id: row for row in rows}
    anchor = by_id.get(planned.anchor_id)
    offset = (to - anchor.on).days if anchor else planned.offset_days
    save_if_unchanged(planned, planned.version, on=to, offset_days=offset)
    days = rules.moved(rows, {planned.id: to})
    others = [by_id[id_] for id_ in days if id_ != planned.id]
    for row in others:
        row.on = days[row.id]
        row.version += 1
    PlannedDate.objects.bulk_update(others, ["on", "version"])
    _check_periods(planned.collaborative_id)
    return days


def _check_periods(collaborative_id):
    periods = ActionPeriod.objects.shown().filter(collaborative_id=collaborative_id)
    if periods.filter(ends__on__lt=F("starts__on")).exists():
        raise EndsBeforeItStarts


@transaction.atomic
def edit_line(line, *, version, on, anchor, by, **words):
    """Change a dated line's words, its day, and what it moves along with.

    `words`: title, note, link, at, is_pinned, has_in_hand_id. Raises ChangedMeanwhile, HangsOnItself.
    """
    siblings = list(PlannedDate.objects.shown().filter(collaborative_id=line.collaborative_id))
    if anchor is not None and rules.hangs_in_a_circle(siblings, line.id, anchor.id):
        raise HangsOnItself
    offset = (on - anchor.on).days if anchor is not None else None
    save_if_unchanged(line, version, anchor=anchor, offset_days=offset, **words)
    move_date(line, to=on, by=by)


@transaction.atomic
def edit_session(session, *, version, on, at, link, by, questions="", **words):
    """Change a session's words and its day; what hangs on the day moves along. Answers {id: new day}.

    `version`: of the session and its date together (`version_of`). `words`: name, title, purpose, place, days.
    Raises ChangedMeanwhile, EndsBeforeItStarts.
    """
    _check_version(session, version)
    save_if_unchanged(session, session.version, **words)
    save_if_unchanged(
        session.starts, session.starts.version, title=words["name"], at=at, link=link, questions=questions
    )
    return move_date(session.starts, to=on, by=by)


@transaction.atomic
def edit_period(period, *, version, name, focus, starts_on, ends_on, by):
    """Change a period's words and its first and last day. Raises ChangedMeanwhile, EndsBeforeItStarts."""
    if ends_on < starts_on:
        raise EndsBeforeItStarts
    _check_version(period, version)
    save_if_unchanged(period, period.version, name=name, focus=focus)
    for bound in (period.starts, period.ends):
        save_if_unchanged(bound, bound.version, title=name)
    # The later end goes first when both move on, so that the period never ends before it starts on the way.
    bounds = [(period.starts, starts_on), (period.ends, ends_on)]
    for bound, day in reversed(bounds) if starts_on > period.starts.on else bounds:
        bound.refresh_from_db()
        move_date(bound, to=day, by=by)


def version_of(row):
    """One number for a session or period and the dates it stands on; it grows when any of them is saved or moved."""
    return row.version + row.starts.version + (row.ends.version if isinstance(row, ActionPeriod) else 0)


def _check_version(row, version):
    if version_of(row) != version:
        raise ChangedMeanwhile(row)


def set_done(line, *, done, by, on):
    """Say that a date is behind us, on `on`, or take that back. A date that is done stays where it is."""
    save_if_unchanged(line, line.version, done_on=on if done else None)


def hide_line(line, *, by):
    """Take a dated line away; what hung on it stays on its day. Raises StillNeeded for a session's or period's date."""
    if line.kind not in LINES:
        raise StillNeeded
    _hide(PlannedDate, [line.pk], by)


def show_line(line, *, by):
    """Bring a dated line back."""
    _show(PlannedDate, [line.pk])


@transaction.atomic
def hide_session(session, *, by):
    """Take a session and its date away; periods and lines that hung on it stay on their days."""
    _hide(LearningSession, [session.pk], by)
    _hide(PlannedDate, [session.starts_id], by)


@transaction.atomic
def show_session(session, *, by):
    """Bring a session and its date back."""
    _show(LearningSession, [session.pk])
    _show(PlannedDate, [session.starts_id])


def close_centers(centers, *, starts_on, ends_on, by, why=""):
    """Days on which centers are closed: nobody there gets messages then, and their charts say so."""
    return Closure.objects.bulk_create(
        Closure(center=center, starts_on=starts_on, ends_on=ends_on, why=why) for center in centers
    )


def hide_closure(closure, *, by):
    """The center is open after all."""
    _hide(Closure, [closure.pk], by)


def show_closure(closure, *, by):
    """Bring closed days back."""
    _show(Closure, [closure.pk])


def _hide(model, ids, by):
    model.objects.shown().filter(pk__in=ids).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk if by else None, version=F("version") + 1
    )


def _show(model, ids):
    model.objects.filter(pk__in=ids).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)
