"""Finding: what is asked for as the database reads it, what answers it, and which words were perhaps meant.

Each kind's rows are those its own pages show (`visible_to` and what else the page asks), and the row policies stand
behind them; here they are only put side by side. However much is found, the number of queries is the same.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection

from collaborative.ui.own_words import language_of_reader

from . import rules
from .kinds import KINDS, WRITTEN_IN, Here

MEANT_FROM = 500  # of the newest rows of each kind, whose words one may have meant; ours
LIKE = 40  # words of the same letters that are looked at more closely; ours
LANGUAGES = ("search_english", "search_spanish", "search_simple")


@dataclass(frozen=True)
class Asked:
    """What is looked for besides words: kinds (all where none is named), from when on, and whose."""

    group: str = ""
    since: date | None = None
    is_mine: bool = False
    is_ours: bool = False


@dataclass(frozen=True)
class Found:
    """How many of each kind there are, and (kind, id) of those on this page."""

    counts: dict[str, int] = field(default_factory=dict)
    page: tuple[tuple[str, UUID], ...] = ()


@dataclass(frozen=True)
class Sought:
    """What was typed as the database's own question, and the kinds in which something may answer it."""

    query: str = ""
    kinds: frozenset = frozenset()


def sought(here: Here, typed: rules.Typed) -> Sought:
    """What was typed as a question: in both languages and as it was written; the last word may still go on.

    websearch_to_tsquery takes anything. `kinds`: where no row of the organization answers, nobody need ask who may see
    which of them.
    """
    every, before = (_in_all_languages("websearch_to_tsquery") for _use in range(2))
    without = "".join(f" && !!({_in_all_languages('phraseto_tsquery')})" for _words in typed.unwanted)
    probed = [kind for kind in _open_kinds(here) if kind.table and not kind.is_many]
    probes = [
        f'CASE WHEN EXISTS (SELECT 1 FROM "{kind.table}" WHERE organization_id = %s AND found_by @@ query)'
        f" THEN '{kind.key}' END"
        for kind in probed
    ]
    # What is asked then reads thousands of rows in milliseconds: compiling it first would take longer.
    sql = (
        f"WITH asked AS MATERIALIZED (SELECT wanted{without} AS query, numnode(wanted) AS size FROM ("
        f"SELECT {every} || (({before}) && to_tsquery('search_simple', %s)) AS wanted) AS typed)"
        f" SELECT set_config('jit', 'off', true), size, query::text, ARRAY[{', '.join(probes)}]::text[] FROM asked"
    )
    last = f"{typed.last}:*" if typed.last else ""
    parts = [part for words in typed.unwanted for part in _thrice(words)]
    parts += [*_thrice(typed.wanted), *_thrice(typed.before), last, *[here.actor.organization_id for _kind in probed]]
    with connection.cursor() as cursor:
        cursor.execute(sql, parts)
        _set, size, query, answering = cursor.fetchone()
    if not size:
        return Sought()
    rest = {kind.key for kind in _open_kinds(here)} - {kind.key for kind in probed}
    return Sought(query, frozenset(rest | {key for key in answering if key} | _said_otherwise(here)))


def _said_otherwise(here):
    """Kinds that may be found by how the phrase book says them."""
    if language_of_reader() == WRITTEN_IN:
        return set()
    return {kind.key for kind in _open_kinds(here) if kind.said}


def _in_all_languages(function):
    return " || ".join(f"{function}('{name}', %s)" for name in LANGUAGES)


def _thrice(words):
    return [words] * len(LANGUAGES)


def find(here: Here, sought: Sought, asked: Asked, *, at: int, most: int) -> Found:
    """What answers: all kinds counted, and `most` of the chosen ones from the place `at` on."""
    here.read()
    kinds = [KINDS[key] for key in KINDS if key in sought.kinds]
    hits, values = _together(kind.hits(here, sought.query, asked) for kind in kinds)
    if not hits:
        return Found()
    first = [kind.sought() for kind in kinds if kind.is_many]
    place = [here.actor.organization_id, here.actor.collaborative_id, sought.query]
    chosen = [key for key, kind in KINDS.items() if asked.group in ("", kind.group)]
    sql = f"""
        WITH {"".join(f"{one}, " for one in first)} hits (kind, id, rank, at) AS MATERIALIZED ({hits}),
        counted AS (SELECT kind, count(*) AS number FROM hits GROUP BY kind),
        page AS (
            SELECT kind, id, row_number() OVER (ORDER BY rank DESC, at DESC NULLS LAST, id DESC) AS place
              FROM hits WHERE kind = ANY(%s) ORDER BY place LIMIT %s OFFSET %s
        )
        SELECT (SELECT json_object_agg(kind, number)::text FROM counted),
               (SELECT json_agg(json_build_array(kind, id) ORDER BY place)::text FROM page)
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(place * len(first)), *values, chosen, most, at])
        counts, page = (json.loads(words) if words else [] for words in cursor.fetchone())
    return Found(dict(counts), tuple((kind, UUID(key)) for kind, key in page))


def details_of(here: Here, page) -> list:
    """(kind, id, what is to be told of it) for each place of a page, in order, in one query."""
    ids = {kind: [key for other, key in page if other == kind] for kind, _key in page}
    sql, values = _together(KINDS[kind].details(here, keys) for kind, keys in ids.items())
    told = {}
    if sql:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            for kind, key, row in cursor.fetchall():
                told.setdefault((kind, key), []).append(json.loads(row))
    return [(KINDS[place[0]], place[1], min(told[place], key=KINDS[place[0]].first)) for place in page if place in told]


def meant_by(here: Here, words) -> dict[str, str]:
    """{a word as it was typed: the word that was perhaps meant}, from what this reader may read, in one query."""
    texts, values = _together(kind.newest(here, MEANT_FROM) for kind in _open_kinds(here))
    if not texts or not words:
        return {}
    sql = """
        WITH known AS MATERIALIZED (SELECT word, nentry FROM ts_stat(%s, 'ab') WHERE length(word) < 40)
        SELECT typed, array_agg(ARRAY[word, nentry::text] ORDER BY likeness DESC, word) FROM unnest(%s::text[]) AS typed
        CROSS JOIN LATERAL (
            SELECT word, nentry, similarity(word, public.unaccent(typed)) AS likeness FROM known
             WHERE abs(length(word) - length(typed)) <= 2
               AND (similarity(word, public.unaccent(typed)) > 0.1 OR word = public.unaccent(typed))
               AND word NOT SIMILAR TO '%%[0-9]%%'
             ORDER BY likeness DESC, nentry DESC LIMIT %s
        ) AS near GROUP BY typed
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [cursor.mogrify(texts, values).decode(), list(words), LIKE])
        rows = cursor.fetchall()
    meant = {}
    for typed, near in rows:
        known = {word: int(places) for word, places in near}
        if typed not in known and (best := rules.nearest(typed, known.items())):
            meant[typed] = best
    return meant


def _open_kinds(here):
    """The kinds whose pages open for this reader at all."""
    return [kind for kind in KINDS.values() if kind.opens_for(here)]


def _together(querysets):
    """(SQL, values) of querysets one under another; those that can hold nothing are left out."""
    parts, values = [], []
    for queryset in querysets:
        try:
            sql, own = queryset.query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"({sql})")
        values += own
    return " UNION ALL ".join(parts), values
