"""What is new for a person since a moment: for homes, digests and whoever tells people about it."""

from django.db.models import Q
from django.utils import timezone

from .models import Mention, Post, PostReply


def posts_since(actor, since):
    """Posts of others that came since then and the person may see, the newest first."""
    came = Q(week=None, posted_at__gt=since) | Q(week__gt=timezone.localdate(since), week__lte=actor.today)
    return Post.objects.here(actor).filter(came).exclude(author_id=actor.person_id).newest_first()


def replies_since(actor, since):
    """Answers and thanks of others since then, in threads this person began, wrote in or was named in."""
    mine = Q(post__author_id=actor.person_id)
    mine |= Q(post__in=PostReply.objects.shown().filter(author_id=actor.person_id).values("post"))
    mine |= Q(post__in=Mention.objects.shown().filter(person_id=actor.person_id).values("post"))
    found = PostReply.objects.here(actor).filter(mine, replied_at__gt=since).exclude(author_id=actor.person_id)
    return found.order_by("-replied_at", "-pk")


def mentions_since(actor, since):
    """Where this person was named since then and may still read it, the newest first."""
    found = Mention.objects.here(actor).filter(person_id=actor.person_id, created_at__gt=since)
    return found.order_by("-created_at", "-pk")
