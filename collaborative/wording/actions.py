"""The only writes of the phrase book. `by` is a Person, None for a command."""

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged
from collaborative.ui.own_words import key_of

from .enums import Standing
from .models import Phrase

WRITTEN_IN = settings.LANGUAGE_CODE  # what collaboratives and templates are written in


def take_in(*, collaborative, language, phrases, standing, by) -> int:
    """Add `phrases` {source: words} to the book; what somebody has said already stays. Says how many were added."""
    there = Phrase.objects.as_book(collaborative.pk, language)
    now = timezone.now()
    new = [
        Phrase(
            collaborative=collaborative,
            source=source,
            source_language=WRITTEN_IN,
            language=language,
            words=words,
            standing=standing,
            written_by=by,
            written_at=now,
        )
        for source, words in phrases.items()
        if source not in there
    ]
    return len(Phrase.objects.bulk_create(new))


def say_phrase(*, collaborative, source, language, words, version, by, is_machine_made=False):
    """How `source` is said in `language`; no words take away what was said. The phrase as it is then, or None.

    `version`: of the phrase when its box was opened, 0 where there was none. Raises ChangedMeanwhile.
    """
    source = key_of(source)
    said = {
        "words": words,
        "standing": Standing.MACHINE if is_machine_made else Standing.PERSON,
        "written_by": by,
        "written_at": timezone.now(),
    }
    here = Phrase.objects.shown().filter(
        organization_id=current_organization_id(), collaborative=collaborative, source=source, language=language
    )
    phrase = here.first()
    if phrase is None and not words:
        return None
    if phrase is None:
        return _add(Phrase(collaborative=collaborative, source=source, language=language, **said), here)
    if not words:
        said = {"hidden_at": timezone.now(), "hidden_by_id": by.pk if by else None}
    save_if_unchanged(phrase, version, **said)
    return phrase if words else None


def _add(phrase, here):
    if not add_unless_there(phrase):
        raise ChangedMeanwhile(here.get())
    return phrase


def show_phrase(phrase, *, by) -> None:
    """Bring back words that were taken away, unless others were written in the meantime."""
    same = {name: getattr(phrase, name) for name in ("organization_id", "collaborative_id", "source", "language")}
    if not Phrase.objects.shown().filter(**same).exists():
        Phrase.objects.filter(pk=phrase.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)
