"""Taking words off the page, one's own or as the one who looks after a place; bringing back; removing for good."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Person
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..models import Post, PostReply
from .fetching import me, own, place, post_for, reply_for, to_post

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


@collaborative_page("post", "share", methods=("POST",))
def post_take_down(request, post_id):
    """Take somebody's post off the page, for who looks after the place; its author sees who did."""
    actions.hide(post_for(request, "share", post_id), by=me(request))
    return _is_off(request)


@collaborative_page("post", "share", methods=("POST",))
def reply_take_down(request, reply_id):
    actions.hide(reply_for(request, "share", reply_id), by=me(request))
    return _is_off(request)


def _is_off(request):
    messages.success(request, _("It is off the page. You can bring it back for 30 days."))
    return redirect("discussion:taken_down", *place(request))


@collaborative_page("trash")
def taken_down(request):
    """What one took down in the last 30 days, and what others took down of one's own words."""
    actor, now = request.actor, timezone.now()
    posts = Post.objects.taken_down(actor, now).select_related("author", "team__center").order_by("-hidden_at", "pk")
    replies = PostReply.objects.taken_down(actor, now).select_related("author").order_by("-hidden_at", "pk")
    rows = [("post", row) for row in posts[:PAGE]] + [("reply", row) for row in replies[:PAGE]]
    by_others = {row.hidden_by_id for _kind, row in rows if row.hidden_by_id != actor.person_id}
    names = dict(Person.objects.visible_to(actor).filter(pk__in=by_others).values_list("pk", "first_name"))
    context = {"rows": [(kind, row, names.get(row.hidden_by_id, ""), new_form_key()) for kind, row in rows]}
    return render(request, "discussion/taken_down.html", context)


@collaborative_page("trash", "write", methods=("POST",))
def post_bring_back(request, post_id):
    post = get_object_or_404(_mine_to_bring_back(request, Post), pk=post_id)
    actions.bring_back(post)
    return to_post(request, post.pk)


@collaborative_page("trash", "write", methods=("POST",))
def reply_bring_back(request, reply_id):
    answer = get_object_or_404(_mine_to_bring_back(request, PostReply), pk=reply_id)
    actions.bring_back(answer)
    return to_post(request, answer.post_id)


def _mine_to_bring_back(request, model):
    """Whoever took it down brings it back, for 30 days."""
    return model.objects.taken_down(request.actor, timezone.now()).filter(hidden_by_id=request.actor.person_id)


@collaborative_page("post", "write", methods=("GET", "POST"), even_closed=True)
def post_forget(request, post_id):
    """Remove the words one wrote within a day for good, with the file or picture under them."""
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
