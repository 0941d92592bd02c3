"""The words around what was found, with what was found marked; safe on any page."""

from django.db import connection
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

BEGIN, END = "\x02", "\x03"  # never typed by anybody; taken out of texts before
SNIPPET = f'StartSel={BEGIN},StopSel={END},MaxFragments=2,MaxWords=22,MinWords=9,FragmentDelimiter=" … "'
WHOLE = f"StartSel={BEGIN},StopSel={END},HighlightAll=true"
END_LETTERS = 20  # by which a snippet is known to begin or end where its text does; ours
LONGEST = 8_000  # letters of one text that are looked through; ours

# Stems are those of the language in which more of the text answers.
HEADLINES = """
    SELECT ts_headline(language, title, query, %s), ts_headline(language, body, query, %s) FROM (
        SELECT number, title, body, query,
               CASE WHEN to_tsvector('search_spanish', title || ' ' || body) @@ query
                     AND NOT to_tsvector('search_english', title || ' ' || body) @@ query
                    THEN 'search_spanish'::regconfig ELSE 'search_english'::regconfig END AS language
          FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS texts (title, body, number),
               (SELECT %s::tsquery) AS asked (query)
    ) AS shown ORDER BY number
"""


def marked(texts, query) -> list[tuple[SafeString, SafeString]]:
    """(title, snippet) of each (title, text), in one query."""
    titles = [_clean(title) for title, _text in texts]
    bodies = [_clean(text)[:LONGEST] for _title, text in texts]
    if not texts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(HEADLINES, [WHOLE, SNIPPET, titles, bodies, query])
        rows = cursor.fetchall()
    return [(_drawn(title), _drawn(_with_ends(part, body))) for (title, part), body in zip(rows, bodies, strict=True)]


def _clean(text):
    return text.replace(BEGIN, "").replace(END, "")


def _with_ends(part, whole):
    """The snippet with dots where the text goes on."""
    plain = _clean(part)
    begin = "" if whole.startswith(plain[:END_LETTERS]) else "… "
    end = "" if whole.rstrip().endswith(plain[-END_LETTERS:]) else " …"
    return f"{begin}{part}{end}" if part else ""


def _drawn(text):
    escaped = conditional_escape(text)
    return mark_safe(escaped.replace(BEGIN, "<mark>").replace(END, "</mark>"))  # escaped by the line above
