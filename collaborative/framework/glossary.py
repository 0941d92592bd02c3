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
        language = self.actor.person["language"] or FALLBACK
        rows = list(
            GlossaryTerm.objects.visible_to(self.actor)
            .filter(collaborative_id=self.actor.collaborative_id, language__in={language, FALLBACK})
            .in_order()
        )
        rows.sort(key=lambda row: row.language == language)  # the reader's own language comes last and stays
        return {name.casefold(): (row.term, row.text) for row in rows for name in (*row.also, row.term)}


def glossary_of(request) -> Glossary:
    """The glossary of the page that is being made: one for each request, at most one query."""
    if not hasattr(request, "glossary"):
        request.glossary = Glossary(request.actor)
    return request.glossary
