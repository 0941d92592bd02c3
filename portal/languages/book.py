"""The phrase book as the project team works on it: one row for each text, with what is said and what is typed."""

import hashlib
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from collaborative.drafts.models import Draft
from collaborative.ui.dates import short_day
from collaborative.ui.own_words import language_of_reader
from collaborative.wording.enums import Standing
from collaborative.wording.models import Phrase

NEEDS, CHECK = "needs", "check"
TALLEST, LETTERS = 16, 44  # lines of a box, and letters in one
NAMESPACE = uuid.UUID("0b6f6a35-5e0f-4f0e-9d52-4c1d6a0b8f11")  # for ids of drafts of a page of rows
BOX, READ, MACHINE = "words_{}", "read", "machine"  # names of boxes


@dataclass
class Row:
    """A text and its box. `theirs`: what somebody else saved meanwhile; `typed_before`: own words from before that."""

    source: str
    place: str
    words: str = ""
    version: int = 0
    said_by: str = ""
    is_machine_made: bool = False
    is_read: bool = False
    opened_as: str = ""
    is_unsaved: bool = False
    typed_before: str = ""
    problem: str = ""
    theirs: str | None = None

    @property
    def key(self):
        return key_of(self.source)

    @property
    def lines(self):
        """How tall its box is, so that what stands in it can be read."""
        return min(TALLEST, 1 + max(len(self.source), len(self.words)) // LETTERS)


def key_of(source: str) -> str:
    """A short name for a text's boxes, the same on every page it stands on."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def digest(words: str) -> str:
    """What a box held when it was opened: a box nobody touched is left alone, whoever saved it meanwhile."""
    return key_of(f"opened {words}")


def languages() -> list[tuple[str, str]]:
    """(code, name) of the languages people read here besides the one collaboratives are written in."""
    codes = [code for code in settings.SPOKEN_LANGUAGES if code != settings.LANGUAGE_CODE]
    return [(code, _inside_a_sentence(get_language_info(code)["name_translated"])) for code in codes]


def _inside_a_sentence(name):
    """English writes languages with a capital letter, others do not."""
    return name if language_of_reader() == "en" else name.lower()


def phrases_of(actor, language) -> dict:
    """{source: Phrase} of this collaborative."""
    rows = Phrase.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).into(language)
    rows = rows.select_related("written_by").only(
        "source", "words", "version", "standing", "written_at", "written_by__first_name", "written_by__family_name"
    )
    return {row.source: row for row in rows}


def rows_of(texts, phrases, *, place="", show="") -> list[Row]:
    """The rows of a place, or of all; `show`: only those that need words, or only those to check."""
    found = []
    for source, where in texts.items():
        phrase = phrases.get(source)
        is_asked = {NEEDS: phrase is None, CHECK: phrase is not None and phrase.standing == Standing.MACHINE}
        if place in ("", where) and is_asked.get(show, True):
            found.append(_row(source, where, phrase))
    return found


def _row(source, place, phrase):
    if phrase is None:
        return Row(source, place, opened_as=digest(""))
    return Row(
        source,
        place,
        phrase.words,
        phrase.version,
        _said_by(phrase),
        phrase.standing == Standing.MACHINE,
        opened_as=digest(phrase.words),
    )


def _said_by(phrase):
    if phrase.written_by is None:
        return phrase.get_standing_display()
    words = {"name": phrase.written_by.full_name, "day": short_day(phrase.written_at)}
    if phrase.standing == Standing.MACHINE:
        return _("Machine-made, please check. Put here by %(name)s, %(day)s") % words
    return _("Written by %(name)s, %(day)s") % words


def form_of(actor, language) -> str:
    """The name under which drafts of this book are kept."""
    return f"texts-{language}-{actor.collaborative_id.hex[-12:]}"


def draft_id(rows) -> uuid.UUID:
    """One draft for each page of rows, whichever filter led there."""
    return draft_id_of([row.key for row in rows])


def draft_id_of(keys) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, " ".join(keys))


def keys_in(sent) -> list[str]:
    """The keys of the rows whose boxes were sent, in their order."""
    before = BOX.format("")
    return [name.removeprefix(before) for name in sent if name.startswith(before)]


def lay_typed_over(actor, language, rows, phrases) -> None:
    """Words typed and not saved stand in their boxes; beside them where somebody saved the same text since."""
    drafts = Draft.objects.filter(author_id=actor.person_id, form=form_of(actor, language))
    typed = {}
    for draft in drafts.order_by("updated_at", "pk"):
        typed |= {name: (value, draft.updated_at) for name, value in draft.words.items()}
    for row in rows:
        words, typed_at = typed.get(BOX.format(row.key), ("", None))
        phrase = phrases.get(row.source)
        if not isinstance(words, str) or not words.strip() or words == row.words:
            continue
        if phrase is not None and phrase.written_at > typed_at:
            row.typed_before = words
        else:
            row.words, row.is_unsaved = words, True
