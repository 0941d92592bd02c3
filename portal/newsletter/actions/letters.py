"""Issues: begun from what happened, edited, sent in ten minutes, stopped until then."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from collaborative.isolation.locking import save_if_unchanged

from .. import rules, sources
from ..enums import Section
from ..models import Letter, Piece
from .pieces import add, take


class NotStopped(Exception):
    """It has left already."""


class NothingInIt(Exception):
    """No words and nothing that happened stand in it."""


def last_shown(collaborative_id) -> dict:
    """{team: when an issue showed it last}."""
    rows = Piece.objects.shown().filter(collaborative_id=collaborative_id, letter__sent_at__isnull=False)
    rows = rows.filter(letter__hidden_at=None, team__isnull=False).order_by()
    return dict(rows.values_list("team_id").annotate(Max("letter__sent_at")))


@transaction.atomic
def begin(*, collaborative_id, title, by, on, reader=None, language="en", since=None, proposing=True) -> Letter:
    """A new issue, with what happened since the last one put in, unless told not to.

    `reader`: the editor, whose own rights hold besides.
    """
    before = Letter.objects.shown().filter(collaborative_id=collaborative_id).sent().first()
    if since is None:
        since = timezone.localdate(before.sent_at) if before else on - rules.FIRST_BACK
    letter = Letter.objects.create(
        collaborative_id=collaborative_id, author=by, title=title, since=since, language=language
    )
    if proposing:
        _propose(letter, by=by, on=on, reader=reader)
    return letter


def _propose(letter, *, by, on, reader):
    """A few of each, so that many teams have their turn and none comes twice before all others came."""
    found, shown = sources.new_since(letter, reader, on), last_shown(letter.collaborative_id)
    add(letter, Section.WORDS, by=by)
    already = []
    for section in (Section.THEME, Section.CELEBRATION, Section.TRY, Section.QUESTION, Section.SHELF):
        rows = found[section]
        if section in (Section.CELEBRATION, Section.TRY):
            rows = rules.in_turn(rows, shown, already)
        for row in rows[: rules.STARTS_WITH[section]]:
            take(letter, section, row, by=by)
            already.append(getattr(row, "team_id", None))
    add(letter, Section.WELCOME, by=by)
    add(letter, Section.DATES, by=by)


def change_letter(letter, version, *, by, **changes) -> None:
    """Another title. Raises ChangedMeanwhile."""
    save_if_unchanged(letter, version, **changes)


@transaction.atomic
def send(letter, version, *, lines, by, now) -> None:
    """It leaves in ten minutes, unless somebody stops it. `lines`: what stands in it as its readers would see it.

    Raises NothingInIt, or ChangedMeanwhile where somebody changed it after this page was opened.
    """
    if not lines:
        raise NothingInIt
    save_if_unchanged(letter, version, leaves_at=now + rules.STOPPABLE)


def stop(letter, *, by) -> None:
    """It does not leave; it is a draft again. Raises NotStopped where it has left."""
    if not Letter.objects.filter(pk=letter.pk, sent_at=None).update(leaves_at=None, version=F("version") + 1):
        raise NotStopped


def hide_letter(letter, *, by) -> None:
    """Put a draft aside; one that was sent stays in the archive. Raises NotStopped for one that has left."""
    rows = Letter.objects.filter(pk=letter.pk, sent_at=None)
    changes = {"hidden_at": timezone.now(), "hidden_by_id": by.pk, "leaves_at": None}
    if not rows.update(**changes, version=F("version") + 1):
        raise NotStopped


def show_letter(letter, *, by) -> None:
    """Undo `hide_letter`."""
    Letter.objects.filter(pk=letter.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)
