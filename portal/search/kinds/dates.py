"""Sessions, calls and every other date that is announced."""

from django.utils.translation import gettext_lazy

from collaborative.schedule.models import LearningSession, PlannedDate
from collaborative.ui.own_words import in_own_words

from ..enums import Group
from .base import Kind, Shown, side_by_side


def _lines(*texts):
    return side_by_side(*[in_own_words(text) for text in texts])


def _show_date(told, key, here):
    url = here.url("schedule:schedule") + f"#date-{key}"
    text = _lines(told["note"], told["place"], told["questions"])
    return Shown(in_own_words(told["title"]), url, text)


def _show_session(told, _key, here):
    url = here.url("schedule:schedule") + f"#date-{told['date']}"
    title = ": ".join(in_own_words(words) for words in (told["name"], told["title"]) if words)
    return Shown(title, url, _lines(told["purpose"], told["place"]))


KINDS = (
    Kind(
        "session", Group.DATES, gettext_lazy("Learning session"), "schedule", table="schedule_learningsession",
        rows=lambda here: LearningSession.objects.visible_to(here.actor).filter(
            collaborative_id=here.actor.collaborative_id
        ),
        show=_show_session, at="starts__on", said=("name", "title", "purpose"),
        told={"name": "name", "title": "title", "purpose": "purpose", "place": "place",
              "date": "starts_id"},
    ),
    Kind(
        "date", Group.DATES, gettext_lazy("Date"), "schedule", table="schedule_planneddate",
        rows=lambda here: PlannedDate.objects.visible_to(here.actor).lines().filter(
            collaborative_id=here.actor.collaborative_id
        ),
        show=_show_date, at="on", said=("title", "note"),
        told={"title": "title", "note": "note", "place": "place", "questions": "questions"},
    ),
)  # fmt: skip
