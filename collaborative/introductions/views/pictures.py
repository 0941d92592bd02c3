"""Pictures on a storyboard."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.actors import can_on_rung
from collaborative.tenancy.doors import collaborative_page

from ..actions import storyboard as actions
from ..forms.storyboard import PictureForm
from ..models import BoardPicture
from .boards import board_of, boards_of
from .showing import go, show


def _picture_of(request, picture_id):
    """A picture on a board the reader sees."""
    rows = BoardPicture.objects.visible_to(request.actor).filter(storyboard__in=boards_of(request).values("pk"))
    return get_object_or_404(rows.select_related("storyboard", "file"), pk=picture_id)


def _may_change(request, board):
    if not can_on_rung(request.actor, "write", "storyboard", board):
        raise PermissionDenied
    return board


@collaborative_page("storyboard", "read")
def picture(request, picture_id):
    found = _picture_of(request, picture_id)
    if not found.file or not found.file.size:
        raise Http404
    return file_response(found.file)


@collaborative_page("storyboard", "write", methods=("GET", "POST"))
def picture_add(request, board_id):
    """A picture for the board, if all in it said yes."""
    board = _may_change(request, board_of(request, board_id))
    form = PictureForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.add_picture(board, values["picture"], by=request.actor.person_id, description=values["shows"])
        except actions.EnoughPictures:
            form.add_error("picture", _("Four pictures fit on the board. Please take one off first."))
        except NotAFile as error:
            form.add_error("picture", str(error))
        else:
            messages.success(request, _("The picture is on your board."))
            return go(request, "board_detail", board.pk)
    return show(request, "picture_add", {"form": form, "board": board, "had_file": bool(request.FILES)})


@collaborative_page("storyboard", "write", methods=("POST",))
def picture_remove(request, picture_id):
    """The picture is gone at once."""
    found = _picture_of(request, picture_id)
    _may_change(request, found.storyboard)
    actions.remove_picture(found, by=request.actor.person_id)
    messages.success(request, _("The picture is gone."))
    return go(request, "board_detail", found.storyboard_id)
