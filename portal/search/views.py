"""One search over everything one may see."""

from django.shortcuts import render
from django.urls import reverse

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from . import pages
from .asking import Question

PER_PAGE = 15


@collaborative_page("home", "read")
def search(request):
    """What answers the words, the best first; by kind, by time, or one's own."""
    actor = request.actor
    question = Question.of(request.GET, actor)
    if not question.typed.words:
        examples = [{"words": words, "address": question.address(words=words)} for words in pages.EXAMPLES]
        return render(request, "search/search.html", {"question": question, "examples": examples})
    context = {
        "question": question,
        "answer": pages.answer_to(question, actor, request.GET.get("page"), PER_PAGE),
        "ask_url": _ask_url(actor),
    }
    return render(request, "search/search.html", context)


def _ask_url(actor):
    """Where the words become a question to everybody; "" for who asks nothing here."""
    if not can(actor, "write", "post"):
        return ""
    address = reverse("discussion:post_write", args=[actor.organization_slug, actor.collaborative_slug])
    return f"{address}?kind=question"
