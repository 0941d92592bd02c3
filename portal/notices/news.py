"""What is new for people: posts, celebrations, the question of the week, the shelf, dates. Said once, and only a few.

Who may read a post is asked where doors ask it (`discussion.readers`), at the moment the message is written.
"""

from collections import defaultdict
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from collaborative.discussion.enums import PostKind
from collaborative.discussion.models import Mention, Post, PostReply, ShelfItem
from collaborative.discussion.readers import among_rows
from collaborative.outbox.enums import NoticeKind
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy import grants
from collaborative.tenancy.enums import TEAM_ROLES, Scope, Verb
from collaborative.tenancy.models import AffinityGroup

from .due import Due
from .people import World, zone_of

KINDS = (NoticeKind.CELEBRATION, NoticeKind.POST, NoticeKind.QUESTION, NoticeKind.DATE, NoticeKind.SHELF)
WINDOW = timedelta(days=14)  # what is older is no news
FIRST = timedelta(days=7)  # how far back the first message looks
DAYS_AHEAD = 9  # dates of the week to come, and the weekend after it
KIND_OF = {PostKind.CELEBRATION: NoticeKind.CELEBRATION, PostKind.WEEKLY: NoticeKind.QUESTION}


def news(world: World, persons: set[UUID]) -> dict[UUID, list[Due]]:
    """What came within two weeks and these persons may see, by person, the newest first."""
    found, seen = defaultdict(list), set()
    rows = {
        collaborative: [row for row in members if row.person_id in persons]
        for collaborative, members in world.here.items()
    }
    for due in [*_posts(world, rows), *_shelf(world, rows), *_dates(world, rows)]:
        if due.key not in seen:  # a person may be there twice, in two roles
            seen.add(due.key)
            found[due.person_id].append(due)
    return found


def _posts(world, rows):
    zone = zone_of(world.organization)
    since = datetime.combine(world.today - WINDOW, time(), zone)
    came = Q(week=None, posted_at__gte=since) | Q(week__range=(world.today - WINDOW, world.today))
    posts = Post.objects.shown().still_told_here().filter(came, collaborative_id__in=list(rows))
    posts = list(posts.select_related("author", "team__center", "group").order_by("-posted_at", "-pk"))
    spoke, groups = _spoke([post.pk for post in posts]), {}
    for post in posts:
        kind = KIND_OF.get(post.kind, NoticeKind.POST)
        came_at = datetime.combine(post.week, time(), zone) if post.week else post.posted_at
        due_on = post.week or timezone.localdate(post.posted_at, zone)
        for member in among_rows(rows[post.collaborative_id], post, groups):
            if member.person_id != post.author_id and (post.pk, member.person_id) not in spoke:
                yield _due(member, kind, post, due_on, came_at)


def _spoke(post_ids):
    """{(post, person)} of those who know a post already: they answered it, or were named in it and told so."""
    answered = PostReply.objects.shown().filter(post_id__in=post_ids).values_list("post_id", "author_id")
    named = Mention.objects.shown().filter(post_id__in=post_ids).values_list("post_id", "person_id")
    return {*answered, *named}


def _shelf(world, rows):
    zone = zone_of(world.organization)
    items = ShelfItem.objects.shown().filter(
        collaborative_id__in=list(rows), shows_from__range=(world.today - WINDOW, world.today), retired_on=None,
        merged_into=None, translation_of=None,
    )  # fmt: skip
    for item in items.order_by("-shows_from", "-pk"):
        came_at = datetime.combine(item.shows_from, time(), zone)
        for member in rows[item.collaborative_id]:
            is_for = not item.roles or member.role in item.roles or member.role not in TEAM_ROLES
            if is_for and member.person_id != item.author_id and _reads(member, "shelf"):
                yield _due(member, NoticeKind.SHELF, item, item.shows_from, came_at)


def _dates(world, rows):
    dates = PlannedDate.objects.shown().filter(collaborative_id__in=list(rows)).coming(world.today, DAYS_AHEAD)
    groups = {group.pk: group for group in AffinityGroup.objects.shown().filter(collaborative_id__in=list(rows))}
    for date in dates:
        group = groups.get(date.group_id)
        for member in rows[date.collaborative_id]:
            is_for = date.group_id is None or (group and _belongs(member, group))
            if is_for and _reads(member, "schedule"):
                yield _due(member, NoticeKind.DATE, date, date.on, None)


def _belongs(member, group):
    return member.role == group.role or member.person_id in (group.coach_id, group.co_lead_id)


def _reads(member, resource):
    return grants.scope_of(resource, Verb.READ, member.role) == Scope.ALL


def _due(member, kind, thing, due_on, came_at):
    return Due(member.person_id, kind, thing.pk, due_on, None, thing=thing, came_at=came_at,
               collaborative_id=thing.collaborative_id)  # fmt: skip
