"""The only writes of drafts."""

from django.db.models import F
from django.utils import timezone

from .models import Draft


def keep_draft(*, form: str, thing_id, words: dict, by, opened_version=None) -> Draft:
    """Keep what `by` has typed so far in `form` about `thing_id`; the latest words replace the earlier ones.

    `opened_version`: the record's version when this form was opened. A draft goes on from the version it was begun at:
    opening the form again, with its words in it, does not make them newer.
    """
    values = {"words": words, "opened_version": opened_version}
    draft, made = Draft.objects.get_or_create(author_id=by, form=form, thing_id=thing_id, defaults=values)
    if not made:
        begun_at = draft.opened_version if draft.opened_version is not None else opened_version
        Draft.objects.filter(pk=draft.pk).update(
            words=words, opened_version=begun_at, version=F("version") + 1, updated_at=timezone.now()
        )
        draft.refresh_from_db()
    return draft


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
