"""Taking one's own words off a page, bringing them back, and removing them for good."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page

from ..actions import taking_away as actions
from ..models import BoardNote, Hello, Introduction
from .showing import go, here, show, taken_away


def _own(request, model, pk):
    """One's own words: 404 where they may not be seen, 403 where they are somebody else's."""
    row = get_object_or_404(here(request, model.objects), pk=pk)
    if row.author_id != request.actor.person_id:
        raise PermissionDenied
    return row


def _hidden(request, row, kind):
    actions.hide(row, by=request.actor.person_id)
    return show(request, "taken_off", {"row": row, "kind": kind})


def _forgotten(request, row, back):
    """The page that asks once more, and the removal itself."""
    too_long_ago = False
    if request.method == "POST":
        try:
            actions.forget(row, by=request.actor.person_id)
        except actions.TooLongAgo:
            too_long_ago = True
        else:
            messages.success(request, _("Removed for good."))
            return go(request, *back)
    return show(request, "forget", {"too_long_ago": too_long_ago})


@collaborative_page("introduction", "write", methods=("POST",))
def introduction_hide(request, introduction_id):
    return _hidden(request, _own(request, Introduction, introduction_id), "introduction")


@collaborative_page("introduction", "write", methods=("POST",))
def introduction_show(request, introduction_id):
    row = get_object_or_404(taken_away(request, Introduction, introduction_id))
    actions.bring_back(row)
    return go(request, "introduction_detail", row.pk)


@collaborative_page("introduction", "write", methods=("GET", "POST"), even_closed=True)
def introduction_forget(request, introduction_id):
    return _forgotten(request, _own(request, Introduction, introduction_id), ["introduction_list"])


@collaborative_page("introduction", "comment", methods=("POST",))
def hello_hide(request, hello_id):
    return _hidden(request, _own(request, Hello, hello_id), "hello")


@collaborative_page("introduction", "comment", methods=("POST",))
def hello_show(request, hello_id):
    row = get_object_or_404(taken_away(request, Hello, hello_id))
    actions.bring_back(row)
    return go(request, "introduction_detail", row.introduction_id)


@collaborative_page("introduction", "comment", methods=("GET", "POST"), even_closed=True)
def hello_forget(request, hello_id):
    row = _own(request, Hello, hello_id)
    return _forgotten(request, row, ["introduction_detail", row.introduction_id])


@collaborative_page("storyboard", "comment", methods=("POST",))
def note_hide(request, note_id):
    """Off the board: by who wrote it, or by the team whose board it is."""
    row = get_object_or_404(here(request, BoardNote.objects), pk=note_id)
    if row.author_id != request.actor.person_id and row.team_id not in request.actor.member_team_ids:
        raise PermissionDenied
    return _hidden(request, row, "note")


@collaborative_page("storyboard", "comment", methods=("POST",))
def note_show(request, note_id):
    row = get_object_or_404(taken_away(request, BoardNote, note_id))
    actions.bring_back(row)
    return go(request, "board_detail", row.storyboard_id)


@collaborative_page("storyboard", "comment", methods=("GET", "POST"), even_closed=True)
def note_forget(request, note_id):
    row = _own(request, BoardNote, note_id)
    return _forgotten(request, row, ["board_detail", row.storyboard_id])
