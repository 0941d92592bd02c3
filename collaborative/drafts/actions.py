"""The only writes of drafts."""

from django.db.models import F

from .models import Draft


def keep_draft(*, form: str, thing_id, words: dict, by) -> Draft:
    """Keep what `by` has typed so far in `form` about `thing_id`; the latest words replace the earlier ones."""
    draft, made = Draft.objects.get_or_create(author_id=by, form=form, thing_id=thing_id, defaults={"words": words})
    if not made:
        Draft.objects.filter(pk=draft.pk).update(words=words, version=F("version") + 1)
        draft.refresh_from_db()
    return draft


def words_of(*, form: str, thing_id, by) -> dict:
    """The unsaved words of `by` in `form` about `thing_id`, empty where there are none."""
    draft = Draft.objects.filter(author_id=by, form=form, thing_id=thing_id).first()
    return draft.words if draft else {}


def drop_draft(*, form: str, thing_id, by) -> None:
    """The words were saved, or are no longer wanted."""
    Draft.objects.filter(author_id=by, form=form, thing_id=thing_id).delete()
