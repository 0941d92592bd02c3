"""Posts and replies as pages show them: who said it, as that person chose to be shown, and where it leads."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborative.tenancy.naming import shown_name


@dataclass(frozen=True)
class Line:
    """Words of a person, and the addresses that belong to them."""

    words: object
    by: str
    url: str
    file_url: str


def said_by(row, actor) -> str:
    """The person's name as she chose to be shown, with her center for other teams to know whom to ask."""
    in_own_team = row.team_id is not None and row.team_id in actor.own_team_ids
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
    )
