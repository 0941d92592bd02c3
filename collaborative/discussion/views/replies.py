"""Answering a post, and saying thank you in words."""

from collaborative.drafts.typed import DraftOf
from collaborative.tenancy.doors import collaborative_page

from .. import actions
from ..enums import ReplyKind
from ..forms import ReplyForm, ThanksForm
from .fetching import me, post_for, to_post
from .posts import THANKS, detail


@collaborative_page("post", "comment", methods=("POST",))
def post_reply(request, post_id):
    post = post_for(request, "comment", post_id)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return detail(request, post, form)
    _reply(request, post, form.cleaned_data["text"], ReplyKind.ANSWER)
    DraftOf(request.actor, "reply", post.pk).drop()
    return to_post(request, post.pk)


@collaborative_page("post", "comment", methods=("POST",))
def post_thank(request, post_id):
    post = post_for(request, "comment", post_id)
    form = ThanksForm(request.POST, auto_id=THANKS)
    if not form.is_valid():
        return detail(request, post, thanks_form=form)
    _reply(request, post, form.cleaned_data["text"], ReplyKind.THANKS)
    return to_post(request, post.pk)


def _reply(request, post, text, kind):
    actions.reply(
        post,
        by=me(request),
        role=request.actor.roles[0],
        team_id=request.actor.team_id,
        text=text,
        kind=kind,
        language=request.actor.person["language"],
    )
