"""Answering a post, and saying thank you in words."""

from collaborative.drafts.typed import DraftOf
from collaborative.files.actions import NotAFile
from collaborative.tenancy.doors import collaborative_page

from .. import actions
from ..enums import ReplyKind
from ..forms import ReplyForm, ThanksForm
from ..naming import named
from .fetching import me, post_for, to_post
from .posts import THANKS, detail


@collaborative_page("post", "comment", methods=("POST",))
def post_reply(request, post_id):
    post = post_for(request, "comment", post_id)
    form = ReplyForm(request.POST, request.FILES)
    if not form.is_valid() or not _answered(request, post, form):
        return detail(request, post, form)
    DraftOf(request.actor, "reply", post.pk).drop()
    return to_post(request, post.pk)


def _answered(request, post, form):
    """Whether the answer stands; else the form says what is still to be asked."""
    typed = form.cleaned_data
    found = named(request.actor, post, text=typed["text"], names=typed["names"], chosen=typed["people"])
    if found.question:
        form.offer(found.unclear)
        form.add_error("people" if found.unclear else "names", found.question)
        return False
    pieces = [actions.Piece(**piece) for piece in form.typed_pieces()]
    try:
        _reply(request, post, text=typed["text"], kind=ReplyKind.ANSWER, pieces=pieces, people=found.people)
    except NotAFile as error:
        form.add_error("file", str(error))
        return False
    return True


@collaborative_page("post", "comment", methods=("POST",))
def post_thank(request, post_id):
    post = post_for(request, "comment", post_id)
    form = ThanksForm(request.POST, auto_id=THANKS)
    if not form.is_valid():
        return detail(request, post, thanks_form=form)
    _reply(request, post, text=form.cleaned_data["text"], kind=ReplyKind.THANKS)
    return to_post(request, post.pk)


def _reply(request, post, **said):
    actions.reply(
        post,
        by=me(request),
        role=request.actor.roles[0],
        team_id=request.actor.team_id,
        language=request.actor.person["language"],
        **said,
    )
