"""The illustrated guide: a role's steps, one step at a time with its picture, and all of them on paper."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Organization
from collaborative.ui.own_words import language_of_reader
from portal.papers.press import PDF, pdf_of
from portal.papers.sizes import paper_of

from ..guide import GUIDES, HEIGHT, WIDTH, picture_of
from ..guide.paper import TEMPLATE, words_of


@collaborative_page("home", "read")
def guide(request):
    """The guide of the reader's own role; who has none chooses one to look at."""
    own = next((GUIDES[role] for role in request.actor.roles if role in GUIDES), None)
    if own:
        return redirect("help:guide_of", *_place(request.actor), own.role)
    return render(request, "help/guide_choose.html", {"guides": _all()})


@collaborative_page("home", "read")
def guide_of(request, role):
    """The steps of a role, as a list."""
    return render(request, "help/guide.html", {"guide": _found(role), "guides": _all(role)})


@collaborative_page("home", "read")
def guide_step(request, role, step):
    """One step: what to do, and a picture of the page it is about."""
    found = _found(role)
    this = found.step(step)
    if this is None:
        raise Http404
    before, after = found.around(this)
    context = {
        "guide": found,
        "step": this,
        "number": found.steps.index(this) + 1,
        "before": before,
        "after": after,
        "picture": picture_of(found, this, _language()),
        "width": WIDTH,
        "height": HEIGHT,
        "page_url": _page_url(request.actor, found, this),
    }
    return render(request, "help/guide_step.html", context)


@collaborative_page("home", "read")
def guide_file(request, role):
    """The whole guide of a role as a PDF, to print and to read aloud."""
    found = _found(role)
    paper = paper_of(Organization.objects.get(pk=request.actor.organization_id).country)
    words = words_of(found, language=_language(), paper=paper, collaborative=request.actor.collaborative_name)
    answer = HttpResponse(pdf_of(TEMPLATE, words, day=request.actor.today), content_type=PDF)
    answer["Content-Disposition"] = f'inline; filename="{found.role}.pdf"'
    return answer


def _found(role):
    try:
        return GUIDES[role]
    except KeyError as unknown:
        raise Http404 from unknown


def _all(but=""):
    return [guide for role, guide in GUIDES.items() if role != but]


def _place(actor):
    return [actor.organization_slug, actor.collaborative_slug]


def _language():
    """Pictures are there in the languages this place is spoken in."""
    reader = language_of_reader()
    return reader if reader in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _page_url(actor, guide, step):
    """Where the page itself is, for whom the guide is."""
    if step.is_of_a_row or not actor.has_role(guide.role) or actor.is_closed:
        return ""
    return reverse(step.page, args=_place(actor))
