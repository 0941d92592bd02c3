"""The framework in force with its ways and small ideas, and the words of the field."""

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from collaborative.framework.models import (
    CollaborativeChangeFramework,
    GlossaryTerm,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.tenancy.actors import can
from collaborative.ui.own_words import in_own_words

from ..enums import Group
from .base import Kind, Shown, side_by_side


def _in_force(here):
    """The framework whose pages open: the published one; for who writes it the newest."""
    actor = here.actor
    rows = CollaborativeChangeFramework.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    rows = rows.order_by("-number", "pk") if can(actor, "write", "framework") else rows.published()
    return rows.values("pk")[:1]


def _said(told, *names):
    return side_by_side(*[in_own_words(told[name]) for name in names])


def _driver(here, code):
    return here.url("framework:driver", code)


def _show_driver(told, _key, here):
    long_title = told["long_title"] if told["long_title"] != told["title"] else ""
    text = _said({**told, "long_title": long_title}, "long_title", "rationale")
    return Shown(in_own_words(told["title"]), _driver(here, told["code"]), text)


def _show_way(told, _key, here):
    url = f"{_driver(here, told['driver'])}#{told['code']}"
    return Shown(in_own_words(told["label"]), url, _said(told, "plain", "statement"), in_own_words(told["of"]))


def _show_idea(told, key, here):
    url = f"{_driver(here, told['driver'])}#idea-{key}"
    names = ("what", "with_whom", "how_to_tell") if told["title"] else ("with_whom", "how_to_tell")
    return Shown(in_own_words(told["title"] or told["what"]), url, _said(told, *names), in_own_words(told["of"]))


def _show_term(told, _key, here):
    url = f"{here.url('framework:glossary')}?{urlencode({'q': told['term'][:60]})}"
    text = side_by_side(told["text"], ", ".join(told["also"]))
    return Shown(told["term"], url, text, language=told["language"])


KINDS = (
    Kind(
        "driver", Group.FRAMEWORK, gettext_lazy("Driver"), "framework", table="framework_primarydriver",
        rows=lambda here: PrimaryDriver.objects.visible_to(here.actor).filter(framework__in=_in_force(here)),
        show=_show_driver, said=("short_title", "long_title"),
        told={"title": "short_title", "long_title": "long_title", "rationale": "rationale", "code": "code"},
    ),
    Kind(
        "way", Group.FRAMEWORK, gettext_lazy("Way to work on it"), "framework", table="framework_secondarydriver",
        rows=lambda here: SecondaryDriver.objects.visible_to(here.actor).filter(
            primary__framework__in=_in_force(here), primary__hidden_at=None
        ),
        show=_show_way, said=("label", "plain", "statement"),
        told={"label": "label", "plain": "plain", "statement": "statement", "code": "code", "driver": "primary__code",
              "of": "primary__short_title"},
    ),
    Kind(
        "idea", Group.FRAMEWORK, gettext_lazy("Small idea to begin with"), "framework", table="framework_starteridea",
        rows=lambda here: StarterIdea.objects.visible_to(here.actor).filter(
            driver__framework__in=_in_force(here), driver__hidden_at=None
        ),
        show=_show_idea, said=("title", "what", "with_whom", "how_to_tell"),
        told={"title": "title", "what": "what", "with_whom": "with_whom", "how_to_tell": "how_to_tell",
              "driver": "driver__code", "of": "driver__short_title"},
    ),
    Kind(
        "term", Group.WORDS, gettext_lazy("Word, explained"), "framework", table="framework_glossaryterm",
        rows=lambda here: GlossaryTerm.objects.visible_to(here.actor).filter(pk__in=here.terms),
        show=_show_term,
        told={"term": "term", "text": "text", "also": "also", "language": "language"},
    ),
)  # fmt: skip
