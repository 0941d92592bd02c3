"""The words a row is found by, kept in the row itself.

`found_by` is computed by the database from the row's own columns: it stands behind the same row policies as they do,
and words that are changed, hidden or removed for good are changed, hidden and gone here at the same moment. It is no
field of any model, so no page, export or history reads it by accident.

Weights say what a word is: A in the title, B in the text, as it was written; C and D the same words, brought to their
stems in English and in Spanish (people write both, whatever language they said). Accents never matter.

There is no index over `found_by`: `@@` may leak what it compares, so PostgreSQL lets no index answer it before the row
policies have spoken. What is read instead are the reader's own rows, by the indexes their rooms have.
"""

from django.db import migrations

LONGEST = 20_000  # characters of one column that are read; no form takes as many

# Table: (columns of the title, columns of the text)
TABLES = {
    "discussion_post": (["title"], ["text", "who"]),
    "discussion_postreply": ([], ["text"]),
    "discussion_shelfitem": (["title"], ["description", "source"]),
    "discussion_circle": (["name"], ["topic"]),
    "pdsa_pdsacycle": (
        ["title", "what"],
        ["whose_idea", "with_whom", '"where"', "prediction", "how_to_tell", "did", "saw", "compared", "surprised",
         "for_whom", "decision_reason", "next_step"],
    ),
    "pdsa_cycleanswer": ([], ["text", "admire", "ask", "suggest"]),
    "framework_primarydriver": (["short_title", "long_title"], ["rationale"]),
    "framework_secondarydriver": (["label"], ["statement", "plain"]),
    "framework_starteridea": (["title"], ["what", "with_whom", "how_to_tell"]),
    "framework_glossaryterm": (["term", "also::text"], ["text"]),
    "schedule_planneddate": (["title"], ["note", "place", "questions"]),
    "schedule_learningsession": (["name", "title"], ["purpose", "place"]),
    "onboarding_preworkassignment": (["title"], ["why", "how"]),
    "introductions_introduction": ([], ["brings", "ask_me"]),
    "introductions_storyboard": ([], ["about_us", "ask_us_about", "love_help_with", "first_priorities"]),
    "tenancy_person": (["first_name"], ["family_name", "line"]),
    "tenancy_team": (["name"], ["motto"]),
    "tenancy_center": (["name"], ["about", "town"]),
    "metrics_metric": (["name"], ["why"]),
    "metrics_metricversion": (
        [], ["numerator_words", "denominator_words", "operational_definition", "guidance"],
    ),
    "wording_phrase": ([], ["words"]),
}  # fmt: skip

CONFIGURATIONS = {"search_english": "english", "search_spanish": "spanish", "search_simple": "simple"}
WORDS = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart"


def configuration(name, language):
    """A text search that knows a language's stems and no accents."""
    dictionary = "simple" if language == "simple" else f"{language}_stem"
    yield f"CREATE TEXT SEARCH CONFIGURATION public.{name} (COPY = pg_catalog.{language})"
    yield (
        f"ALTER TEXT SEARCH CONFIGURATION public.{name} ALTER MAPPING FOR {WORDS}"
        f" WITH public.unaccent, pg_catalog.{dictionary}"
    )


def joined(columns):
    return " || ' ' || ".join(f"left(COALESCE({column}, ''), {LONGEST})" for column in columns) or "''"


def vector(title, text):
    """The expression of `found_by`."""
    parts = []
    for columns, plain, stemmed in ((title, "A", "C"), (text, "B", "D")):
        for name, weight in (("simple", plain), ("english", stemmed), ("spanish", stemmed)):
            if columns:
                words = f"to_tsvector('public.search_{name}', {joined(columns)})"
                parts.append(f"setweight({words}, '{weight}')")
    return " || ".join(parts)


def added(table, title, text):
    return f'ALTER TABLE "{table}" ADD COLUMN found_by tsvector GENERATED ALWAYS AS ({vector(title, text)}) STORED'


class Migration(migrations.Migration):
    dependencies = [
        ("discussion", "0003_talk"),
        ("framework", "0002_protect"),
        ("introductions", "0002_protect"),
        ("metrics", "0004_plans_talks_and_sources"),
        ("onboarding", "0002_protect"),
        ("pdsa", "0003_guessed_afterwards"),
        ("schedule", "0003_planneddate_details"),
        ("tenancy", "0011_house"),
        ("wording", "0002_protect"),
    ]

    operations = [
        migrations.RunSQL(
            [
                "CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public",
                "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public",
                *[line for name, language in CONFIGURATIONS.items() for line in configuration(name, language)],
                *[added(table, *columns) for table, columns in TABLES.items()],
            ],
            reverse_sql=[
                *[f'ALTER TABLE "{table}" DROP COLUMN found_by' for table in TABLES],
                *[f"DROP TEXT SEARCH CONFIGURATION public.{name}" for name in CONFIGURATIONS],
            ],
        )
    ]
