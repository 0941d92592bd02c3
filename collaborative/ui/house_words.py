"""Speaking in a collaborative's own words: while they are in force, every translated sentence is said with them.

`speaking(vocabulary)` is opened by the door of a collaborative's pages, and by whatever writes a letter or a report
for one. Words that people wrote never pass through here.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from . import nouns

LANGUAGES = tuple(nouns.OURS)
_in_force: ContextVar[dict | None] = ContextVar("house_words", default=None)


@contextmanager
def speaking(vocabulary):
    """Within the block sentences are said in these words; {} or None: in ours."""
    token = _in_force.set({language: words for language in LANGUAGES if (words := _kept(vocabulary, language))})
    try:
        yield
    finally:
        _in_force.reset(token)


def _kept(vocabulary, language):
    return nouns.words_of(vocabulary, language) if vocabulary else ()


def is_speaking() -> bool:
    """Whether anybody's own words are in force."""
    return bool(_in_force.get())


def say(text: str, language: str) -> str:
    """A sentence of this language in the words in force."""
    words = (_in_force.get() or {}).get(language)
    return _said(text, language, words) if words else text


@lru_cache(maxsize=16_384)  # a few vocabularies, each with the sentences of the pages people open
def _said(text, language, words):
    return nouns.say(text, language, words)
