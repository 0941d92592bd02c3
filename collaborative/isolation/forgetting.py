"""Remove for good: one's own words of the last day, out of the row, its history, drafts and unsent messages.

The web's role cannot change history, so one function of the database does it with its owner's rights: on listed tables
and columns only, in the caller's organization, and for words the caller wrote within 24 hours by the history's account.

What a colleague wrote stays, in the row and in its history: in each column the words belong to whoever brought them in,
version by version, and to the last one who changed them on the page. A colleague who took the caller's words up into
their own keeps them; the page says so. Messages name the row they quote (`Message.quotes`) and lose their words with
it; a gathered message loses the paragraph that is about the row. No other message, and nobody else's draft, is touched.
"""

from uuid import UUID

from django.db import connection

# Table -> its columns of words. A new table needs a migration that makes the function anew.
FORGETTABLE = {
    "pdsa_pdsacycle": (
        "title", "what", "whose_idea", "with_whom", "where", "prediction", "how_to_tell", "did", "saw", "compared",
        "surprised", "for_whom", "decision_reason", "next_step",
    ),
    "pdsa_cycleanswer": ("admire", "ask", "suggest", "text"),
    "pdsa_askedteam": ("words",),
    "pdsa_photo": ("description",),
    "pdsa_priority": ("text",),
    "pdsa_teamneed": ("text",),
    "discussion_post": ("title", "text", "who"),
    "discussion_postreply": ("text",),
    "discussion_attachment": ("caption",),
    "discussion_posttask": ("what",),
    "discussion_shelfitem": ("title", "description"),
    "discussion_shelfuse": ("words",),
    "discussion_circle": ("name", "topic"),
    "discussion_worry": ("words", "excerpt"),
    "discussion_noticing": ("text",),
    "introductions_introduction": ("brings", "ask_me"),
    "introductions_hello": ("text",),
    "introductions_boardnote": ("text",),
    "metrics_chartnote": ("text",),
    "metrics_observation": ("not_this_time", "note"),
}  # fmt: skip


class NothingToForget(Exception):
    """The caller wrote none of these words within the last 24 hours."""


def forget_words(table: str, row_id: UUID) -> int:
    """Blank the caller's words of the last 24 hours in a row and wherever they were kept; says of how many columns.

    The database refuses a table that is not listed.
    Raises NothingToForget, having changed nothing, where there are none.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget(%s, %s)", [table, row_id])
        (columns,) = cursor.fetchone()
    if not columns:
        raise NothingToForget
    return columns


def function_sql() -> str:
    """CREATE FUNCTION forget, with the list of tables and columns inside."""
    listed = ",\n".join(
        f"            ('{table}', ARRAY[{', '.join(repr(column) for column in columns)}])"
        for table, columns in FORGETTABLE.items()
    )
    return FUNCTION.replace("LISTED", listed)


FUNCTION = """
CREATE OR REPLACE FUNCTION public.forget(forgotten_table text, forgotten_id uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
    me CONSTANT text := NULLIF(current_setting('app.person', true), '');
    since CONSTANT timestamptz := now() - interval '24 hours';
    removed CONSTANT text := 'Words removed by their author.';
    history CONSTANT text := forgotten_table || 'event';
    columns text[] := (
        SELECT words FROM (VALUES
LISTED
        ) AS allowed (name, words) WHERE name = forgotten_table);
    marked boolean;
    instead text;
    wrote boolean;
    stands boolean;
    word text;
    blanked integer := 0;
BEGIN
    IF me IS NULL OR columns IS NULL THEN
        RAISE EXCEPTION 'forget: not for this table or without a person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'public'
        AND table_name = forgotten_table AND column_name = 'forgotten_at') INTO marked;
    instead := CASE WHEN marked THEN '' ELSE removed END;
    EXECUTE format('SELECT 1 FROM %I WHERE id = $1 FOR UPDATE', forgotten_table) USING forgotten_id;
    FOREACH word IN ARRAY columns LOOP
        -- A stretch: the versions in which this column's words did not change. Its first version says whose they are.
        EXECUTE format($query$
            WITH version AS (
                SELECT pgh_id, %1$I AS said, pgh_created_at AS at, pgh_context ->> 'person' AS person,
                       %1$I IS DISTINCT FROM lag(%1$I) OVER (ORDER BY pgh_id) AS is_new
                  FROM %2$I WHERE pgh_obj_id = $1
            ), stretch AS (
                SELECT *, count(*) FILTER (WHERE is_new) OVER (ORDER BY pgh_id) AS number FROM version
            ), mine AS (
                SELECT number FROM stretch
                 WHERE is_new AND person = $2 AND at >= $3 AND said <> '' AND said <> $4
            ), blank AS (
                UPDATE %2$I SET %1$I = $5 WHERE pgh_id IN (SELECT pgh_id FROM stretch JOIN mine USING (number))
            )
            SELECT EXISTS (SELECT 1 FROM mine),
                   COALESCE((SELECT max(number) FROM stretch) IN (SELECT number FROM mine), false)
        $query$, word, history) INTO wrote, stands USING forgotten_id, me, since, removed, instead;
        IF stands THEN  -- the words on the page are the caller's; where a colleague wrote last, they stay
            EXECUTE format('UPDATE %I SET %I = $2, version = version + 1 %s WHERE id = $1', forgotten_table, word,
                           CASE WHEN marked THEN ', forgotten_at = now()' ELSE '' END) USING forgotten_id, instead;
        END IF;
        blanked := blanked + wrote::integer;
    END LOOP;
    IF blanked > 0 THEN
        UPDATE outbox_message SET subject = removed, body = removed, html = '',
               state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END
         WHERE quotes = forgotten_id;
        UPDATE outbox_message m SET body = replace(m.body, n.words, '') FROM outbox_notice n
         WHERE n.about_id = forgotten_id AND n.words <> '' AND m.id = n.message_id;
        UPDATE outbox_notice SET words = '', dropped_at = COALESCE(dropped_at, now())
         WHERE about_id = forgotten_id AND words <> '';
        DELETE FROM drafts_draft WHERE thing_id = forgotten_id AND author_id = me::uuid;
    END IF;
    RETURN blanked;
END
$function$
"""
