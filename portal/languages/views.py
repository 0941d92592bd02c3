"""In other languages: the project team's page on which every text of the collaborative is said in another one."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.drafts.actions import drop_draft
from collaborative.framework.templates import UnknownTemplate, template_phrases
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Collaborative, Person
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.wording.actions import show_phrase, take_in
from collaborative.wording.enums import Standing
from collaborative.wording.models import Phrase

from . import book, taking_in
from .sources import PLACES, texts_of

PER_PAGE = 20
RESOURCE = "framework"


class Chosen:
    """What of the book is looked at, as the address says it."""

    def __init__(self, asked):
        codes = [code for code, _name in book.languages()]
        self.language = asked.get("language") if asked.get("language") in codes else codes[0]
        self.place = asked.get("place") if asked.get("place") in PLACES else ""
        self.show = asked.get("show") if asked.get("show") in (book.NEEDS, book.CHECK) else ""
        self.page = asked.get("page", "")

    @property
    def language_name(self):
        return dict(book.languages())[self.language]

    def address(self, request, name="text_list", **more):
        place = [request.actor.organization_slug, request.actor.collaborative_slug]
        asked = {"language": self.language, "place": self.place, "show": self.show, "page": self.page, **more}
        return f"{reverse(f'languages:{name}', args=place)}?{urlencode({k: v for k, v in asked.items() if v})}"


@collaborative_page(RESOURCE, "write")
def text_list(request):
    """The texts, twenty a page, each beside its box."""
    chosen = Chosen(request.GET)
    texts, phrases = texts_of(request.actor), book.phrases_of(request.actor, chosen.language)
    rows = book.rows_of(texts, phrases, place=chosen.place, show=chosen.show)
    page = Paginator(rows, PER_PAGE).get_page(chosen.page)
    book.lay_typed_over(request.actor, chosen.language, page.object_list, phrases)
    return _show(request, chosen, phrases, page.object_list, page=page)


@collaborative_page(RESOURCE, "write", methods=("POST",))
def text_save(request):
    """Save the boxes that were touched; what cannot be saved stands on the page again, with why."""
    actor, chosen = request.actor, Chosen(request.POST)
    texts, phrases = texts_of(actor), book.phrases_of(actor, chosen.language)
    rows = {row.key: row for row in book.rows_of(texts, phrases)}
    here = {"collaborative": _collaborative(actor), "language": chosen.language, "by": _me(actor)}
    taken = taking_in.take_in(request.POST, rows, **here)
    if taken.needs_a_look or taken.homeless:
        sent = [rows[key] for key in book.keys_in(request.POST) if key in rows]
        status = HTTPStatus.CONFLICT if taken.is_conflict else HTTPStatus.OK
        return _show(request, chosen, phrases, sent, taken=taken, status=status)
    drop_draft(
        form=book.form_of(actor, chosen.language),
        thing_id=book.draft_id_of(book.keys_in(request.POST)),
        by=actor.person_id,
    )
    return HttpResponseRedirect(_after(request, chosen, taken, phrases))


def _after(request, chosen, taken, phrases):
    """Back to the same page; of a single text that was emptied the way back is offered."""
    if not taken.saved:
        messages.info(request, _("Nothing was changed."))
    elif taken.saved != len(taken.gone):
        said = ngettext("%(number)s text is saved.", "%(number)s texts are saved.", taken.saved)
        messages.success(request, said % {"number": taken.saved})
    gone = {"gone": phrases[taken.gone[0]].pk} if len(taken.gone) == 1 else {}
    return chosen.address(request, **gone)


@collaborative_page(RESOURCE, "write")
def text_sheet(request):
    """Two columns to print, for somebody who checks the words with a pen."""
    chosen = Chosen(request.GET)
    texts, phrases = texts_of(request.actor), book.phrases_of(request.actor, chosen.language)
    rows = book.rows_of(texts, phrases, place=chosen.place, show=chosen.show)
    parts = [(name, [row for row in rows if row.place == place]) for place, name in PLACES.items()]
    context = {"chosen": chosen, "parts": [part for part in parts if part[1]], "back_url": chosen.address(request)}
    return render(request, "languages/text_sheet.html", context)


@collaborative_page(RESOURCE, "write", methods=("POST",))
def text_take(request):
    """Take over what the template brings and nobody has said yet."""
    actor, chosen = request.actor, Chosen(request.POST)
    collaborative = _collaborative(actor)
    phrases = book.phrases_of(actor, chosen.language)
    brought = _from_template(collaborative, chosen.language, phrases)
    here = {"collaborative": collaborative, "language": chosen.language, "standing": Standing.TEMPLATE, "by": None}
    taken = take_in(phrases=brought, **here)
    said = ngettext("%(number)s text was taken over.", "%(number)s texts were taken over.", taken)
    messages.success(request, said % {"number": taken})
    return HttpResponseRedirect(chosen.address(request))


@collaborative_page(RESOURCE, "write", methods=("POST",))
def phrase_show(request, phrase_id):
    """Bring back words that were taken away."""
    rows = Phrase.objects.hidden_for(request.actor).filter(collaborative_id=request.actor.collaborative_id)
    phrase = get_object_or_404(rows, pk=phrase_id)
    show_phrase(phrase, by=_me(request.actor))
    return HttpResponseRedirect(Chosen({"language": phrase.language}).address(request))


def _from_template(collaborative, language, phrases):
    """{a text of the template nobody has said yet: what it brings for it}"""
    try:
        brought = template_phrases(collaborative.template_key).get(language, {})
    except UnknownTemplate:
        return {}
    return {source: words for source, words in brought.items() if source not in phrases}


def _show(request, chosen, phrases, rows, *, page=None, taken=None, status=HTTPStatus.OK):
    actor = request.actor
    draft = [actor.organization_slug, actor.collaborative_slug, book.form_of(actor, chosen.language)]
    context = {
        "chosen": chosen,
        "languages": book.languages(),
        "places": [(key, name, chosen.address(request, place=key, page="")) for key, name in _places()],
        "shows": [(key, name, chosen.address(request, show=key, page="")) for key, name in _shows(chosen)],
        "rows": rows,
        "page": page,
        "taken": taken,
        "was_machine_made": bool(request.POST.get(book.MACHINE)),
        "brought": len(_from_template(_collaborative(actor), chosen.language, phrases)),
        "draft_url": reverse("drafts:draft_save", args=[*draft, book.draft_id(rows)]),
        "sheet_url": chosen.address(request, "text_sheet", page=""),
        "gone": _just_gone(request),
        "form_key": new_form_key(),
    }
    return render(request, "languages/text_list.html", context, status=status)


def _places():
    return [("", _("All of them")), *PLACES.items()]


def _shows(chosen):
    needs = _("Needs %(language)s") % {"language": chosen.language_name}
    return [("", _("All texts")), (book.NEEDS, needs), (book.CHECK, _("Please check"))]


def _just_gone(request):
    """The words this person just took away, offered back."""
    try:
        wanted = UUID(request.GET.get("gone", ""))
    except ValueError:
        return None
    return Phrase.objects.hidden_for(request.actor).filter(pk=wanted).first()


def _collaborative(actor):
    return Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id)


def _me(actor):
    return Person.objects.get(pk=actor.person_id)
