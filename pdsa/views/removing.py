"""Taking away, bringing back, and removing one's own words for good."""

import datetime

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..models import CycleAnswer, PDSACycle, Photo
from .fetching import PAGE, cycle_for, me, room_url, to

TRASH = datetime.timedelta(days=30)


@collaborative_page("try", "share", methods=("POST",))
def cycle_remove(request, cycle_id):
    """Take one's own try away from every page; it can be brought back for 30 days."""
    cycle = cycle_for(request.actor, "share", cycle_id)
    actions.hide(cycle, by=me(request.actor), on=request.actor.today)
    return to(request.actor, "cycle_list", query=f"?undo=cycle:{cycle.pk}")


@collaborative_page("try", "comment", methods=("POST",))
def answer_remove(request, answer_id):
    """Take one's own answer away."""
    answer = _own_answer(request.actor, answer_id)
    actions.hide(answer, by=me(request.actor), on=request.actor.today)
    return to(request.actor, "cycle_detail", answer.cycle_id, query=f"?undo=answer:{answer.pk}")


@collaborative_page("try", "write", methods=("POST",))
def photo_remove(request, photo_id):
    """Take a photo away: whoever added it, or whoever leads the try."""
    photo = _own_photo(request.actor, photo_id)
    actions.hide(photo, by=me(request.actor), on=request.actor.today)
    return to(request.actor, "cycle_detail", photo.cycle_id, query=f"?undo=photo:{photo.pk}")


@collaborative_page("trash")
def trash(request):
    """What one took away in the last 30 days."""
    actor, since = request.actor, timezone.now() - TRASH
    return render(
        request,
        "pdsa/trash.html",
        {
            "cycles": list(PDSACycle.objects.taken_away_by(actor, since)[:PAGE]),
            "answers": list(CycleAnswer.objects.taken_away_by(actor, since)[:PAGE]),
            "photos": list(Photo.objects.taken_away_by(actor, since).filter(forgotten_at=None)[:PAGE]),
            "form_key": new_form_key(),
        },
    )


def _restore(request, model, row_id):
    rows = model.objects.taken_away_by(request.actor, timezone.now() - TRASH)
    row = get_object_or_404(rows, pk=row_id)
    actions.restore(row, by=me(request.actor))
    messages.success(request, _("It is back."))
    return to(request.actor, "cycle_detail", row.pk if model is PDSACycle else row.cycle_id)


@collaborative_page("trash", "write", methods=("POST",))
def cycle_restore(request, cycle_id):
    return _restore(request, PDSACycle, cycle_id)


@collaborative_page("trash", "write", methods=("POST",))
def answer_restore(request, answer_id):
    return _restore(request, CycleAnswer, answer_id)


@collaborative_page("trash", "write", methods=("POST",))
def photo_restore(request, photo_id):
    return _restore(request, Photo, photo_id)


@collaborative_page("try", "write", methods=("GET", "POST"), even_closed=True)
def cycle_forget(request, cycle_id):
    """Remove the words one wrote here within a day for good."""
    cycle = cycle_for(request.actor, "write", cycle_id)
    return _forget(request, cycle, cycle.pk)


@collaborative_page("try", "comment", methods=("GET", "POST"), even_closed=True)
def answer_forget(request, answer_id):
    answer = _own_answer(request.actor, answer_id)
    return _forget(request, answer, answer.cycle_id)


@collaborative_page("try", "write", methods=("GET", "POST"), even_closed=True)
def photo_forget(request, photo_id):
    photo = _own_photo(request.actor, photo_id)
    return _forget(request, photo, photo.cycle_id)


def _forget(request, row, cycle_id):
    too_long_ago = False
    if request.method == "POST":
        try:
            actions.forget(row, by=me(request.actor))
        except actions.TooLongAgo:
            too_long_ago = True
        else:
            messages.success(request, _("Removed for good."))
            return to(request.actor, "cycle_detail", cycle_id)
    kind = {PDSACycle: "cycle", CycleAnswer: "answer", Photo: "photo"}[type(row)]
    may_hide = request.actor.person_id in (row.author_id, getattr(row, "taken_by_id", None))
    context = {"cycle_id": cycle_id, "too_long_ago": too_long_ago, "form_key": new_form_key()}
    context["remove_url"] = room_url(request.actor, f"{kind}_remove", row.pk) if may_hide else ""
    return render(request, "pdsa/cycle_forget.html", context)


def _own_answer(actor, answer_id):
    return get_object_or_404(CycleAnswer.objects.visible_to(actor).filter(author_id=actor.person_id), pk=answer_id)


def _own_photo(actor, photo_id):
    photo = get_object_or_404(Photo.objects.visible_to(actor), pk=photo_id)
    if actor.person_id not in (photo.taken_by_id, photo.author_id):
        raise Http404
    return photo
