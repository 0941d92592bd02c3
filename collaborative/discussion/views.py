"""The doors to Learn together."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Person
from collaborative.tenancy.sent_forms import new_form_key

from . import actions
from .enums import ReplyKind
from .forms import PostForm, ReplyForm, ShelfForm, ThanksForm
from .lines import line_of, said_by
from .models import Post, PostReply, ShelfItem
from .rules import open_audiences

PER_PAGE = 20


def _place(request):
    return [request.actor.organization_slug, request.actor.collaborative_slug]


def _author(request):
    return Person.objects.get(pk=request.actor.person_id)


def _audiences(actor):
    """[(form value, label)] of whom this person may write to."""
    groups = {
        group.pk: group.name
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
    posts = Post.objects.visible_to(request.actor).for_page()
    waiting = request.GET.get("show") == "unanswered" and request.actor.has_role(Role.IMPLEMENTATION_TEAM)
    if waiting:
        posts = posts.unanswered()
    page = Paginator(posts.order_by("-posted_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [line_of(post, request.actor) for post in page.object_list]
    context = {
        "page": page,
        "waiting": waiting,
        "may_write": can(request.actor, "write", "post"),
        "sees_unanswered": request.actor.has_role(Role.IMPLEMENTATION_TEAM),
    }
    return render(request, "discussion/post_list.html", context)


@collaborative_page("post", "write", methods=("GET", "POST"))
def post_write(request):
    audiences = _audiences(request.actor)
    form = PostForm(request.POST or None, request.FILES or None, audiences=audiences)
    if form.is_valid():
        try:
            post = _write(request, form.cleaned_data)
        except NotAFile as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _("Posted. Thank you for sharing it."))
            return redirect("discussion:post_detail", *_place(request), post.pk)
    return render(request, "discussion/post_write.html", {"form": form, "form_key": new_form_key()})


def _write(request, typed):
    audience, group_id = typed["audience"]
    return actions.write_post(
        collaborative_id=request.actor.collaborative_id,
        by=_author(request),
        role=request.actor.roles[0],
        audience=audience,
        group_id=group_id,
        team_id=request.actor.team_id,
        title=typed["title"],
        text=typed["text"],
        kind=typed["kind"],
        link=typed["link"],
        upload=typed["file"],
        language=request.actor.person["language"],
    )


def _post(request, post_id):
    return get_object_or_404(Post.objects.visible_to(request.actor).for_page(), pk=post_id)


@collaborative_page("post", "read")
def post_detail(request, post_id):
    return _detail(request, _post(request, post_id), ReplyForm())


def _detail(request, post, form, thanks_form=None):
    replies = PostReply.objects.visible_to(request.actor).filter(post=post)
    context = {
        "post": post,
        "line": line_of(post, request.actor),
        "replies": [
            (said_by(answer, request.actor), answer)
            for answer in replies.select_related("author", "team__center").order_by("replied_at", "pk")
        ],
        "form": form,
        "thanks_form": thanks_form or ThanksForm(),
        "form_key": new_form_key(),
        "thanks_key": new_form_key(),
        "may_answer": can_on_rung(request.actor, "comment", "post", post),
        "is_mine": post.author_id == request.actor.person_id,
        "who_can_see": who_can_see(post),
    }
    return render(request, "discussion/post_detail.html", context)


def who_can_see(post):
    """One sentence: who can see this post."""
    return {
        "all": _("Everyone in this collaborative can see this."),
        "team": _("Only your own team can see this."),
        "faculty": _("Only coaches and the project team can see this."),
        "group": _("Only this role group and its coach can see this."),
    }[post.audience]


def _answerable(request, post_id):
    post = _post(request, post_id)
    if not can_on_rung(request.actor, "comment", "post", post):
        raise PermissionDenied
    return post


@collaborative_page("post", "comment", methods=("POST",))
def post_reply(request, post_id):
    post = _answerable(request, post_id)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _detail(request, post, form)
    _reply(request, post, form.cleaned_data["text"], ReplyKind.ANSWER)
    return redirect("discussion:post_detail", *_place(request), post.pk)


@collaborative_page("post", "comment", methods=("POST",))
def post_thank(request, post_id):
    post = _answerable(request, post_id)
    form = ThanksForm(request.POST)
    if not form.is_valid():
        return _detail(request, post, ReplyForm(), form)
    _reply(request, post, form.cleaned_data["text"], ReplyKind.THANKS)
    return redirect("discussion:post_detail", *_place(request), post.pk)


def _reply(request, post, text, kind):
    actions.reply(
        post,
        by=_author(request),
        role=request.actor.roles[0],
        team_id=request.actor.team_id,
        text=text,
        kind=kind,
        language=request.actor.person["language"],
    )


@collaborative_page("post", "write", methods=("POST",))
def post_hide(request, post_id):
    post = _post(request, post_id)
    if post.author_id != request.actor.person_id:
        raise PermissionDenied
    actions.hide(post, by=_author(request))
    return render(request, "discussion/post_hidden.html", {"post": post, "form_key": new_form_key()})


@collaborative_page("post", "write", methods=("POST",))
def post_bring_back(request, post_id):
    mine = Post.objects.filter(author_id=request.actor.person_id, hidden_by_id=request.actor.person_id)
    post = get_object_or_404(mine, pk=post_id)
    actions.bring_back(post)
    return redirect("discussion:post_detail", *_place(request), post.pk)


@collaborative_page("post", "read")
def post_file(request, post_id):
    post = get_object_or_404(Post.objects.visible_to(request.actor).select_related("file"), pk=post_id)
    if post.file is None:
        raise Http404
    return file_response(post.file)


@collaborative_page("shelf", "read")
def shelf(request):
    items = ShelfItem.objects.visible_to(request.actor).select_related("driver")
    page = Paginator(items.order_by("title", "pk"), 50).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return render(request, "discussion/shelf.html", {"page": page, "may_write": can(request.actor, "write", "shelf")})


@collaborative_page("shelf", "write", methods=("GET", "POST"))
def shelf_put(request):
    form = ShelfForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.put_on_shelf(
                collaborative_id=request.actor.collaborative_id, by=_author(request), title=typed["title"],
                description=typed["description"], link=typed["link"], upload=typed["file"],
            )  # fmt: skip
        except NotAFile as error:
            form.add_error("file", str(error))
        else:
            return redirect("discussion:shelf", *_place(request))
    return render(request, "discussion/shelf_put.html", {"form": form, "form_key": new_form_key()})


@collaborative_page("shelf", "read")
def shelf_file(request, item_id):
    item = get_object_or_404(ShelfItem.objects.visible_to(request.actor).select_related("file"), pk=item_id)
    if item.file is None:
        raise Http404
    return file_response(item.file)
