"""Thanks and celebrations in words, the newest first. Nothing is counted here, and nobody stands above another."""

import datetime
from dataclasses import dataclass
from itertools import takewhile

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.discussion.enums import PostKind, ReplyKind
from collaborative.discussion.lines import said_in_circle, url_of
from collaborative.discussion.models import Post, PostReply
from collaborative.ui.rich_text import as_plain
from pdsa import wording
from pdsa.enums import AnswerKind
from pdsa.models import CycleAnswer

A_PAGE = 24
LONGEST = 500  # characters; the whole stands where it was said
MOST = 200  # of one kind, read for one page


@dataclass(frozen=True)
class Kind:
    """Words of thanks, or something to celebrate: by whom, for whom, and where they stand."""

    words: str
    language: str
    by: str
    on: datetime.date
    url: str
    about: str = ""
    who: str = ""
    is_celebration: bool = False


@dataclass(frozen=True)
class Wall:
    """A page of kind words, and the day from which the next page goes on."""

    kinds: list
    older: datetime.date | None


def wall_of(actor, before=None) -> Wall:
    """Up to and including the day `before`. A day is never cut in two, so nothing is left out between two pages."""
    ends = before or actor.today
    found = [*_celebrations(actor, ends), *_replies(actor, ends), *_answers(actor, ends)]
    found.sort(key=lambda kind: kind.on, reverse=True)
    if len(found) <= A_PAGE:
        return Wall(found, None)
    last = found[A_PAGE - 1].on
    shown = list(takewhile(lambda kind: kind.on >= last, found))
    return Wall(shown, last - datetime.timedelta(days=1) if len(shown) < len(found) else None)


def _until(day):
    """The first moment that is no longer in that day."""
    following = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    return timezone.make_aware(following)


def _celebrations(actor, ends):
    posts = Post.objects.here(actor).filter(kind=PostKind.CELEBRATION, posted_at__lt=_until(ends))
    for post in posts.select_related("author", "team__center", "circle").order_by("-posted_at", "-pk")[:MOST]:
        yield Kind(
            as_plain(post.text, LONGEST),
            post.language,
            said_in_circle(post, actor),
            timezone.localdate(post.posted_at),
            url_of(post, actor),
            about=post.title,
            who=post.who,
            is_celebration=True,
        )


def _replies(actor, ends):
    thanks = PostReply.objects.here(actor).filter(kind=ReplyKind.THANKS, replied_at__lt=_until(ends)).exclude(text="")
    rows = thanks.select_related("author", "team__center", "circle", "post").order_by("-replied_at", "-pk")
    for row in rows[:MOST]:
        by, on = said_in_circle(row, actor), timezone.localdate(row.replied_at)
        words = as_plain(row.text, LONGEST)
        yield Kind(words, row.language, by, on, url_of(row.post, actor), about=str(row.post))


def _answers(actor, ends):
    thanks = CycleAnswer.objects.visible_to(actor).filter(
        collaborative_id=actor.collaborative_id, kind=AnswerKind.THANKS, forgotten_at=None, said_on__lte=ends
    )
    for row in thanks.exclude(text="").for_lines().order_by("-said_on", "-pk")[:MOST]:
        url = reverse("pdsa:cycle_detail", args=[actor.organization_slug, actor.collaborative_slug, row.cycle_id])
        yield Kind(row.text, row.language, _by(row, actor), row.said_on, f"{url}#said-{row.pk}", about=row.cycle.name)


def _by(row, actor):
    name = wording.shown_name(row, actor, own_team=row.author_team_id in actor.member_team_ids)
    if row.author_team is None:
        return name
    return _("%(name)s at %(center)s") % {"name": name, "center": row.author_team.center.name}
