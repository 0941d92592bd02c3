"""What a caller may see, fetched once for all doors of the room."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can_on_rung
from collaborative.tenancy.models import Person
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words

from ..models import Post, PostReply


def place(request):
    return [request.actor.organization_slug, request.actor.collaborative_slug]


def me(request):
    """The person who is asking, to act as `by=`."""
    return Person.objects.get(pk=request.actor.person_id)


def post_for(request, verb, post_id):
    """The post: 404 where it may not be seen, 403 where it may be seen but not this."""
    return _allowed(request, verb, get_object_or_404(posts_of(request.actor).for_page().with_group(), pk=post_id))


def posts_of(actor):
    return Post.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)


def replies_of(actor):
    return PostReply.objects.visible_to(actor).filter(
        collaborative_id=actor.collaborative_id, post__hidden_at__isnull=True
    )


def reply_for(request, verb, reply_id):
    """A reply under a post that is still there."""
    return _allowed(request, verb, get_object_or_404(replies_of(request.actor), pk=reply_id))


def own(request, row):
    """The row, for whoever wrote it."""
    if row.author_id != request.actor.person_id:
        raise PermissionDenied
    return row


def _allowed(request, verb, row):
    if not can_on_rung(request.actor, verb, "post", row):
        raise PermissionDenied
    return row


def to_post(request, post_id):
    return redirect("discussion:post_detail", *place(request), post_id)


def who_can_see(post):
    """One sentence: who can see this post."""
    if post.audience == "group":
        return _group_sees(post.group)
    return {
        "all": _("Everyone in this collaborative can see this."),
        "team": _("Only your own team can see this."),
        "faculty": _("Only coaches and the project team can see this."),
    }[post.audience]


def _group_sees(group):
    """The role group, its coach and its co-lead by their names, and nobody else."""
    people = [person.first_name for person in (group.coach, group.co_lead) if person]
    names = {"group": in_own_words(group.name), "people": listed(people)}
    if not people:
        return _("Only the role group %(group)s can see this.") % names
    return _("Only the role group %(group)s, with %(people)s, can see this.") % names
