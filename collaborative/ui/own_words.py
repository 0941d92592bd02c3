"""What the project team wrote once for everybody, said in the words of whoever reads it.

Names of numbers, drivers, dates and the like are written in one language. A phrase book may know how the reader's
language says them; where it does not, they stay as they were written, and a page says in which language that is.
What people write about their own work is theirs and never goes through here.

A line is the unit: of a text of several lines each is looked up, so that a better word in one leaves the others said.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

_book = ContextVar("phrase_book", default=None)
_shelf = []


def read_books_with(read) -> None:
    """`read(collaborative_id, language)` gives the phrases of a collaborative: {key of the source: words}."""
    _shelf[:] = [read]


class PhraseBook:
    """The phrases of one collaborative: each language is read once, when a text of another language asks for it."""

    def __init__(self, collaborative):
        self._collaborative = collaborative  # gives the collaborative's id, or None outside of any
        self._read = {}

    def find(self, line: str, language: str) -> str | None:
        if language not in self._read:
            collaborative_id = self._collaborative()
            self._read[language] = _shelf[0](collaborative_id, language) if collaborative_id and _shelf else {}
        return self._read[language].get(key_of(line))


def key_of(text: str) -> str:
    """What a text is found by: its words, however they are spaced."""
    return " ".join(text.split())


@contextmanager
def book_of(collaborative_id):
    """Read from the phrase book of this collaborative: mails, letters, reports."""
    with _opened(PhraseBook(lambda: collaborative_id)):
        yield


@contextmanager
def _opened(book):
    token = _book.set(book)
    try:
        yield
    finally:
        _book.reset(token)


def open_book(get_response):
    """Each request reads from the phrase book of the collaborative it turns out to be about."""

    def middleware(request):
        with _opened(PhraseBook(partial(_collaborative_of, request))):
            return get_response(request)

    return middleware


def _collaborative_of(request):
    return getattr(getattr(request, "actor", None), "collaborative_id", None)


def in_own_words(text: str, written_in: str = settings.LANGUAGE_CODE) -> str:
    """`text` in the reader's language, as far as the book knows it; for sentences, forms, mails and attributes."""
    reader = language_of_reader()
    if not text or reader == written_in:
        return text or ""
    return "\n".join(_find(line, reader) or line for line in text.splitlines())


def shown_in_own_words(text: str, written_in: str = settings.LANGUAGE_CODE) -> SafeString:
    """The same for a page: each line that stays as it was written says in which language that is."""
    reader = language_of_reader()
    if not text or reader == written_in:
        return escape(text or "")
    return mark_safe("\n".join(_shown(line, reader, written_in) for line in text.splitlines()))


def _shown(line, reader, written_in):
    words = _find(line, reader)
    if words is None and line.strip():
        return format_html('<span lang="{}">{}</span>', written_in, line)
    return escape(words or line)


def _find(line, reader):
    book = _book.get()
    return book.find(line, reader) if book else None


def language_of_reader() -> str:
    """The language of the moment, without its country."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]
