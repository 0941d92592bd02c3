"""The only writes of drafts."""

from django.db.models import F, PositiveIntegerField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there

from .models import Draft

MOST = 200  # drafts of one person; ours: beyond them the one untouched for longest makes room


def keep_draft(*, form: str, thing_id, words: dict, by, opened_version=None) -> Draft:
    """Keep what `by` has typed so far in `form` about `thing_id`; the latest words replace the earlier ones.

    `opened_version`: the record's version when this form was opened. A draft goes on from the version it was begun at:
    opening the form again, with its words in it, does not make them newer.
    """
    key = {"author_id": by, "form": form, "thing_id": thing_id}
    words = _readable(words)
    draft = Draft(**key, words=words, opened_version=opened_version)
    if not Draft.objects.filter(**key).exists() and add_unless_there(draft):
        _make_room(by)
        return draft
    Draft.objects.filter(**key).update(
        words=words,
        opened_version=Coalesce("opened_version", Value(opened_version, output_field=PositiveIntegerField())),
        version=F("version") + 1,
        updated_at=timezone.now(),
    )
    return Draft.objects.get(**key)


def _readable(words):
    """Without signs that no database keeps: the null character, halves of a pair."""
    if isinstance(words, dict):
        return {_readable(name): _readable(value) for name, value in words.items()}
    if isinstance(words, list):
        return [_readable(value) for value in words]
    return words.replace("\0", "").encode(errors="ignore").decode() if isinstance(words, str) else words


def _make_room(by):
    """What was typed last is kept; of more than anybody has open, the oldest goes."""
    beyond = Draft.objects.filter(author_id=by).order_by("-updated_at", "-pk").values("pk")[MOST:]
    Draft.objects.filter(author_id=by, pk__in=beyond).delete()


def draft_of(*, form: str, thing_id, by) -> Draft | None:
    """The unsaved words of `by` in `form` about `thing_id`, with the version they were begun at."""
    return Draft.objects.filter(author_id=by, form=form, thing_id=thing_id).first()


def words_of(*, form: str, thing_id, by) -> dict:
    """The unsaved words of `by` in `form` about `thing_id`, empty where there are none."""
    draft = draft_of(form=form, thing_id=thing_id, by=by)
    return draft.words if draft else {}


def drop_draft(*, form: str, thing_id, by) -> None:
    """The words were saved, or are no longer wanted."""
    Draft.objects.filter(author_id=by, form=form, thing_id=thing_id).delete()
