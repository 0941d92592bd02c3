"""Posts and replies as pages show them: who said it, as that person chose to be shown, what hangs on it."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.enums import ShownAs
from collaborative.tenancy.naming import shown_name
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words
from collaborative.ui.rich_text import as_plain

from .models import Attachment
from .sentences import who_can_see
from .things import Told, tries

PREVIEW = 220  # characters of a post on a list; ours


@dataclass(frozen=True)
class PieceLine:
    """A picture, file or link under words."""

    piece: object
    url: str
    name: str
    is_link: bool
    form_key: str = ""


@dataclass(frozen=True)
class Line:
    """Words of a person, and what belongs to them."""

    words: object
    by: str
    url: str
    preview: str = ""
    can_see: str = ""
    pieces: tuple = ()
    about: tuple = ()


@dataclass(frozen=True)
class ReplyLine:
    """A reply, and what the reader may do with it."""

    words: object
    by: str
    is_mine: bool
    may_take_down: bool
    form_key: str
    pieces: tuple = ()


@dataclass(frozen=True)
class ShelfLine:
    """Something on the shelf: where it leads, and what the reader may do with it."""

    item: object
    url: str
    by: str
    is_file: bool
    is_mine: bool
    may_hide: bool
    form_key: str
    waits: bool = False
    uses: tuple = ()
    versions: tuple = ()
    is_used_by_us: bool = False


def said_by(row, actor) -> str:
    """The person's name as she chose to be shown, with her center for other teams to know whom to ask."""
    in_own_team = row.team_id is not None and row.team_id in actor.member_team_ids
    name = shown_name(row.author, row.author_role, in_own_team=in_own_team)
    if row.team_id is None or in_own_team:
        return name
    return _("%(name)s at %(center)s") % {"name": name, "center": row.team.center.name}


def said_in_circle(row, actor) -> str:
    """In a group run by its members people go by their first names."""
    return row.author.first_name if row.circle_id else said_by(row, actor)


def line_of(post, actor) -> Line:
    """A post as a line: who said it, and where it leads."""
    return Line(words=post, by=said_in_circle(post, actor), url=url_of(post, actor))


def url_of(post, actor) -> str:
    return reverse("discussion:post_detail", args=[actor.organization_slug, actor.collaborative_slug, post.pk])


def lines_of(posts, actor) -> list[Line]:
    """Posts with what hangs on them and what they speak of, in one query each."""
    hanging = pieces_of(posts, actor)
    told = tries.told(actor, [post.try_id for post in posts if post.try_id])
    return [
        Line(
            words=post,
            by=said_in_circle(post, actor),
            url=url_of(post, actor),
            preview=as_plain(post.text, PREVIEW),
            can_see=who_can_see(post),
            pieces=tuple(hanging[post.pk, None]),
            about=tuple(about(post, actor, told)),
        )
        for post in posts
    ]


def pieces_of(posts, actor) -> dict:
    """{(post id, reply id or None): [PieceLine]}."""
    found = defaultdict(list)
    for piece in Attachment.objects.here(actor).of([post.pk for post in posts]):
        found[piece.post_id, piece.reply_id].append(piece_line(piece, actor))
    return found


def piece_line(piece, actor) -> PieceLine:
    if piece.link:
        return PieceLine(piece, piece.link, piece.link, is_link=True, form_key=new_form_key())
    address = [actor.organization_slug, actor.collaborative_slug, piece.pk]
    name = piece.file.name if piece.file_id else ""
    return PieceLine(piece, reverse("discussion:piece_file", args=address), name, is_link=False,
                     form_key=new_form_key())  # fmt: skip


def about(post, actor, told):
    """What a post speaks of, as far as the reader may see that: a driver, a date, a try."""
    place = [actor.organization_slug, actor.collaborative_slug]
    if post.driver_id and can(actor, "read", "framework"):
        yield Told(in_own_words(post.driver.short_title), reverse("framework:driver", args=[*place, post.driver.code]))
    if post.planned_date_id and post.planned_date.hidden_at is None and can(actor, "read", "schedule"):
        day = date_format(post.planned_date.on, "MONTH_DAY_FORMAT")
        yield Told(f"{in_own_words(post.planned_date.title)}, {day}", reverse("schedule:schedule", args=place))
    if post.try_id in told:
        yield told[post.try_id]


def may_take_down(row, actor) -> bool:
    """Whether the reader looks after the place where somebody else wrote this."""
    if row.author_id == actor.person_id or actor.is_closed:
        return False
    if row.circle_id:
        return row.circle.keeper_id == actor.person_id
    return can_on_rung(actor, "share", "post", row)


def reply_line(answer, actor, pieces=()) -> ReplyLine:
    """A reply under a post."""
    return ReplyLine(
        words=answer,
        by=said_in_circle(answer, actor),
        is_mine=answer.author_id == actor.person_id,
        may_take_down=may_take_down(answer, actor),
        form_key=new_form_key(),
        pieces=tuple(pieces),
    )


def shelf_line(item, actor, uses=(), versions=()) -> ShelfLine:
    """Something on the shelf, with the first name of who put it there, where that person shows it to others."""
    place = [actor.organization_slug, actor.collaborative_slug, item.pk]
    is_mine = item.author_id == actor.person_id
    shows_name = item.author.shown_as == ShownAs.FIRST_NAME or is_mine
    return ShelfLine(
        item=item,
        url=reverse("discussion:shelf_file", args=place) if item.file_id else item.link,
        by=item.author.first_name if shows_name and can(actor, "read", "person") else "",
        is_file=item.file_id is not None,
        is_mine=is_mine,
        may_hide=not actor.is_closed and (is_mine or can(actor, "share", "shelf", item)),
        form_key=new_form_key(),
        waits=item.shows_from is not None and item.shows_from > actor.today,
        uses=tuple(uses),
        versions=tuple(versions),
        is_used_by_us=any(use.team_id == actor.team_id for use in uses),
    )
