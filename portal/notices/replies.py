"""Who was answered, or said something in a conversation that went on: what is due to be said about that."""

from collections import defaultdict
from datetime import datetime, time

from django.utils import timezone

from collaborative.discussion.models import Mention, PostReply
from collaborative.outbox.enums import NoticeKind

from . import rules
from .due import Due
from .people import World, zone_of
from .sayers import sayer_of


def replies(world: World) -> list[Due]:
    """One word a reply to whoever began the conversation or wrote in it before, has not written since, and may read it.

    Who was named in the reply hears of that, and not of this as well.
    """
    zone = zone_of(world.organization)
    since = datetime.combine(world.today - rules.ANSWERS_WINDOW, time(), zone)
    rows = PostReply.objects.shown().filter(replied_at__gte=since, post__hidden_at=None)
    rows = rows.filter(collaborative_id__in=world.collaborative_ids)
    rows = list(rows.select_related("post", "author", "team__center").order_by("replied_at", "pk"))
    spoke, named = _spoke({row.post_id for row in rows}), _named(rows)
    for_whom = {row: _for_whom(row, spoke[row.post_id], named) for row in rows}
    wanted = defaultdict(set)
    for row, people in for_whom.items():
        wanted[row.post_id] |= people
    posts = {row.post_id: row.post for row in rows}
    groups = {}
    may_read = {pk: world.who_reads(posts[pk], people, groups) for pk, people in wanted.items()}
    return [
        Due(person, NoticeKind.REPLY, row.pk, timezone.localdate(row.replied_at, zone), None, thing=row,
            sayers=(sayer_of(row),), collaborative_id=row.collaborative_id)
        for row, people in for_whom.items()
        for person in sorted(people & may_read[row.post_id])
    ]  # fmt: skip


def _spoke(post_ids):
    """{post: [(person, when)]}: who said something there, the post itself first."""
    found = defaultdict(list)
    rows = PostReply.objects.shown().filter(post_id__in=post_ids).order_by("replied_at", "pk")
    for post, person, at in rows.values_list("post_id", "author_id", "replied_at"):
        found[post].append((person, at))
    return found


def _named(rows):
    """{(reply, person)} of those who were named in one of these replies."""
    named = Mention.objects.shown().filter(reply_id__in=[row.pk for row in rows])
    return set(named.values_list("reply_id", "person_id"))


def _for_whom(row, spoke, named):
    before = {row.post.author_id} | {person for person, at in spoke if at < row.replied_at}
    since = {person for person, at in spoke if at > row.replied_at}
    return {person for person in before - since - {row.author_id} if (row.pk, person) not in named}
