"""Posts and replies as pages show them: who said it, as that person chose to be shown, and where it leads."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborative.files.rules import PICTURES
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.enums import ShownAs
from collaborative.tenancy.naming import shown_name
from collaborative.tenancy.sent_forms import new_form_key


@dataclass(frozen=True)
class Line:
    """Words of a person, and the addresses that belong to them."""

    words: object
    by: str
    url: str
    file_url: str
    is_picture: bool = False


@dataclass(frozen=True)
class ReplyLine:
    """A reply, and what the reader may do with it."""

    words: object
    by: str
    is_mine: bool
    may_take_down: bool
    form_key: str


@dataclass(frozen=True)
class ShelfLine:
    """Something on the shelf: where it leads, and whether the reader may take it off."""

    item: object
    url: str
    by: str
    is_file: bool
    may_hide: bool
    form_key: str


def said_by(row, actor) -> str:
    """The person's name as she chose to be shown, with her center for other teams to know whom to ask."""
    in_own_team = row.team_id is not None and row.team_id in actor.member_team_ids
    name = shown_name(row.author, row.author_role, in_own_team=in_own_team)
    if row.team_id is None or in_own_team:
        return name
    return _("%(name)s at %(center)s") % {"name": name, "center": row.team.center.name}


def line_of(post, actor) -> Line:
    """A post as a line of a list or the head of its page."""
    place = [actor.organization_slug, actor.collaborative_slug, post.pk]
    return Line(
        words=post,
        by=said_by(post, actor),
        url=reverse("discussion:post_detail", args=place),
        file_url=reverse("discussion:post_file", args=place) if post.file_id else "",
        is_picture=bool(post.file_id) and post.file.content_type in PICTURES,
    )


def reply_line(answer, actor) -> ReplyLine:
    """A reply under a post."""
    is_mine = answer.author_id == actor.person_id
    may_take_down = not is_mine and can_on_rung(actor, "share", "post", answer)
    return ReplyLine(answer, said_by(answer, actor), is_mine, may_take_down, new_form_key())


def shelf_line(item, actor) -> ShelfLine:
    """Something on the shelf, with the first name of who put it there, where that person shows it to others."""
    place = [actor.organization_slug, actor.collaborative_slug, item.pk]
    shows_name = item.author.shown_as == ShownAs.FIRST_NAME or item.author_id == actor.person_id
    return ShelfLine(
        item=item,
        url=reverse("discussion:shelf_file", args=place) if item.file_id else item.link,
        by=item.author.first_name if shows_name and can(actor, "read", "person") else "",
        is_file=item.file_id is not None,
        may_hide=item.author_id == actor.person_id or can(actor, "share", "shelf", item),
        form_key=new_form_key(),
    )
