"""Who was named in a conversation and may still read it: what is due to be said about that."""

from collections import defaultdict
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from collaborative.discussion.models import Mention, PostReply
from collaborative.outbox.enums import NoticeKind

from . import rules
from .due import Due
from .people import World, zone_of
from .sayers import sayer_of


def mentions(world: World) -> list[Due]:
    """One word a post and day to whoever was named there, has not answered since, and may read it today."""
    zone = zone_of(world.organization)
    since = datetime.combine(world.today - rules.ANSWERS_WINDOW, time(), ZoneInfo(str(zone)))
    there = Q(reply=None) | Q(reply__hidden_at=None)
    rows = Mention.objects.shown().filter(there, created_at__gte=since, post__hidden_at=None)
    rows = rows.filter(collaborative_id__in={team.collaborative_id for team in world.teams.values()})
    said = [f"{row}__{name}" for row in ("post", "reply") for name in ("author", "team__center")]
    rows = list(rows.select_related(*said).order_by("created_at", "pk"))
    answered = _answered({row.post_id for row in rows})
    sayers, posts = defaultdict(list), {}
    for row in rows:
        if answered.get((row.post_id, row.person_id), row.created_at) <= row.created_at:
            key = row.person_id, row.post, timezone.localdate(row.created_at, zone)
            sayers[key].append(sayer_of(row.reply or row.post))
            posts.setdefault(row.post, set()).add(row.person_id)
    groups = {}
    may_read = {post: world.who_reads(post, people, groups) for post, people in posts.items()}
    return [
        Due(person, NoticeKind.MENTION, post.pk, on, None, sayers=tuple(dict.fromkeys(said)),
            collaborative_id=post.collaborative_id)
        for (person, post, on), said in sayers.items()
        if person in may_read[post]
    ]  # fmt: skip


def _answered(post_ids):
    """{(post, person): when this person last said something there}."""
    rows = PostReply.objects.shown().filter(post_id__in=post_ids).order_by("replied_at", "pk")
    return {(post, person): at for post, person, at in rows.values_list("post_id", "author_id", "replied_at")}
