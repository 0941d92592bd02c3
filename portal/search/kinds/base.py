"""What every kind of thing says about itself so that it can be found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Case, DateTimeField, Exists, FloatField, OuterRef, Q, TextField, UUIDField, Value, When
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import localdate

from collaborative.framework.glossary import terms_for
from collaborative.tenancy.actors import Actor, can
from collaborative.tenancy.models import Person
from collaborative.tenancy.naming import shown_name
from collaborative.ui.own_words import language_of_reader
from collaborative.wording.models import Phrase
from metrics.catalogue import metrics_of

from ..enums import Group
from ..vectors import AmongSought, FoundBy, Matches, Rank

WRITTEN_IN = "en"  # what the project team writes once for everybody
SAID_OTHERWISE = 5.0  # the rank of what is found by how the phrase book says it: about that of a word in the text


@dataclass(frozen=True)
class Here:
    """Whoever searches; what several kinds need is read once."""

    actor: Actor

    @cached_property
    def terms(self):
        return [term.pk for term in terms_for(self.actor)]

    @cached_property
    def definitions(self):
        """The definition in force of each metric the reader may know."""
        return [metric.definition.pk for metric in metrics_of(self.actor)]

    def read(self):
        """Read it, so that the number of queries is the same whatever is found."""
        return self.terms, self.definitions

    def url(self, name, *rest):
        return reverse(name, args=[self.actor.organization_slug, self.actor.collaborative_slug, *rest])


@dataclass(frozen=True)
class Shown:
    """A row that was found, in the reader's words: `text` is plain."""

    title: str
    url: str
    text: str = ""
    by: str = ""
    language: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of thing that can be found.

    `resource`: what its page asks for at the door. `rows`: exactly those whose page opens, as a queryset.
    `at`: where its day or moment stands; `author`, `team`: whose it is. `said`: columns of lines the phrase book may
    know. `told`: what `show` needs, by name.
    """

    key: str
    group: Group
    label: str
    resource: str
    rows: Callable
    show: Callable
    vector: Callable = lambda here: FoundBy()
    key_path: str = "pk"
    at: str = ""
    author: str = ""
    team: str = ""
    said: tuple[str, ...] = ()
    told: dict = field(default_factory=dict)
    table: str = ""  # where its words stand, if in one table alone
    is_many: bool = False  # there are thousands of it: the words are looked for first, then who may see them
    once: str = ""  # the column of which one row is enough, where several lead to the same page
    first: Callable = lambda told: 0  # which of them stands for the others

    def opens_for(self, here):
        return can(here.actor, "read", self.resource)

    def hits(self, here, query, asked):
        """The rows that answer `query`, as (kind, id, rank, moment)."""
        found, rank = self._answering(self.rows(here), query, here)
        found = self._chosen(found, asked, here.actor)
        return found.values_list(
            Value(self.key, TextField()),
            Cast(self.key_path, UUIDField()),
            rank,
            Cast(self.at, DateTimeField()) if self.at else Value(None, DateTimeField()),
        )

    @property
    def from_when(self) -> str:
        """Days are compared with days, moments by their day where the reader is."""
        return self.at if self.at.endswith("on") else f"{self.at}__date"

    def sought(self) -> str:
        """The rows of this organization that answer, as SQL of (organization, collaborative, query)."""
        return (
            f'sought_{self.key} AS MATERIALIZED (SELECT id FROM "{self.table}" WHERE organization_id = %s'
            " AND collaborative_id = %s AND hidden_at IS NULL AND found_by @@ %s::tsquery)"
        )

    def _answering(self, rows, query, here):
        rows = self._bare(rows).order_by(*([self.once] if self.once else []))
        rows = rows.distinct(self.once) if self.once else rows
        vector = self.vector(here)
        own, rank = Matches(vector, query), Rank(vector, query)
        if self.is_many:
            return rows.filter(AmongSought("pk", f"sought_{self.key}")), rank
        if not self.said or language_of_reader() == WRITTEN_IN:
            return rows.filter(own), rank
        otherwise = Exists(self._phrases(here).filter(Matches(FoundBy(), query)))
        rank = Case(When(own, then=rank), default=Value(SAID_OTHERWISE), output_field=FloatField())
        return rows.filter(Q(own) | Q(otherwise)), rank

    def _phrases(self, here):
        phrases = Phrase.objects.visible_to(here.actor).into(language_of_reader())
        here_alone = phrases.filter(collaborative_id=here.actor.collaborative_id)
        return here_alone.filter(source__in=[OuterRef(column) for column in self.said])

    def _chosen(self, rows, asked, actor):
        if asked.since:
            rows = rows.filter(**{f"{self.from_when}__gte": asked.since}) if self.at else rows.none()
        if asked.is_mine:
            rows = rows.filter(**{self.author: actor.person_id}) if self.author else rows.none()
        if asked.is_ours:
            rows = rows.filter(**{f"{self.team}__in": actor.own_team_ids}) if self.team else rows.none()
        return rows

    def details(self, here, ids):
        """What `show` needs of these rows, as (kind, id, a mapping)."""
        rows = self._bare(self.rows(here)).filter(**{f"{self.key_path}__in": ids}).order_by()
        told = JSONObject(**self.told, **({"at": self.at} if self.at else {}))
        return rows.values_list(Value(self.key, TextField()), Cast(self.key_path, UUIDField()), told)

    def newest(self, here, most):
        """The vectors of the newest rows, the words one may have meant."""
        return self._bare(self.rows(here)).order_by("-pk").values_list(self.vector(here))[:most]

    @staticmethod
    def _bare(rows):
        return rows.select_related(None).defer(None)


def who(person="author", role="author_role", team="team_id", center="team__center__name"):
    """What `by` needs of a row with an author."""
    return {
        "author": f"{person}_id", "first_name": f"{person}__first_name", "family_name": f"{person}__family_name",
        "shown_as": f"{person}__shown_as", "role": role, "team": team, "center": center,
    }  # fmt: skip


def person_of(told) -> Person:
    names = ("first_name", "family_name", "shown_as")
    return Person(**{name: told[name] for name in names})


def is_of_own_team(told, actor) -> bool:
    return told["team"] is not None and UUID(told["team"]) in actor.member_team_ids


def by(told, actor) -> str:
    """Whoever wrote it, as that person chose to be shown."""
    return shown_name(person_of(told), told["role"], in_own_team=is_of_own_team(told, actor))


def text_of(told, *names) -> str:
    """What stands in these columns, one after another."""
    return side_by_side(*[told[name] for name in names])


def side_by_side(*texts) -> str:
    """Several texts on one line, those that say something."""
    return " · ".join(" ".join(text.split()) for text in texts if text)


def day_of(told) -> date | None:
    """The day of a row that has one."""
    moment = told.get("at") or ""
    as_moment = parse_datetime(moment) if "T" in moment else None
    return localdate(as_moment) if as_moment else parse_date(moment)
