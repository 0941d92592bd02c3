"""The words of the field, each in one plain sentence."""

from itertools import groupby
from unicodedata import normalize

from django.shortcuts import render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from ..glossary import terms_for

LONGEST = 60  # of a word one looks for


@collaborative_page("framework", "read")
def glossary(request):
    """All words by their first letter; `?q=` keeps those that hold what one looks for."""
    actor = request.actor
    asked = request.GET.get("q", "").strip()[:LONGEST]
    terms = terms_for(actor)
    found = [term for term in terms if holds(term, asked)]
    letters = [{"letter": letter, "terms": list(group)} for letter, group in groupby(found, first_letter)]
    return render(
        request,
        "framework/glossary.html",
        {"letters": letters, "asked": asked, "any": bool(terms), "may_write": can(actor, "write", "framework")},
    )


def first_letter(term) -> str:
    """The large letter a term stands under, without its accent: "Ámbito" stands under A."""
    return normalize("NFD", term.term)[0].upper()


def holds(term, asked: str) -> bool:
    """Whether `asked` stands in the term, its other names or its meaning; nothing asked stands in all."""
    text = " ".join((term.term, term.text, *term.also)).casefold()
    return asked.casefold() in text
