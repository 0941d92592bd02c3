"""What the first visit finds: a few things on the shelf, and a welcome that asks for an answer. Put there once, when
the house is opened, by whoever opens it; from then on it is theirs to change or to take away."""

from dataclasses import dataclass
from functools import cache

from django.db import transaction

from collaborative.discussion.actions import put_on_shelf, write_post
from collaborative.discussion.enums import PostKind
from collaborative.discussion.models import Post, ShelfItem
from collaborative.framework.rules import Entry
from collaborative.framework.templates import UnknownTemplate, template_data, template_keys
from collaborative.tenancy.actions import houses
from collaborative.tenancy.enums import Audience, Role


@dataclass(frozen=True)
class Starter:
    """`welcome`: (title, text) or None; `shelf`: what stands there on the first day."""

    welcome: tuple[str, str] | None
    shelf: tuple[dict, ...]


def read_starter(data) -> Starter:
    """The starter of a template; nothing where it has none. Raises TemplateProblem."""
    if "starter" not in data:
        return Starter(None, ())
    found = Entry(data, "").entry("starter")
    welcome = found.entry("welcome")
    return Starter(
        (welcome.text("title", 120), welcome.text("text", 4000)),
        tuple(
            {
                "title": entry.text("title", 120),
                "description": entry.text("about", 240),
                "link": entry.text("link", 200),
                "source": entry.text("source", 120, optional=True),
            }
            for entry in found.entries("shelf")
        ),
    )


@cache
def titles_put_there() -> frozenset[str]:
    """What the starters of all templates are called."""
    starters = [read_starter(template_data(key)) for key in template_keys()]
    welcomes = {starter.welcome[0] for starter in starters if starter.welcome}
    return frozenset(welcomes | {item["title"] for starter in starters for item in starter.shelf})


@transaction.atomic
def open_with_a_welcome(house, *, by, on) -> None:
    """Everybody may come in, and finds something. Raises houses.NotBeingPrepared."""
    houses.open_house(house, by=by, on=on)
    _lay_out(house.collaborative, by=by, on=on)


def _lay_out(collaborative, *, by, on):
    try:
        starter = read_starter(template_data(collaborative.template_key))
    except UnknownTemplate:
        return
    if not ShelfItem.objects.filter(collaborative=collaborative).exists():
        for item in starter.shelf:
            put_on_shelf(collaborative_id=collaborative.pk, by=by, on=on, curates=True, **item)
    if starter.welcome and not Post.objects.filter(collaborative=collaborative).exists():
        title, text = starter.welcome
        write_post(
            collaborative_id=collaborative.pk,
            by=by,
            role=Role.IMPLEMENTATION_TEAM,
            audience=Audience.ALL,
            title=title,
            text=text,
            kind=PostKind.QUESTION,
        )
