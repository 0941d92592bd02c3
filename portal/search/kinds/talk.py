"""Learn together: posts, answers, groups run by their members, the shelf, introductions."""

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborative.discussion.enums import Spoken
from collaborative.discussion.models import Circle, Post, PostReply, ShelfItem
from collaborative.introductions.models import Introduction
from collaborative.ui.rich_text import as_plain

from ..enums import Group
from .base import Kind, Shown, by, side_by_side, text_of, who

CUT = 60  # letters of a text that stand for a title; ours


def _name(text):
    """The first words of what has no title."""
    words = as_plain(text, CUT)
    return words or _("Words removed by their author")


def _by(told, actor):
    """In a group run by its members people go by their first names; elsewhere with the center, to know whom to ask."""
    if told["circle"]:
        return told["first_name"]
    name = by(told, actor)
    return f"{name}, {told['center']}" if told["center"] else name


def _show_post(told, key, here):
    text = as_plain(told["text"])
    text = side_by_side(told["who"], text)
    url = here.url("discussion:post_detail", key)
    return Shown(told["title"] or _name(told["text"]), url, text, _by(told, here.actor), told["language"])


def _show_reply(told, key, here):
    title = told["title"] or _name(told["asked"])
    url = here.url("discussion:post_detail", told["post"]) + f"#said-{key}"
    return Shown(title, url, as_plain(told["text"]), _by(told, here.actor), told["language"])


def _show_circle(told, key, here):
    return Shown(told["name"], here.url("discussion:circle_detail", key), told["topic"], language=told["language"])


def _show_item(told, _key, here):
    """The shelf, where the thing stands with what teams said about it."""
    query = urlencode({"words": (told["original"] or told["title"])[:100]})
    text = text_of(told, "description", "source")
    said_in = str(Spoken(told["spoken"]).label) if told["spoken"] != Spoken.EN else ""
    return Shown(told["title"], f"{here.url('discussion:shelf')}?{query}", text, said_in, told["language"])


def _show_introduction(told, key, here):
    url = here.url("introductions:introduction_detail", key)
    text = text_of(told, "brings", "ask_me")
    return Shown(by(told, here.actor), url, text, told["center"] or "", told["language"])


def _items(here):
    rows = ShelfItem.objects.visible_to(here.actor).filter(collaborative_id=here.actor.collaborative_id)
    return rows.for_page().on_shelf(here.actor)


KINDS = (
    Kind(
        "post", Group.TALK, gettext_lazy("Post"), "post", table="discussion_post", is_many=True,
        rows=lambda here: Post.objects.here(here.actor),
        show=_show_post, at="posted_at", author="author_id", team="team_id",
        told={**who(), "circle": "circle_id", "language": "language", "title": "title", "text": "text", "who": "who"},
    ),
    Kind(
        "reply", Group.TALK, gettext_lazy("Answer to a post"), "post", table="discussion_postreply", is_many=True,
        rows=lambda here: PostReply.objects.here(here.actor),
        show=_show_reply, at="replied_at", author="author_id", team="team_id",
        told={**who(), "circle": "circle_id", "language": "language", "text": "text", "title": "post__title",
              "post": "post_id", "asked": "post__text"},
    ),
    Kind(
        "circle", Group.TALK, gettext_lazy("Group"), "circle", table="discussion_circle",
        rows=lambda here: Circle.objects.visible_to(here.actor).filter(
            collaborative_id=here.actor.collaborative_id
        ),
        show=_show_circle, at="created_at", author="keeper_id",
        told={"name": "name", "topic": "topic", "language": "language"},
    ),
    Kind(
        "item", Group.SHELF, gettext_lazy("On the shelf"), "shelf", table="discussion_shelfitem",
        rows=_items, show=_show_item, at="created_at", author="author_id",
        told={"title": "title", "description": "description", "source": "source", "language": "language",
              "spoken": "spoken", "original": "translation_of__title"},
    ),
    Kind(
        "introduction", Group.PEOPLE, gettext_lazy("Introduction"), "introduction", table="introductions_introduction",
        rows=lambda here: Introduction.objects.visible_to(here.actor).filter(
            collaborative_id=here.actor.collaborative_id
        ),
        show=_show_introduction, at="said_at", author="author_id", team="team_id",
        told={**who(), "language": "language", "brings": "brings", "ask_me": "ask_me"},
    ),
)  # fmt: skip
