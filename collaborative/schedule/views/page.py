"""All dates on one page, and as a file for one's own calendar."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Organization
from collaborative.tenancy.sent_forms import new_form_key

from .. import rules
from ..calendar_file import calendar_file
from ..drawing import draw_timeline
from ..enums import DateKind
from ..models import ActionPeriod, Closure, LearningSession, PlannedDate

EARLIER = 30  # dates behind us that the page still lists; ours


@dataclass(frozen=True)
class Line:
    """One date as the page shows it; `on` is the day it counts by, today for a session that is under way."""

    id: UUID
    on: date
    starts_on: date
    until: date
    at: time | None
    title: str
    subtitle: str
    note: str
    link: str
    place: str
    minutes: int | None
    questions: list
    group: str
    in_hand: str
    is_session: bool
    is_due: bool
    session_id: UUID | None
    is_done: bool


@dataclass(frozen=True)
class Step:
    """A session or a period in the course of the collaborative."""

    id: UUID
    name: str
    title: str
    words: str
    starts_on: date
    ends_on: date
    is_session: bool
    is_now: bool


@collaborative_page("schedule", "read")
def schedule(request):
    """What comes, the sessions and periods, and what is behind us."""
    actor = request.actor
    sessions, periods, lines = read_dates(actor)
    ahead = [line for line in lines if line.until >= actor.today and not line.is_done]
    behind = [line for line in lines if line not in ahead]
    return render(
        request,
        "schedule/schedule.html",
        {
            "today": actor.today,
            "comes": rules.what_comes(ahead, actor.today),
            "behind": behind[::-1][:EARLIER],
            "sessions": sessions,
            "periods": periods,
            "course": _course(sessions, periods, actor.today),
            "now": rules.period_at(periods, actor.today),
            "timeline": draw_timeline(sessions, periods, actor.today),
            "closures": _own_closures(actor),
            "may_write": can(actor, "write", "schedule"),
            "may_talk": can(actor, "read", "post"),
            "may_record": can(actor, "write", "weekly_question"),
            "sees_closures": can(actor, "read", "closure"),
            "in_a_center": bool(actor.own_team_ids),
            "hidden": _just_hidden(request),
            "form_key": new_form_key(),
        },
    )


@collaborative_page("schedule", "read")
def dates_ics(request):
    """Every date that is mine here as a calendar file: those of everybody, and those of my role groups."""
    _sessions, _periods, lines = read_dates(request.actor)
    return _as_calendar(request.actor, lines, "dates")


@collaborative_page("schedule", "read")
def date_ics(request, line_id):
    """One date as a calendar file."""
    _sessions, _periods, lines = read_dates(request.actor)
    found = [line for line in lines if line.id == line_id]
    if not found:
        raise Http404
    return _as_calendar(request.actor, found, f"{found[0].starts_on:%Y-%m-%d}")


def _as_calendar(actor, lines, name):
    zone = Organization.objects.values_list("time_zone", flat=True).get(pk=actor.organization_id)
    response = HttpResponse(
        calendar_file(lines, name=actor.collaborative_name, zone=zone), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{actor.collaborative_slug}-{name}.ics"'
    return response


def read_dates(actor):
    """(sessions, periods, lines in order) of the collaborative, in three queries."""
    here = {"collaborative_id": actor.collaborative_id}
    sessions = list(LearningSession.objects.visible_to(actor).filter(**here).in_order())
    periods = list(ActionPeriod.objects.visible_to(actor).filter(**here).in_order())
    dates = PlannedDate.objects.visible_to(actor).filter(**here).announced().select_related("has_in_hand", "group")
    of_date = {session.starts_id: session for session in sessions}
    lines = [_line(row, of_date.get(row.pk), actor) for row in dates.order_by("on", "at", "pk")]
    return sessions, periods, lines


def _line(row, session, actor):
    until, today = session.ends_on if session else row.on, actor.today
    in_hand = row.has_in_hand if can(actor, "read", "person") else None  # an observer reads no names
    return Line(
        id=row.pk,
        on=today if row.on <= today <= until else row.on,
        starts_on=row.on,
        until=until,
        at=row.at,
        title=row.title,
        subtitle=session.title if session else "",
        note=session.purpose if session else row.note,
        link=row.link,
        place=session.place if session else row.place,
        minutes=row.minutes,
        questions=[words.strip() for words in row.questions.splitlines() if words.strip()],
        group=row.group.name if row.group else "",
        in_hand=in_hand.full_name if in_hand else "",
        is_session=row.kind == DateKind.SESSION,
        is_due=row.kind == DateKind.DUE,
        session_id=session.pk if session else None,
        is_done=row.done_on is not None,
    )


def _course(sessions, periods, today):
    """Sessions and periods in the order they are lived."""
    steps = [
        Step(
            id=row.pk,
            name=row.name,
            title=row.title if is_session else "",
            words=row.purpose if is_session else row.focus,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            is_session=is_session,
            is_now=row.starts_on <= today <= row.ends_on,
        )
        for is_session, rows in ((True, sessions), (False, periods))
        for row in rows
    ]
    return sorted(steps, key=lambda step: (step.starts_on, not step.is_session))


def _own_closures(actor):
    """Coming closed days of one's own centers."""
    if not actor.own_team_ids:
        return []
    return list(
        Closure.objects.visible_to(actor)
        .filter(center__teams__in=actor.own_team_ids)
        .coming(actor.today)
        .distinct()[:EARLIER]
    )


def _just_hidden(request):
    """What this person just took away, offered back: ("line" or "session", row)."""
    for kind, model in (("line", PlannedDate), ("session", LearningSession)):
        try:
            wanted = UUID(request.GET.get(kind, ""))
        except ValueError:
            continue
        row = model.objects.hidden_for(request.actor).filter(pk=wanted).first()
        if row:
            return {"kind": kind, "id": row.pk, "name": getattr(row, "title", "") or row.name}
    return None
