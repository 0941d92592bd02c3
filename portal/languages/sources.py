"""Every text of a collaborative that is written once for everybody: gathered from all rooms in one query.

A room that shows more of them adds a part here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext_lazy as _

from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.introductions.models import Promise
from collaborative.onboarding.models import CommitmentLetter, Expectation, PreworkAssignment, PreworkDay
from collaborative.onboarding.rules import blocks
from collaborative.schedule.enums import ANNOUNCED
from collaborative.schedule.models import ActionPeriod, Closure, LearningSession, PlannedDate
from collaborative.tenancy.models import AffinityGroup, Collaborative, SharingAgreement
from collaborative.ui.own_words import key_of
from metrics.models import Metric, MetricVersion
from portal.recognition.models import CreditNote, Recognition

PLACES = {
    "framework": _("The framework"),
    "ideas": _("Small ideas"),
    "numbers": _("What we count"),
    "dates": _("Sessions, periods and dates"),
    "asked": _("What's asked of us"),
    "collaborative": _("The collaborative and its role groups"),
}


@dataclass(frozen=True)
class Part:
    """The texts of one table: `fields` in the order in which a page shows them, rows in the order of `at`."""

    place: str
    rows: Callable[[dict], QuerySet]  # of {"actor": …, "here": the collaborative's id, "since": a framework's number}
    fields: tuple[str, ...]
    at: object = field(default_factory=lambda: Value(0))
    lines: Callable[[object], list[str]] = field(default_factory=lambda: _lines)


def _of(model, path, **more):
    """Rows of the collaborative that lies at the end of `path`."""
    return lambda known: model.objects.visible_to(known["actor"]).filter(**{path: known["here"]}, **more)


def _of_framework(model, path):
    def rows(known):
        within = {f"{path}collaborative_id": known["here"], f"{path}number__gte": known["since"]}
        return model.objects.visible_to(known["actor"]).filter(**within)

    return rows


def _written(model):
    """Rows that say in which language they are written: those in the language most of it is written in."""
    return _of(model, "collaborative_id", language=settings.LANGUAGE_CODE)


def _newest(model, order, **more):
    """What holds now of several versions."""

    def rows(known):
        here = model.objects.visible_to(known["actor"]).filter(collaborative_id=known["here"], **more)
        return model.objects.filter(pk__in=here.order_by(order, "-pk").values("pk")[:1])

    return rows


def _definitions(known):
    """How each number is counted now, or will be."""
    newest = MetricVersion.objects.shown().filter(metric=OuterRef("metric")).order_by("-number").values("number")[:1]
    rows = MetricVersion.objects.visible_to(known["actor"]).filter(metric__collaborative_id=known["here"])
    return rows.filter(metric__hidden_at=None, number=Subquery(newest))


def _closures(known):
    """Why several centers are closed at once; why a single one is, are its own words."""
    rows = Closure.objects.visible_to(known["actor"]).filter(center__teams__collaborative_id=known["here"])
    return rows.order_by().values("why").annotate(centers=Count("center_id", distinct=True)).filter(centers__gt=1)


def _lines(value):
    """The lines of a text, or of the questions of a framework, each of which has a text and a hint."""
    if isinstance(value, list):
        return [line for one in value for name in ("text", "hint") for line in _lines(one.get(name))]
    return [key_of(line) for line in (value or "").splitlines() if line.strip()]


def _lines_of_letter(value):
    """Paragraphs and lines of lists, as the page of the letter sets them."""
    return [key_of(line) for kind, said in blocks(value) for line in (said if kind == "ul" else [said])]


def _titles(value):
    """The titles of roles, in the order of their roles."""
    return [key_of(title) for _role, title in sorted((value or {}).items()) if isinstance(title, str) and title.strip()]


PARTS = (
    Part("framework", _of_framework(CollaborativeChangeFramework, ""),
         ("name", "note", "questions", "need_and_opportunity"), F("number")),
    Part("framework", _of_framework(Aim, "framework__"), ("text", "measure", "target"), F("position")),
    Part("framework", _of_framework(PrimaryDriver, "framework__"),
         ("short_title", "long_title", "rationale"), F("position")),
    Part("framework", _of_framework(SecondaryDriver, "primary__framework__"), ("label", "plain", "statement"),
         F("primary__position") * 1000 + F("position")),
    Part("ideas", _of_framework(StarterIdea, "driver__framework__"),
         ("role_label", "title", "what", "with_whom", "how_to_tell"), F("driver__position") * 1000 + F("position")),
    Part("numbers", _of(Metric, "collaborative_id"), ("name", "why", "goal_set_by"), F("position")),
    Part("numbers", _definitions, ("numerator_words", "denominator_words", "unit", "operational_definition",
                                   "guidance", "change_note"), F("metric__position")),
    Part("dates", _of(LearningSession, "collaborative_id"), ("name", "title", "purpose"), F("number")),
    Part("dates", _of(ActionPeriod, "collaborative_id"), ("name", "focus"), F("number")),
    Part("dates", _of(PlannedDate, "collaborative_id", kind__in=ANNOUNCED), ("title", "note", "questions"), F("on")),
    Part("dates", _closures, ("why",)),
    Part("asked", _written(Expectation), ("what", "how_much", "when", "whose_time", "cover"), F("role")),
    Part("asked", _newest(CommitmentLetter, "-number", language=settings.LANGUAGE_CODE), ("title", "text"),
         lines=_lines_of_letter),
    Part("asked", _written(PreworkAssignment), ("title", "why", "how", "where"), F("position")),
    Part("asked", _written(PreworkDay), ("objectives",)),
    Part("asked", _newest(SharingAgreement, "-agreed_on"),
         ("about_tries", "about_scores", "about_numbers", "about_photos", "about_failures")),
    Part("collaborative", _of(Collaborative, "pk"), ("content_area", "content_model", "practical_supports")),
    Part("collaborative", _written(Promise), ("text", "how"), F("kind")),
    Part("collaborative", _written(CreditNote), ("text", "how"), F("kind")),
    Part("collaborative", _written(Recognition), ("titles",), lines=_titles),
    Part("collaborative", _of(AffinityGroup, "collaborative_id"), ("name",), F("name")),
)  # fmt: skip


def texts_of(actor) -> dict[str, str]:
    """{a line: the place where it is read first}, in the order in which people come upon it."""
    in_force = CollaborativeChangeFramework.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    number = Subquery(in_force.published().values("number")[:1], output_field=IntegerField())
    known = {"actor": actor, "here": actor.collaborative_id, "since": Coalesce(number, 0)}
    first, *others = (_read(part, order, known) for order, part in enumerate(PARTS))
    found = {}
    for order, row in sorted(first.union(*others, all=True), key=_in_order):
        for name in PARTS[order].fields:
            for line in PARTS[order].lines(row[name]):
                found.setdefault(line, PARTS[order].place)
    return found


def _read(part, order, known):
    said = JSONObject(at=part.at, **{name: F(name) for name in part.fields})
    rows = part.rows(known).order_by().annotate(part=Value(order), said=said)
    return rows.values_list("part", "said")


def _in_order(row):
    order, said = row
    return order, said["at"], str(said[PARTS[order].fields[0]])
