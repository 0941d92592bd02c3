"""Taking in what a team typed: what is right goes in, the rest keeps its words and says what to do."""

from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile

from . import actions
from .entry import Screen, form_of, rooms_of
from .models import Observation


def take_in(screen: Screen, team, data, *, by, on) -> int:
    """Put in every row that is right; the others keep what was typed, with what to do about it. Returns how many."""
    taken = 0
    for one in screen.asked:
        one.form = form_of(one, team, data)
        if one.form.is_valid() and not _says_nothing_new(one):
            taken += _take(one, team, rooms_of(one, team), by=by, on=on)
    return taken


def _says_nothing_new(one):
    """Whether this person changed nothing here, or asked for something that cannot be (which is then said)."""
    if one.form.is_blank:
        if one.observation and one.form.cleaned_data.get("version") == one.observation.version:
            one.form.add_error(None, _("To take this out, put in the right number or say why not this time."))
        return True
    return one.observation is not None and (_same(one, one.observation) or _same(one, _seen(one)))


def _events(one):
    """What was ever in, the newest first."""
    row = one.observation
    events = Observation.pgh_event_model.objects.filter(organization_id=row.organization_id, pgh_obj_id=row.pk)
    return events.order_by("-pgh_id")


def _version_seen(one):
    return one.form.cleaned_data.get("version") or 0


def _seen(one):
    """The row as this person saw it, where somebody changed it since; None where it did not exist yet."""
    return _events(one).filter(version=_version_seen(one)).first()


def _version_to_correct(one, by):
    """The version a correction stands on: the one this person saw.

    Who goes back to a page saved before and saves again corrects the own number; it is asked about where somebody else
    wrote in the meantime, or where the page says again what the same person corrected since.
    """
    seen = _version_seen(one)
    if seen == one.observation.version:
        return seen
    since = list(_events(one).filter(version__gt=seen))
    is_own = all(event.entered_by_id == by.pk for event in since)
    return one.observation.version if is_own and not any(_same(one, event) for event in since) else seen


def _what(one, rooms):
    """The columns a form asks for."""
    data, reason = one.form.cleaned_data, one.form.cleaned_data["reason"]
    covered = data.get("rooms") or [room["name"] for room in rooms] or ([one.subgroup] if one.subgroup else [])
    return {
        **actions.NOTHING_COUNTED,
        **one.form.numbers,
        "not_this_time": reason,
        "note": data["note"],
        "rooms_covered": [] if reason else covered,
    }


def _same(one, row):
    """Whether a form says what a row says."""
    if row is None:
        return False
    now = one.form.cleaned_data
    asked = {**one.form.numbers, "not_this_time": now["reason"], "note": now["note"]}
    if "rooms" in one.form.fields and not now["reason"]:
        asked["rooms_covered"] = now["rooms"]
    return all(getattr(row, name) == value for name, value in asked.items())


def _take(one, team, rooms, *, by, on):
    what = _what(one, rooms)
    there = None if what["not_this_time"] else (len(team.center.rooms) or None)
    try:
        if one.observation is None:
            one.observation = _enter(one, team, what, there, by=by, on=on)
        else:
            seen = _version_to_correct(one, by)
            actions.correct_observation(one.observation, version=seen, rooms_there=there, by=by, on=on, **what)
    except ChangedMeanwhile as other:
        if _same(one, other.current):  # a double tap: the first of the two was quicker
            return 1
        one.theirs, one.is_own = other.current, other.current.entered_by_id == by.pk
        one.form.data = one.form.data.copy()
        one.form.data[f"{one.prefix}-version"] = other.current.version
        return 0
    return 1


def was_in(screen: Screen) -> bool:
    """Whether something was sent that was in already."""
    return any(one.observation is not None and not one.form.is_blank for one in screen.asked)


def _enter(one, team, what, there, *, by, on):
    where = {"team": team, "definition": one.definition, "period_start": one.start, "subgroup": one.subgroup}
    if what["not_this_time"]:
        return actions.say_not_this_time(**where, reason=what["not_this_time"], note=what["note"], by=by, on=on)
    numbers = {name: what[name] for name in (*actions.NOTHING_COUNTED, "note")}
    return actions.enter_observation(**where, **numbers, rooms=what["rooms_covered"], rooms_there=there, by=by, on=on)
