"""The words of the field on a page: read once, however many of them the page explains."""

from .models import GlossaryTerm

FALLBACK = "en"


class Glossary:
    """A collaborative's words, found by any of their names, large or small letters; read when first asked."""

    def __init__(self, actor):
        self.actor = actor
        self._meanings = None

    def meaning(self, word: str) -> tuple[str, str] | None:
        """(the term, what it means in plain words), in the reader's language where there is one; None if unknown."""
        if self._meanings is None:
            self._meanings = self._read()
        return self._meanings.get(word.strip().casefold())

    def _read(self):
        rows = terms_for(self.actor)
        rows.sort(key=lambda row: row.language != FALLBACK)  # the reader's own language comes last and stays
        return {name.casefold(): (row.term, row.text) for row in rows for name in names(row)}


def terms_for(actor) -> list[GlossaryTerm]:
    """The words of the collaborative in the reader's language, as in a dictionary; in English where it has no other."""
    language = actor.person["language"] or FALLBACK
    rows = (
        GlossaryTerm.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id, language__in={language, FALLBACK})
        .in_order()
    )
    own = {name.casefold() for row in rows if row.language == language for name in names(row)}
    return [row for row in rows if row.language == language or row.term.casefold() not in own]


def names(row) -> tuple[str, ...]:
    return (*row.also, row.term)


def glossary_of(request) -> Glossary:
    """The glossary of the page that is being made: one for each request, at most one query."""
    if not hasattr(request, "glossary"):
        request.glossary = Glossary(request.actor)
    return request.glossary
