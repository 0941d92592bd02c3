"""Pictures, files and links under a post or a reply: added, opened, taken away, removed for good."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import PiecesForm
from ..models import Attachment
from ..sentences import who_can_see
from .fetching import me, own, place, post_for, to_post

MOST_PIECES = 6  # under one post; ours


@collaborative_page("post", "write", methods=("GET", "POST"))
def post_add(request, post_id):
    """One more picture, file or link under one's own post."""
    post = own(request, post_for(request, "read", post_id))
    form = PiecesForm(request.POST or None, request.FILES or None)
    full = Attachment.objects.here(request.actor).filter(post=post, reply=None).count() >= MOST_PIECES
    if request.method == "POST" and form.is_valid() and not full:
        try:
            actions.hang_on(post, [actions.Piece(**piece) for piece in form.typed_pieces()], by=me(request))
        except NotAFile as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _("It is there now."))
            return to_post(request, post.pk)
    context = {"post": post, "form": form, "full": full, "form_key": new_form_key()}
    context |= {"had_file": bool(request.FILES), "who_can_see": who_can_see(post)}
    return render(request, "discussion/post_add.html", context)


@collaborative_page("post", "read")
def piece_file(request, piece_id):
    """A picture or file, for who may see the post it hangs on."""
    piece = get_object_or_404(Attachment.objects.here(request.actor).select_related("file"), pk=piece_id)
    if piece.file is None or not piece.file.size:
        raise Http404
    return file_response(piece.file)


@collaborative_page("post", "comment", methods=("POST",))
def piece_remove(request, piece_id):
    """Take one's own picture, file or link off the page; it can come back for 30 days."""
    actions.hide(_own_piece(request, piece_id), by=me(request))
    messages.success(request, _("It is off the page. You can bring it back for 30 days."))
    return redirect("discussion:taken_down", *place(request))


@collaborative_page("post", "comment", methods=("POST",), even_closed=True)
def piece_forget(request, piece_id):
    """One's own picture, file or link, gone for good."""
    piece = _own_piece(request, piece_id)
    actions.forget_piece(piece)
    messages.success(request, _("Removed for good."))
    return to_post(request, piece.post_id)


def _own_piece(request, piece_id):
    return own(request, get_object_or_404(Attachment.objects.here(request.actor), pk=piece_id))


@collaborative_page("trash", "write", methods=("POST",))
def piece_bring_back(request, piece_id):
    off = Attachment.objects.taken_down(request.actor, timezone.now()).filter(hidden_by_id=request.actor.person_id)
    piece = get_object_or_404(off, pk=piece_id)
    actions.bring_back(piece)
    return to_post(request, piece.post_id)
