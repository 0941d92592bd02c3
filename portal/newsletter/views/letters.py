"""Issues: the archive, one as a page and as a mail, editing, sending in ten minutes, stopping it."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, editing, mails
from ..forms import LetterForm, VersionForm
from ..lines import lines_of
from ..models import Letter, Piece
from .fetching import letter_for, me, place, place_of, to_editing

PER_PAGE = 20


@collaborative_page("letter", "read")
def letter_list(request):
    """All issues that were sent, and for who writes them those being written."""
    letters = Letter.objects.here(request.actor)
    page = Paginator(letters.sent(), PER_PAGE).get_page(request.GET.get("page"))
    may_write = can(request.actor, "write", "letter")
    drafts = list(letters.being_written()) if may_write else []
    asked = list(Piece.objects.as_guest(request.actor, "write").filter(text="").order_by("pk"))
    context = {"page": page, "drafts": drafts, "may_write": may_write, "asked": asked, "form_key": new_form_key()}
    return render(request, "newsletter/letter_list.html", context)


@collaborative_page("letter", "write", methods=("POST",))
def letter_begin(request):
    """A new issue with what happened since the last one already in it; one that is being written is gone on with."""
    actor = request.actor
    draft = Letter.objects.within(actor, "write").filter(collaborative_id=actor.collaborative_id).being_written()
    letter = draft.first() or actions.begin(
        collaborative_id=actor.collaborative_id, by=me(request), on=actor.today, reader=actor,
        title=capfirst(date_format(actor.today, "YEAR_MONTH_FORMAT")), language=actor.person["language"],
    )  # fmt: skip
    return to_editing(request, letter.pk)


@collaborative_page("letter", "read")
def letter_detail(request, letter_id):
    """An issue as a page."""
    letter = letter_for(request, "read", letter_id)
    may_write = can_on_rung(request.actor, "write", "letter", letter)
    context = {"letter": letter, "lines": _lines(request, letter), "may_write": may_write}
    return render(request, "newsletter/letter_detail.html", context)


def _lines(request, letter):
    pieces = list(Piece.objects.visible_to(request.actor).of(letter))
    return lines_of(letter, pieces, place_of(request), today=_day(request, letter), reader=request.actor)


def _day(request, letter):
    """An issue that was sent keeps telling the dates it told; one that is written tells today's."""
    return timezone.localdate(letter.sent_at) if letter.sent_at else request.actor.today


@collaborative_page("letter", "write", methods=("GET", "POST"))
def letter_edit(request, letter_id):
    """The title, the pieces in their order, and what else could go in."""
    letter = letter_for(request, "write", letter_id)
    form, theirs = LetterForm(request.POST or None, initial={"version": letter.version, "title": letter.title}), None
    if form.is_valid():
        try:
            actions.change_letter(
                letter, form.cleaned_data["version"], by=me(request), title=form.cleaned_data["title"]
            )
        except ChangedMeanwhile as other:
            theirs = other.current
            form = LetterForm(initial={"version": theirs.version, "title": form.cleaned_data["title"]})
        else:
            return to_editing(request, letter.pk)
    context = {
        "letter": letter, "form": form, "theirs": theirs, "form_key": new_form_key(),
        **editing.desk(request.actor, letter, place_of(request), request.GET.get("dropped")),
    }  # fmt: skip
    return render(request, "newsletter/letter_edit.html", context)


@collaborative_page("letter", "write")
def letter_mail(request, letter_id):
    """The mail as it would arrive, for the eyes of who writes it: nothing in it can do anything."""
    letter = letter_for(request, "write", letter_id)
    nowhere = mails.WayOut(request.actor.collaborative_name, "#", "#", "#")
    lines = _lines(request, letter)
    page_url = settings.PUBLIC_ADDRESS + place_of(request).url("newsletter:letter_detail", letter.pk)
    if "text" in request.GET:
        context = {"letter": letter, "text": mails.text_of(letter, lines, page_url, nowhere)}
        return render(request, "newsletter/letter_text.html", context)
    answer = HttpResponse(mails.html_of(letter, lines, page_url, nowhere))
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    return answer


@collaborative_page("letter", "write", methods=("POST",))
def letter_send(request, letter_id):
    """It leaves in ten minutes."""
    letter, form = letter_for(request, "write", letter_id), VersionForm(request.POST)
    lines = [line for line in _lines(request, letter) if not mails.makes_itself(line)]
    if not form.is_valid():
        return to_editing(request, letter.pk)
    try:
        actions.send(letter, form.cleaned_data["version"], lines=lines, by=me(request), now=timezone.now())
    except ChangedMeanwhile:
        messages.info(request, _("Somebody changed this issue just now. Please look at it once more."))
    except actions.NothingInIt:
        messages.info(request, _("Nothing stands in it yet. Take something in, or write a few words."))
    else:
        messages.success(request, _("It leaves in ten minutes. Until then you can stop it."))
    return to_editing(request, letter.pk)


@collaborative_page("letter", "write", methods=("POST",))
def letter_stop(request, letter_id):
    """It does not leave."""
    letter = letter_for(request, "read", letter_id)
    try:
        actions.stop(letter, by=me(request))
    except actions.NotStopped:
        messages.info(request, _("It has left already."))
        return redirect("newsletter:letter_detail", *place(request), letter.pk)
    messages.success(request, _("Stopped. Nobody got it, and it is a draft again."))
    return to_editing(request, letter.pk)


@collaborative_page("letter", "write", methods=("POST",))
def letter_hide(request, letter_id):
    """Put a draft aside; the next page brings it back by one tap."""
    letter = letter_for(request, "write", letter_id)
    actions.hide_letter(letter, by=me(request))
    return render(request, "newsletter/letter_hidden.html", {"letter": letter, "form_key": new_form_key()})


@collaborative_page("letter", "write", methods=("POST",))
def letter_show(request, letter_id):
    """Bring a draft back."""
    hidden = Letter.objects.hidden_for(request.actor)
    letter = get_object_or_404(hidden, pk=letter_id)
    if letter.sent_at:
        raise Http404
    actions.show_letter(letter, by=me(request))
    return to_editing(request, letter.pk)
