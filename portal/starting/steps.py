"""The steps of preparing a house: what each writes, and how each is undone. Any order, any number of times.

Each saving keeps what was there before; undoing the newest brings it back. `by` is a Person.
"""

import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.locking import save_if_unchanged
from collaborative.schedule.actions import move_date
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.actions import houses
from collaborative.tenancy.actions.memberships import change_membership
from collaborative.tenancy.actions.organizations import change_collaborative
from collaborative.tenancy.models import AffinityGroup, Collaborative, House, Membership
from collaborative.ui import nouns

from .enums import StepKey
from .models import Step

DAY = datetime.date.fromisoformat
OF_COLLABORATIVE = ("name", "meeting", "place", "lead_organization")
TEXTS = ("invitation_words", "welcome_words", "promise_words")
NAMED = ((LearningSession, "name"), (PlannedDate, "title"), (AffinityGroup, "name"))


class NothingToUndo(Exception):
    """The step was undone already, or nobody has saved it."""


def keep(collaborative, key, before, *, by) -> Step:
    """A step was saved; `before` undoes it."""
    return Step.objects.create(collaborative=collaborative, key=key, before=before, done_by=by)


@transaction.atomic
def save_dates(house, *, version, facts, holidays, sessions, lines, by, on) -> Step:
    """Name and dates. `sessions`: {session: day}; `lines`: {planned date: day} of those moved by hand.

    What hangs on a session moves along with it. Raises ChangedMeanwhile, EndsBeforeItStarts.
    """
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    before = {
        "facts": {name: getattr(collaborative, name) for name in OF_COLLABORATIVE},
        "holidays": house.holidays,
        "days": _days_of(collaborative),
    }
    houses.change_house(house, version, by=by, on=on, holidays=holidays)
    change_collaborative(collaborative, collaborative.version, by=by, on=on, **facts)
    for session, day in _in_safe_order(sessions):
        session.starts.refresh_from_db()
        move_date(session.starts, to=day, by=by)
    for line, day in lines.items():
        line.refresh_from_db()
        move_date(line, to=day, by=by)
    _fit_to_periods(collaborative)
    return keep(collaborative, StepKey.DATES, before, by=by)


def _days_of(collaborative):
    rows = PlannedDate.objects.shown().filter(collaborative=collaborative)
    return {str(row.pk): [row.on.isoformat(), row.offset_days] for row in rows}


def _in_safe_order(sessions):
    """Later ones first where days move on, earlier ones first where they come nearer: no period turns over."""
    moves = sorted(sessions.items(), key=lambda pair: pair[0].number)
    ahead = [pair for pair in moves if pair[1] > pair[0].starts_on]
    return [*reversed(ahead), *(pair for pair in moves if pair[1] < pair[0].starts_on)]


def _fit_to_periods(collaborative):
    """The collaborative lasts as long as its periods."""
    periods = list(ActionPeriod.objects.shown().filter(collaborative=collaborative).in_order())
    if periods:
        Collaborative.objects.filter(pk=collaborative.pk).update(
            starts_on=min(row.starts_on for row in periods), ends_on=max(row.ends_on for row in periods)
        )


@transaction.atomic
def save_words(house, *, version, vocabulary, by, on) -> Step:
    """What is said in place of our nouns: on pages, in letters, and in the names of sessions, dates and role groups."""
    before = {"vocabulary": house.vocabulary, "names": _names_of(house)}
    earlier = house.vocabulary
    houses.change_house(house, version, by=by, on=on, vocabulary=vocabulary)
    _rename(house, nouns.words_of(earlier, "en"), nouns.words_of(vocabulary, "en"))
    return keep(house.collaborative, StepKey.WORDS, before, by=by)


def _names_of(house):
    return {
        model.__name__: {
            str(pk): name
            for pk, name in model.objects.shown()
            .filter(collaborative_id=house.collaborative_id)
            .values_list("pk", column)
        }
        for model, column in NAMED
    }


def _rename(house, earlier, words):
    """Names are written in the language of templates; a name somebody wrote follows as far as it has our nouns."""
    for model, column in NAMED:
        for row in model.objects.shown().filter(collaborative_id=house.collaborative_id):
            name = nouns.say(getattr(row, column), "en", words, instead_of=earlier)
            if name != getattr(row, column):
                save_if_unchanged(row, row.version, **{column: name})


@transaction.atomic
def save_texts(house, *, version, texts, practical_supports, by, on) -> Step:
    """Words of welcome, promises, what every invitation says besides, and what taking part brings.

    `practical_supports`: None where there is a list of them, which has a page of its own.
    """
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    before = {name: getattr(house, name) for name in TEXTS} | {"supports": collaborative.practical_supports}
    houses.change_house(house, version, by=by, on=on, **texts)
    if practical_supports is not None:
        change_collaborative(collaborative, collaborative.version, by=by, on=on, practical_supports=practical_supports)
    return keep(collaborative, StepKey.TEXTS, before, by=by)


@transaction.atomic
def save_framework(house, *, version, equity_words, by, on) -> Step:
    """Where the framework speaks of racial equity, cultural humility and inclusion."""
    before = {"equity_words": house.equity_words}
    houses.change_house(house, version, by=by, on=on, equity_words=equity_words)
    return keep(house.collaborative, StepKey.FRAMEWORK, before, by=by)


@transaction.atomic
def save_in_hand(house, *, members, chosen, by, on) -> Step:
    """Who has what in hand. `chosen`: {membership id: (responsibilities, whether this is the senior leader)}.

    Raises AnotherSeniorLeader.
    """
    before = {str(row.pk): [row.responsibilities, row.leads_collaborative] for row in members}
    _give(members, {str(pk): value for pk, value in chosen.items()}, on)
    return keep(house.collaborative, StepKey.PEOPLE, {"in_hand": before}, by=by)


def _give(members, chosen, on):
    rows = [row for row in members if str(row.pk) in chosen]
    for row in sorted(rows, key=lambda row: chosen[str(row.pk)][1]):  # nobody leads before another ceased to
        responsibilities, leads = chosen[str(row.pk)]
        if (row.responsibilities, row.leads_collaborative) != (responsibilities, leads):
            change_membership(row, on=on, responsibilities=responsibilities, leads_collaborative=leads)


@transaction.atomic
def undo(house, key, *, by, on) -> Step:
    """Bring back what was there before the newest saving of a step. Raises NothingToUndo."""
    step = Step.objects.standing().select_for_update().filter(collaborative_id=house.collaborative_id, key=key).first()
    if step is None:
        raise NothingToUndo
    UNDOING[key](house, step.before, by, on)
    Step.objects.filter(pk=step.pk).update(undone_at=timezone.now(), version=F("version") + 1)
    return step


def _undo_dates(house, before, by, on):
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    houses.change_house(house, house.version, by=by, on=on, holidays=before["holidays"])
    change_collaborative(collaborative, collaborative.version, by=by, on=on, **before["facts"])
    for row in PlannedDate.objects.shown().filter(pk__in=before["days"]):
        day, offset = before["days"][str(row.pk)]
        if (row.on, row.offset_days) != (DAY(day), offset):
            save_if_unchanged(row, row.version, on=DAY(day), offset_days=offset)
    _fit_to_periods(collaborative)


def _undo_words(house, before, by, on):
    houses.change_house(house, house.version, by=by, on=on, vocabulary=before["vocabulary"])
    for model, column in NAMED:
        names = before["names"].get(model.__name__, {})
        for row in model.objects.shown().filter(pk__in=names):
            if getattr(row, column) != names[str(row.pk)]:
                save_if_unchanged(row, row.version, **{column: names[str(row.pk)]})


def _undo_texts(house, before, by, on):
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    houses.change_house(house, house.version, by=by, on=on, **{name: before[name] for name in TEXTS})
    change_collaborative(collaborative, collaborative.version, by=by, on=on, practical_supports=before["supports"])


def _undo_framework(house, before, by, on):
    houses.change_house(house, house.version, by=by, on=on, equity_words=before["equity_words"])


def _undo_people(house, before, by, on):
    if "in_hand" in before:
        rows = Membership.objects.shown().filter(collaborative_id=house.collaborative_id, pk__in=before["in_hand"])
        _give(list(rows), before["in_hand"], on)
    else:
        houses.take_back(house, memberships=before["memberships"], by=by, on=on)


def _undo_centers(house, before, by, on):
    houses.take_back(house, by=by, on=on, **{name: before[name] for name in ("memberships", "teams", "centers")})


UNDOING = {
    StepKey.DATES: _undo_dates,
    StepKey.WORDS: _undo_words,
    StepKey.TEXTS: _undo_texts,
    StepKey.FRAMEWORK: _undo_framework,
    StepKey.PEOPLE: _undo_people,
    StepKey.CENTERS: _undo_centers,
}


def forget(house) -> None:
    """The house is open: what was typed to prepare it is not kept."""
    Step.objects.filter(collaborative_id=house.collaborative_id).delete()


def standing(actor, house) -> dict:
    """The newest saving of each step that can be undone, by its key."""
    found = {}
    for step in Step.objects.visible_to(actor).standing().filter(collaborative_id=house.collaborative_id):
        found.setdefault(step.key, step)
    return found


def house_of(actor) -> House | None:
    """The house one is in."""
    return (
        House.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("collaborative", "origin", "opened_by")
        .first()
    )
