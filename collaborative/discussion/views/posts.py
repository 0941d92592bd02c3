"""Reading and writing posts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words

from .. import actions
from ..enums import PostKind
from ..forms import PostForm, ReplyForm, ThanksForm
from ..lines import line_of, reply_line
from ..rules import open_audiences
from .fetching import me, post_for, posts_of, replies_of, to_post, who_can_see

PER_PAGE = 20
WAITING = "unanswered"
THANKS = "thanks_%s"  # two forms on a page, each with ids of its own


def _audiences(actor):
    """[(form value, label)] of whom this person may write to."""
    groups = {
        group.pk: in_own_words(group.name)
        for group in AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).order_by("name", "pk")
    }
    labels = {"all": _("All teams"), "team": _("My team"), "faculty": _("Coaches and the project team")}
    found = open_audiences(
        lambda audience: can(actor, "write", f"post.{audience}"), list(groups), actor.team_id is not None
    )
    return [
        (f"group:{group}", _("%(group)s, my role group") % {"group": groups[group]}) if group
        else (str(audience), labels[audience])
        for audience, group in found
    ]  # fmt: skip


@collaborative_page("post", "read")
def post_list(request):
    """The newest first; questions or celebrations alone, and for the project team what waits for an answer."""
    sees_unanswered = request.actor.has_role(Role.IMPLEMENTATION_TEAM)
    show = request.GET.get("show", "")
    posts = posts_of(request.actor).for_page()
    if show == WAITING and sees_unanswered:
        posts = posts.unanswered()
    elif show in (PostKind.QUESTION, PostKind.CELEBRATION):
        posts = posts.filter(kind=show)
    else:
        show = ""
    page = Paginator(posts.order_by("-posted_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [line_of(post, request.actor) for post in page.object_list]
    context = {"page": page, "show": show, "may_write": can(request.actor, "write", "post")}
    return render(request, "discussion/post_list.html", {**context, "sees_unanswered": sees_unanswered})


@collaborative_page("post", "write", methods=("GET", "POST"))
def post_write(request):
    audiences = _audiences(request.actor)
    draft = DraftOf(request.actor, "post", request.actor.collaborative_id)
    if request.method == "POST":
        form = PostForm(request.POST, request.FILES, audiences=audiences)
        if form.is_valid():
            try:
                post = _write(request, form.cleaned_data)
            except NotAFile as error:
                form.add_error("file", str(error))
            else:
                draft.drop()
                messages.success(request, _("Posted. Thank you for sharing it."))
                return to_post(request, post.pk)
    else:
        wanted = {"audience": request.GET["for"]} if request.GET.get("for") in dict(audiences) else {}
        form = PostForm(initial={"kind": request.GET.get("kind"), **draft.words(), **wanted}, audiences=audiences)
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "had_file": bool(request.FILES)}
    return render(request, "discussion/post_write.html", context)


def _write(request, typed):
    audience, group_id = typed["audience"]
    return actions.write_post(
        collaborative_id=request.actor.collaborative_id,
        by=me(request),
        role=request.actor.roles[0],
        audience=audience,
        group_id=group_id,
        team_id=request.actor.team_id,
        title=typed["title"],
        text=typed["text"],
        kind=typed["kind"],
        link=typed["link"],
        upload=typed["file"],
        shows=typed["shows"],
        language=request.actor.person["language"],
    )


@collaborative_page("post", "read")
def post_detail(request, post_id):
    return detail(request, post_for(request, "read", post_id))


def detail(request, post, form=None, thanks_form=None):
    """The page of a post; `form` or `thanks_form` where one came back."""
    actor = request.actor
    replies = replies_of(actor).filter(post=post).select_related("author", "team__center")
    draft = DraftOf(actor, "reply", post.pk)
    lines = [reply_line(answer, actor) for answer in replies.order_by("replied_at", "pk")]
    is_mine = post.author_id == actor.person_id
    context = {
        "post": post,
        "line": line_of(post, actor),
        "replies": lines,
        "form": form or ReplyForm(initial=draft.words()),
        "thanks_form": thanks_form or ThanksForm(auto_id=THANKS),
        "draft": draft,
        "form_key": new_form_key(),
        "thanks_key": new_form_key(),
        "hide_key": new_form_key(),
        "may_answer": can_on_rung(actor, "comment", "post", post),
        "may_take_down": can_on_rung(actor, "share", "post", post) and not is_mine,
        "is_mine": is_mine,
        "who_can_see": who_can_see(post),
    }
    return render(request, "discussion/post_detail.html", context)


@collaborative_page("post", "read")
def post_file(request, post_id):
    post = get_object_or_404(posts_of(request.actor).select_related("file"), pk=post_id)
    if post.file is None or not post.file.size:
        raise Http404
    return file_response(post.file)
