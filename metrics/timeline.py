"""What marks a chart by itself: action periods as bands, learning sessions and closures. Nothing else does."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from collaborative.schedule.models import ActionPeriod, Closure, LearningSession
from collaborative.ui.dates import day_words
from collaborative.ui.own_words import in_own_words
from metrics.drawing.picture import Band, Mark

from . import periods


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods `(name, number, first day, last day)`, sessions `(name, number, day)` and closures `(why, first day)`."""

    periods: tuple[tuple, ...] = ()
    sessions: tuple[tuple, ...] = ()
    closures: tuple[tuple, ...] = ()

    @property
    def first_session_on(self) -> date | None:
        return min((day for _name, _number, day in self.sessions), default=None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something that stands on a chart: its name, and when."""

    name: str
    when: str


def timeline_of(actor, center_id) -> Timeline:
    """What happened and is planned in the collaborative, and when the center was closed."""
    here = {"collaborative_id": actor.collaborative_id}
    action = ActionPeriod.objects.visible_to(actor).filter(**here).order_by("number", "pk")
    sessions = LearningSession.objects.visible_to(actor).filter(**here).order_by("number", "pk")
    closures = Closure.objects.visible_to(actor).filter(center_id=center_id).order_by("starts_on", "pk")
    return Timeline(
        tuple(action.values_list("name", "number", "starts__on", "ends__on")),
        tuple(sessions.values_list("name", "number", "starts__on")),
        tuple(closures.values_list("why", "starts_on")),
    )


def bands(timeline: Timeline, collect: str, starts) -> list[Band]:
    """The action periods over these rows."""
    found = []
    for name, number, first, last in timeline.periods:
        start = periods.distance(collect, starts[0], periods.start_of(collect, first))
        end = periods.distance(collect, starts[0], periods.start_of(collect, last))
        if found:  # two periods share a row: the later one begins after it
            start = max(start, found[-1].end + 1)
        if end >= 0 and start < len(starts) and end >= start:
            short = _("Period %(number)s") % {"number": number} if number else ""
            found.append(Band(max(0, start), min(end, len(starts) - 1), in_own_words(name), short))
    return found


def what_they_mean(timeline: Timeline, collect: str, starts, *, today: date) -> list[Meaning]:
    """What stands on a chart over these rows, in order of time: sessions and closures as lines, periods as bands."""
    if not starts:
        return []
    first, last = starts[0], periods.last_day(collect, starts[-1])
    found = [(name, day, None) for name, _number, day in timeline.sessions]
    found += [(name, begins, ends) for name, _number, begins, ends in timeline.periods]
    found += [(why or _("Closed"), day, None) for why, day in timeline.closures]
    return [
        Meaning(in_own_words(name), _when(begins, ends, today))
        for name, begins, ends in sorted(found, key=lambda one: one[1])
        if begins <= last and (ends or begins) >= first
    ]


def _when(begins, ends, today):
    words = [day_words(day, today) for day in (begins, ends) if day]
    return words[0] if len(words) == 1 else _("%(first)s to %(last)s") % {"first": words[0], "last": words[1]}


def marks(timeline: Timeline, collect: str, starts) -> list[Mark]:
    """The learning sessions and closures among these rows."""
    found = []
    for name, number, day in timeline.sessions:
        found.append((day, name, _("Session %(number)s") % {"number": number}, False))
    for why, day in timeline.closures:
        found.append((day, why or _("Closed"), _("Closed"), True))
    placed = [(periods.place_of(collect, starts, day), name, short, closed) for day, name, short, closed in found]
    return [
        Mark(round(place, 2), in_own_words(name), short, is_closure=closed)
        for place, name, short, closed in sorted(placed)
        if 0 <= place < len(starts)
    ]
