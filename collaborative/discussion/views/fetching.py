"""What a caller may see, fetched once for all doors of the room."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect

from collaborative.framework.models import PrimaryDriver
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.actors import can_on_rung
from collaborative.tenancy.models import Person

from ..models import Guidance, Post, PostReply

DATES_BACK, DATES_AHEAD = timedelta(days=30), timedelta(days=90)
MOST_DATES = 40


def place(request):
    return [request.actor.organization_slug, request.actor.collaborative_slug]


def me(request):
    """The person who is asking, to act as `by=`."""
    return Person.objects.get(pk=request.actor.person_id)


def post_for(request, verb, post_id):
    """The post: 404 where it may not be seen, 403 where it may be seen but not this."""
    return _allowed(request, verb, get_object_or_404(posts_of(request.actor).for_page().with_group(), pk=post_id))


def posts_of(actor):
    return Post.objects.here(actor)


def replies_of(actor):
    return PostReply.objects.here(actor)


def reply_for(request, verb, reply_id):
    """A reply under a post that is still there."""
    return _allowed(request, verb, get_object_or_404(replies_of(request.actor).select_related("circle"), pk=reply_id))


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


def drivers_of(actor):
    """The drivers of the framework in force."""
    drivers = PrimaryDriver.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    rows = list(drivers.order_by("-framework__number", "position", "pk"))
    return [driver for driver in rows if driver.framework_id == rows[0].framework_id]


def dates_of(actor):
    """The dates one may want to speak of: of the last weeks and the next months."""
    near = (actor.today - DATES_BACK, actor.today + DATES_AHEAD)
    dates = PlannedDate.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id, on__range=near)
    return list(dates.announced().order_by("on", "pk")[:MOST_DATES])


def guidance_of(actor):
    """How this collaborative would like to talk; the usual where nobody has said."""
    return Guidance.objects.of(actor.collaborative_id) or Guidance(number=0)
