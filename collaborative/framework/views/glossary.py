"""The words of the field, each in one plain sentence."""

from itertools import groupby

from django.shortcuts import render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from ..models import GlossaryTerm

LONGEST = 60  # of a word one looks for


@collaborative_page("framework", "read")
def glossary(request):
    """All words by their first letter; `?q=` keeps those that hold what one looks for."""
    actor = request.actor
    asked = request.GET.get("q", "").strip()[:LONGEST]
    terms = list(GlossaryTerm.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).in_order())
    found = [term for term in terms if holds(term, asked)]
    letters = [
        {"letter": letter, "terms": list(group)} for letter, group in groupby(found, lambda term: term.term[0].upper())
    ]
    return render(
        request,
        "framework/glossary.html",
        {"letters": letters, "asked": asked, "any": bool(terms), "may_write": can(actor, "write", "framework")},
    )


def holds(term, asked: str) -> bool:
    """Whether `asked` stands in the term, its other names or its meaning; nothing asked stands in all."""
    text = " ".join((term.term, term.text, *term.also)).casefold()
    return asked.casefold() in text
