"""Remove for good: one's own words of the last day, out of the row, its history, drafts and unsent messages.

The web's role cannot change history, so one function of the database does it with its owner's rights: on listed tables
and columns only, in the caller's organization, and for words the caller wrote within 24 hours by the history's account.
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
    "discussion_post": ("title", "text"),
    "discussion_postreply": ("text",),
    "discussion_shelfitem": ("title", "description"),
    "discussion_noticing": ("text",),
    "metrics_chartnote": ("text",),
    "metrics_observation": ("not_this_time", "note"),
}  # fmt: skip


class NothingToForget(Exception):
    """The caller wrote none of these words within the last 24 hours."""


def forget_words(table: str, row_id: UUID) -> int:
    """Blank the caller's words of the last 24 hours in a row and wherever they were kept; says in how many columns.

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
    mine boolean;
    said text;
    word text;
    blanked integer := 0;
BEGIN
    IF me IS NULL OR columns IS NULL THEN
        RAISE EXCEPTION 'forget: not for this table or without a person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'public'
        AND table_name = forgotten_table AND column_name = 'forgotten_at') INTO marked;
    FOREACH word IN ARRAY columns LOOP
        -- Did the caller put words there within the day?
        EXECUTE format($query$
            SELECT EXISTS (SELECT 1 FROM (
                SELECT %1$I AS said, lag(%1$I) OVER (ORDER BY pgh_id) AS before, pgh_created_at, pgh_context
                  FROM %2$I WHERE pgh_obj_id = $1) AS event
             WHERE pgh_created_at >= $2 AND pgh_context ->> 'person' = $3 AND said <> ''
               AND said IS DISTINCT FROM before)
        $query$, word, history) INTO mine USING forgotten_id, since, me;
        CONTINUE WHEN NOT mine;
        FOR said IN EXECUTE format('SELECT DISTINCT %I FROM %I WHERE pgh_obj_id = $1 AND pgh_created_at >= $2',
                                   word, history) USING forgotten_id, since LOOP
            CONTINUE WHEN said IS NULL OR said = '';
            UPDATE outbox_message SET subject = replace(subject, said, removed), body = replace(body, said, removed)
             WHERE state = 'waiting' AND (strpos(subject, said) > 0 OR strpos(body, said) > 0);
        END LOOP;
        EXECUTE format('UPDATE %I SET %I = $2 %s WHERE id = $1', forgotten_table, word,
                       CASE WHEN marked THEN ', forgotten_at = now()' ELSE '' END)
          USING forgotten_id, CASE WHEN marked THEN '' ELSE removed END;
        EXECUTE format('UPDATE %I SET %I = $3 WHERE pgh_obj_id = $1 AND pgh_created_at >= $2', history, word)
          USING forgotten_id, since, CASE WHEN marked THEN '' ELSE removed END;
        blanked := blanked + 1;
    END LOOP;
    IF blanked > 0 THEN
        EXECUTE format('UPDATE %I SET version = version + 1 WHERE id = $1', forgotten_table) USING forgotten_id;
        DELETE FROM drafts_draft WHERE thing_id = forgotten_id;
    END IF;
    RETURN blanked;
END
$function$
"""
