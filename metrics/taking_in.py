"""Taking in what a team typed: what is right goes in, the rest keeps its words and says what to do."""

from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile

from . import actions
from .entry import Screen, rooms_of
from .forms import ObservationForm
from .models import Observation


def take_in(screen: Screen, team, data, *, by, on) -> int:
    """Put in every row that is right; the others keep what was typed, with what to do about it. Returns how many."""
    taken = 0
    for one in screen.asked:
        rooms = rooms_of(one, team)
        one.form = ObservationForm(data, prefix=one.prefix, definition=one.definition, rooms=rooms)
        if one.form.is_valid() and not _says_nothing_new(one):
            taken += _take(one, team, rooms, by=by, on=on)
    return taken


def _says_nothing_new(one):
    """Whether this person changed nothing here, or asked for something that cannot be (which is then said)."""
    if one.form.is_blank:
        if one.observation and one.form.cleaned_data.get("version") == one.observation.version:
            one.form.add_error(None, _("To take this out, put in the right number or say why not this time."))
        return True
    return one.observation is not None and (_same(one, one.observation) or _same(one, _seen(one)))


def _seen(one):
    """The row as this person saw it, where somebody changed it since; None where it did not exist yet."""
    events = Observation.pgh_event_model.objects.filter(
        organization_id=one.observation.organization_id,
        pgh_obj_id=one.observation.pk,
        version=one.form.cleaned_data.get("version") or 0,
    )
    return events.order_by("-pgh_id").first()


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
            seen = one.form.cleaned_data.get("version") or 0
            actions.correct_observation(one.observation, version=seen, rooms_there=there, by=by, on=on, **what)
    except ChangedMeanwhile as other:
        one.theirs = other.current
        one.form.data = one.form.data.copy()
        one.form.data[f"{one.prefix}-version"] = other.current.version
        return 0
    return 1


def _enter(one, team, what, there, *, by, on):
    where = {"team": team, "definition": one.definition, "period_start": one.start, "subgroup": one.subgroup}
    if what["not_this_time"]:
        return actions.say_not_this_time(**where, reason=what["not_this_time"], note=what["note"], by=by, on=on)
    numbers = {name: what[name] for name in (*actions.NOTHING_COUNTED, "note")}
    return actions.enter_observation(**where, **numbers, rooms=what["rooms_covered"], rooms_there=there, by=by, on=on)
