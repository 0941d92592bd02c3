"""The shelf: put there, kept tidy, used by teams."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.files.actions import store_document
from collaborative.isolation.locking import save_if_unchanged
from collaborative.tenancy.enums import Audience

from .. import rules
from ..models import Guidance, ShelfItem, ShelfUse

WEEKS_AHEAD = 8  # in which a place on the shelf is looked for; ours


@transaction.atomic
def put_on_shelf(*, collaborative_id, by, title, on, upload=None, link="", curates=False, **more) -> ShelfItem:
    """Keep a link or a file where everybody in the collaborative finds it.

    A few new ones a week are enough: beyond them it waits for the next week with room, unless `by` curates the shelf.
    `more`: description, driver, roles, ages, spoken, source, language, translation_of and translated.
    Raises files.NotAFile.
    """
    stored = None
    if upload:
        place = {"collaborative_id": collaborative_id, "team_id": None, "group_id": None, "audience": Audience.ALL}
        stored = store_document(upload, by=by.pk, **place)
    return ShelfItem.objects.create(
        collaborative_id=collaborative_id,
        author=by,
        title=title,
        link="" if stored else link,
        file=stored,
        shows_from=on if curates else _day_with_room(collaborative_id, on),
        **more,
    )


def _day_with_room(collaborative_id, on):
    """The day from which one more new thing is not too much."""
    guidance = Guidance.objects.of(collaborative_id) or Guidance()
    monday = rules.monday_of(on)
    items = ShelfItem.objects.shown().filter(collaborative_id=collaborative_id, translation_of=None)
    new = {}
    for day in items.new_between(monday, monday + timedelta(weeks=WEEKS_AHEAD)).values_list("shows_from", flat=True):
        new[rules.monday_of(day)] = new.get(rules.monday_of(day), 0) + 1
    return rules.shows_from(on, new, guidance.new_on_shelf)


def change_item(item, version, **changes) -> None:
    """Other words or tags. Raises ChangedMeanwhile."""
    save_if_unchanged(item, version, **changes)


def show_now(item, *, on) -> None:
    """The curator says yes: it need not wait for next week."""
    _set(item, shows_from=on)


def feature(item) -> None:
    """Put it in front, as something the curator recommends."""
    _set(item, featured_at=timezone.now())


def take_feature_away(item) -> None:
    _set(item, featured_at=None)


def retire(item, *, on) -> None:
    """It has had its time: kept, and out of the way."""
    _set(item, retired_on=on, featured_at=None)


def return_to_shelf(item) -> None:
    """Undo `retire` and `merge`."""
    _set(item, retired_on=None, merged_into=None)


@transaction.atomic
def merge(item, *, into) -> None:
    """The same thing stands there twice: this one points to the other, and what teams said goes along."""
    there = set(ShelfUse.objects.shown().filter(item=into).values_list("team_id", flat=True))
    ShelfUse.objects.shown().filter(item=item).exclude(team_id__in=there).update(item=into, version=F("version") + 1)
    _set(item, merged_into=into, featured_at=None)


def use_item(item, *, team_id, by, words, on, language="en") -> None:
    """A team says that it used something; said again, the newer words stand."""
    said = {"author": by, "words": words, "used_on": on, "language": language}
    known = ShelfUse.objects.shown().filter(item=item, team_id=team_id)
    if not known.update(version=F("version") + 1, **said):
        ShelfUse.objects.create(item=item, team_id=team_id, **said)


def not_used(item, *, team_id, by) -> None:
    """It was said by mistake."""
    ShelfUse.objects.shown().filter(item=item, team_id=team_id).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )


def _set(item, **changes):
    ShelfItem.objects.filter(pk=item.pk).update(version=F("version") + 1, **changes)
