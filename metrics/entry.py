"""The screen on which a team puts in its numbers: what is asked for a period, and taking in what came back."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import slugify
from django.utils.translation import gettext as _

from collaborative.ui.lists import listed

from . import fitting, labels, periods
from .aggregation import Counted, one_period, value_of
from .catalogue import in_force
from .choosing import chosen_by
from .enums import Collect
from .forms import ObservationForm
from .models import Observation

WEEKS_BACK = 5  # the running week and the four before it
LOOK_BACK = 400  # days in which a last value is looked for
FORM = "numbers"
NAMESPACE = uuid.UUID("6f0f2a3e-0d8e-4e1c-9a55-0f3a1c2b7d11")  # for ids of drafts of a screen


@dataclass
class Asked:
    """One thing to put in: a metric for a period, by one room or the whole center. `observation` is what is in."""

    metric: object
    definition: object
    start: date
    subgroup: str
    title: str
    last: str
    last_point: Counted | None
    observation: Observation | None
    form: ObservationForm | None = None
    theirs: Observation | None = None  # what was put in meanwhile
    is_own: bool = False  # and it was this person who did

    @property
    def prefix(self):
        return f"{self.definition.pk.hex}-{slugify(self.subgroup) or 'all'}"

    @property
    def is_worked_out(self):
        """Whether what is in is an average somebody worked out already: it stays one when it is corrected."""
        return self.observation is not None and self.observation.value is not None

    @property
    def last_sum(self):
        """What the answers added up to last time, for an average of two numbers."""
        return self.last_point.numerator if self.last_point and self.definition.adds_up else None

    @property
    def value_words(self):
        """What is asked of an average that is already worked out."""
        return _("The average") if self.definition.adds_up else self.definition.numerator_words

    @property
    def theirs_said(self):
        """What was put in meanwhile, in words."""
        point = self.theirs and counted(self.theirs)
        return point and labels.said(
            self.definition.kind, point, value_of(self.definition.kind, point, self.definition.per)
        )

    @property
    def average_of(self):
        """What stands behind an average, which may stay empty."""
        return self.definition.denominator_words or _("how many stand behind it, if you know")

    @property
    def agreed(self):
        """What was agreed about putting this in: from where to where it goes, and what to do with few answers."""
        return fitting.agreed(self.definition)

    @property
    def rooms_words(self):
        """Which rooms are ticked, in a few words."""
        ticked = self.form["rooms"].value() or []
        if len(ticked) == len(self.form.families):
            return _("Rooms: all %(number)s") % {"number": len(ticked)}
        return _("Rooms: %(names)s") % {"names": listed(ticked)} if ticked else ""

    @property
    def has_error(self):
        return bool(self.form and self.form.is_bound and self.form.errors) or self.theirs is not None


@dataclass
class Week:
    """A week one can go to: its first day, its words, how many rows are in, said otherwise, and still to come."""

    start: date
    title: str
    is_current: bool
    dots: list[str]


@dataclass
class Screen:
    """What one screen asks for: the chosen week, weekly rows for it, monthly rows for its month."""

    start: date
    by_room: bool
    asked: list[Asked]
    weeks: list[Week]
    draft_id: uuid.UUID
    has_rooms: bool
    also: str = ""  # the id of a metric somebody would like to count besides
    others: tuple = ()  # the metrics one could also count


def chosen_week(today: date, wanted: str) -> date:
    """The Monday asked for, if it is one of the last five; else the week people would count now."""
    reachable = periods.last_starts(Collect.WEEK, today, WEEKS_BACK)
    try:
        start = periods.start_of(Collect.WEEK, date.fromisoformat(wanted))
    except ValueError:
        start = None
    return start if start in reachable else periods.to_count_now(Collect.WEEK, today)


def screen_of(actor, team, metrics, *, start, by_room, also="") -> Screen:
    """What to ask of `team` for the week that begins on `start`: what it counts and, where wanted, one metric more.

    `also`: the id of that metric, as it came.
    """
    counted_here, others = chosen_by(actor, team.pk, metrics)
    wanted = {metric.pk for metric in (*counted_here, *(one for one in others if str(one.pk) == also))}
    metrics = [metric for metric in metrics if metric.pk in wanted]
    rows = _rows(actor, team, metrics)
    rooms = [room for room in team.center.rooms if room.get("name")]
    asked = []
    for metric in metrics:
        period = _period(metric, start, actor.today)
        if period is not None:
            asked += _asked(metric, period, rows, rooms, by_room=by_room and len(rooms) > 1, today=actor.today)
    return Screen(
        start=start,
        by_room=by_room,
        asked=asked,
        weeks=_weeks(metrics, rows, start, actor.today),
        draft_id=uuid.uuid5(NAMESPACE, f"{team.pk}{start}{'rooms' if by_room else ''}"),
        has_rooms=len(rooms) > 1,
        also=also if any(str(one.pk) == also for one in others) else "",
        others=tuple(one for one in others if one.pk not in wanted),
    )


def _rows(actor, team, metrics):
    """What the team put in lately, by (definition id, period), as lists of rows."""
    definitions = [version.pk for metric in metrics for version in metric.definitions]
    found = Observation.objects.visible_to(actor).filter(
        team_id=team.pk,
        definition_id__in=definitions,
        period_start__gte=actor.today - timedelta(days=LOOK_BACK),
    )
    rows = {}
    for row in found.order_by("period_start", "subgroup", "pk"):
        rows.setdefault((row.definition_id, row.period_start), []).append(row)
    return rows


def _period(metric, week, today):
    """The period of a metric that belongs to a week: the week, or its month once that is worth counting."""
    if metric.definition.collect == Collect.WEEK:
        return week
    month = periods.month_of(week)
    return month if month <= periods.to_count_now(Collect.MONTH, today) else periods.to_count_now(Collect.MONTH, today)


def _asked(metric, start, rows, rooms, *, by_room, today):
    definition = in_force(metric, start)
    own = rows.get((definition.pk, start), [])
    whole = next((row for row in own if not row.subgroup), None)
    by_name = {row.subgroup: row for row in own if row.subgroup}
    names = [room["name"] for room in rooms] if (by_room or by_name) and whole is None else [""]
    return [_asked_of(metric, definition, start, name, rows, today, by_name.get(name, whole)) for name in names]


def _asked_of(metric, definition, start, subgroup, rows, today, observation):
    period, point = _last(definition, rows, start, subgroup)
    said = point and labels.said(definition.kind, point, value_of(definition.kind, point, definition.per))
    return Asked(
        metric=metric,
        definition=definition,
        start=start,
        subgroup=subgroup,
        title=labels.period_title(definition.collect, start, today=today),
        last=f"{labels.period_title(definition.collect, period, today=today)}: {said}" if said else "",
        last_point=point,
        observation=observation,
    )


def _last(definition, rows, start, subgroup):
    """What was counted last before this period, and when: its first day and the point; twice None without one."""
    earlier = sorted((period for of, period in rows if of == definition.pk and period < start), reverse=True)
    for period in earlier:
        found = [counted(row) for row in rows[definition.pk, period] if not subgroup or row.subgroup == subgroup]
        point = one_period(definition.kind, found)
        if point and point.has_numbers:
            return period, point
    return None, None


def counted(row: Observation) -> Counted:
    """A stored row as a plain value."""
    return Counted(
        row.numerator,
        row.denominator,
        row.value,
        row.not_this_time,
        row.subgroup,
        tuple(row.rooms_covered),
        row.rooms_there,
    )


def _weeks(metrics, rows, chosen, today):
    weekly = [metric for metric in metrics if metric.definition.collect == Collect.WEEK]
    return [
        Week(
            start=start,
            title=labels.axis_label(Collect.WEEK, start),
            is_current=start == chosen,
            dots=[_dot(metric, rows.get((in_force(metric, start).pk, start))) for metric in weekly],
        )
        for start in periods.last_starts(Collect.WEEK, today, WEEKS_BACK)
    ]


def _dot(metric, rows):
    return dot_of(rows and one_period(metric.definition.kind, [counted(row) for row in rows]))


def dot_of(point: Counted | None) -> str:
    """`in`, `why` (not this time) or `to-come`."""
    if not point:
        return "to-come"
    return "in" if point.has_numbers else "why"


def lay_out(screen: Screen, team, *, draft=None) -> None:
    """Give every row its empty or filled form; unsaved words of this person come first."""
    for one in screen.asked:
        one.form = form_of(one, team, initial={**_initial(one, team), **_drafted(one, draft or {})})


def form_of(one, team, data=None, **values):
    """The form of one row, empty or with what was sent."""
    return ObservationForm(
        data,
        prefix=one.prefix,
        definition=one.definition,
        rooms=rooms_of(one, team),
        is_worked_out=one.is_worked_out,
        **values,
    )


def rooms_of(one, team):
    """The center's rooms where one form is for all of them."""
    return () if one.subgroup else [room for room in team.center.rooms if room.get("name")]


def _initial(one, team):
    rooms = [room["name"] for room in rooms_of(one, team)]
    if one.observation is None:
        return {"rooms": rooms, "version": 0}
    row = one.observation
    return {
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": row.value,
        "rooms": row.rooms_covered or rooms,
        "reason": row.not_this_time,
        "note": row.note,
        "version": row.version,
    }


def _drafted(one, draft):
    start = f"{one.prefix}-"
    return {name.removeprefix(start): words for name, words in draft.items() if name.startswith(start) and words}
