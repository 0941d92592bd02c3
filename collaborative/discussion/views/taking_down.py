"""Taking words off the page, one's own or as the one who looks after a place; bringing back; removing for good."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Person
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..enums import CareKind
from ..forms import TakeDownForm
from ..lines import may_take_down
from ..models import Attachment, CareStep, Post, PostReply
from .fetching import me, own, place, post_for, reply_for, to_post
from .posts import detail

PAGE = 30


@collaborative_page("post", "write", methods=("POST",))
def post_hide(request, post_id):
    """Take one's own post off the page."""
    actions.hide(own(request, post_for(request, "read", post_id)), by=me(request))
    return _is_off(request)


@collaborative_page("post", "comment", methods=("POST",))
def reply_hide(request, reply_id):
    """Take one's own answer off the page."""
    answer = own(request, reply_for(request, "read", reply_id))
    actions.hide(answer, by=me(request))
    return _is_off(request)


@collaborative_page("post", "comment", methods=("POST",))
def post_take_down(request, post_id):
    """Take somebody's post off the page, for who looks after the place; its author sees by whom and why."""
    post = post_for(request, "read", post_id)
    return _taken_down(request, post, post)


@collaborative_page("post", "comment", methods=("POST",))
def reply_take_down(request, reply_id):
    answer = reply_for(request, "read", reply_id)
    return _taken_down(request, answer, post_for(request, "read", answer.post_id))


def _taken_down(request, row, post):
    if not may_take_down(row, request.actor):
        raise PermissionDenied
    form = TakeDownForm(request.POST, auto_id="down_%s")
    if not form.is_valid():
        return detail(request, post, down_form=form)
    actions.take_down(row, by=me(request), why=form.cleaned_data["why"])
    return _is_off(request)


def _is_off(request):
    messages.success(request, _("It is off the page. You can bring it back for 30 days."))
    return redirect("discussion:taken_down", *place(request))


@collaborative_page("trash")
def taken_down(request):
    """What one took down in the last 30 days, and what others took down of one's own words, with their reason."""
    actor, now = request.actor, timezone.now()
    posts = Post.objects.taken_down(actor, now).select_related("author", "team__center").order_by("-hidden_at", "pk")
    replies = PostReply.objects.taken_down(actor, now).select_related("author").order_by("-hidden_at", "pk")
    pieces = Attachment.objects.taken_down(actor, now).exclude(file=None, link="").order_by("-hidden_at", "pk")
    rows = [("post", row) for row in posts[:PAGE]] + [("reply", row) for row in replies[:PAGE]]
    rows += [("piece", row) for row in pieces.select_related("file").defer("file__content")[:PAGE]]
    by_others = {row.hidden_by_id for _kind, row in rows if row.hidden_by_id != actor.person_id}
    names = dict(Person.objects.visible_to(actor).filter(pk__in=by_others).values_list("pk", "first_name"))
    reasons = _reasons(actor, rows)
    context = {
        "rows": [
            (kind, row, names.get(row.hidden_by_id, ""), new_form_key(), reasons.get(row.pk, "")) for kind, row in rows
        ]
    }
    return render(request, "discussion/taken_down.html", context)


def _reasons(actor, rows):
    """{row's id: why it was taken down}, the last word on each."""
    posts = {getattr(row, "post_id", row.pk) for _kind, row in rows}
    steps = CareStep.objects.visible_to(actor).filter(post_id__in=posts, kind=CareKind.HID).order_by("done_at", "pk")
    return {step.reply_id or step.post_id: step.words for step in steps}


@collaborative_page("trash", "write", methods=("POST",))
def post_bring_back(request, post_id):
    post = get_object_or_404(_mine_to_bring_back(request, Post), pk=post_id)
    _brought_back(request, post)
    return to_post(request, post.pk)


@collaborative_page("trash", "write", methods=("POST",))
def reply_bring_back(request, reply_id):
    answer = get_object_or_404(_mine_to_bring_back(request, PostReply), pk=reply_id)
    _brought_back(request, answer)
    return to_post(request, answer.post_id)


def _brought_back(request, row):
    """Back on the page; for somebody else's words the log says so."""
    actions.bring_back(row)
    if row.author_id != request.actor.person_id:
        actions.keep_log(row, CareKind.BROUGHT_BACK, by=me(request))


def _mine_to_bring_back(request, model):
    """Whoever took it down brings it back, for 30 days."""
    return model.objects.taken_down(request.actor, timezone.now()).filter(hidden_by_id=request.actor.person_id)


@collaborative_page("post", "write", methods=("GET", "POST"), even_closed=True)
def post_forget(request, post_id):
    """Remove the words one wrote within a day for good, with the files and pictures under them."""
    return _forget(request, own(request, post_for(request, "read", post_id)), post_id)


@collaborative_page("post", "comment", methods=("GET", "POST"), even_closed=True)
def reply_forget(request, reply_id):
    answer = own(request, reply_for(request, "read", reply_id))
    return _forget(request, answer, answer.post_id)


def _forget(request, row, post_id):
    too_long_ago = False
    if request.method == "POST":
        try:
            actions.forget(row)
        except actions.TooLongAgo:
            too_long_ago = True
        else:
            messages.success(request, _("Removed for good."))
            return to_post(request, post_id)
    context = {"post_id": post_id, "too_long_ago": too_long_ago, "form_key": new_form_key()}
    return render(request, "discussion/forget.html", context)
