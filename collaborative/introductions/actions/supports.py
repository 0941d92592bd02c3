"""What is promised, what was given, and who would like a hand."""

from django.db import transaction

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged
from collaborative.tenancy.models import Collaborative

from .. import rules
from ..enums import SupportKind
from ..models import Comfort, Promise, SupportGiven
from . import taking_away


@transaction.atomic
def promise(*, collaborative_id, by, kind, text, ask_id=None, how="", language="en") -> Promise:
    """A practical support, and from now on every invitation to a family partner says so."""
    _take_over_earlier_words(collaborative_id)
    made = Promise.objects.create(
        collaborative_id=collaborative_id, author_id=by, kind=kind, text=text, ask_id=ask_id, how=how, language=language
    )
    _renew_invitation(collaborative_id)
    return made


@transaction.atomic
def change_promise(row, *, version, by, **changes) -> None:
    """Other words; invitations follow. Raises ChangedMeanwhile."""
    save_if_unchanged(row, version, author_id=by, **changes)
    _renew_invitation(row.collaborative_id)


@transaction.atomic
def take_promise_back(row, *, by) -> None:
    """What is no longer true is no longer said."""
    taking_away.hide(row, by=by)
    _renew_invitation(row.collaborative_id)


@transaction.atomic
def promise_again(row) -> None:
    """Undo `take_promise_back`."""
    taking_away.bring_back(row)
    _renew_invitation(row.collaborative_id)


def _take_over_earlier_words(collaborative_id):
    """What was written before there was a list becomes its first lines."""
    if Promise.objects.filter(collaborative_id=collaborative_id).exists():
        return
    earlier = Collaborative.objects.get(pk=collaborative_id).practical_supports
    for line in filter(None, map(str.strip, earlier.splitlines())):
        Promise.objects.create(collaborative_id=collaborative_id, kind=SupportKind.OTHER, text=line[:240])


def _renew_invitation(collaborative_id):
    """The invitation says what is promised, and nothing else."""
    shown = Promise.objects.filter(collaborative_id=collaborative_id, hidden_at=None).order_by("created_at", "pk")
    words = rules.promised_words(shown.values_list("text", flat=True))
    Collaborative.objects.filter(pk=collaborative_id).update(practical_supports=words)


def note_given(*, collaborative_id, **given) -> SupportGiven:
    """What one person was given: what, when, by whom, and how much if one likes."""
    return SupportGiven.objects.create(collaborative_id=collaborative_id, **given)


def change_given(row, *, version, **changes) -> None:
    """Raises ChangedMeanwhile."""
    save_if_unchanged(row, version, **changes)


def say_comfort(own, *, version, collaborative_id, by, **words) -> None:
    """How at home somebody is with technology and numbers. Raises ChangedMeanwhile."""
    if own is not None:
        save_if_unchanged(own, version, **words)
        return
    if not add_unless_there(Comfort(collaborative_id=collaborative_id, person_id=by, **words)):
        raise ChangedMeanwhile(Comfort.objects.get(collaborative_id=collaborative_id, person_id=by, hidden_at=None))


def take_comfort_back(own, *, by) -> None:
    """The words are gone from the page, and no helper reads them any more."""
    empty = {"with_technology": "", "with_numbers": "", "device": "", "reach_by": "", "words": ""}
    Comfort.objects.filter(pk=own.pk).update(**empty)
    taking_away.hide(own, by=by)
