"""Clearing the trash: rows that were taken away 30 days ago and longer go with their history.

Nobody but the tables' owner can take something out of the history, so one function of the database does it with its
owner's rights: on listed tables only, in the organization of the transaction, for the worker alone.
"""

from django.db import connection

# Words of people that a page lets them take away; what hangs on another row before the row it hangs on.
ORDER = (
    "discussion_attachment", "discussion_posttask", "discussion_mention", "discussion_carestep", "discussion_worry",
    "discussion_postreply", "discussion_post", "discussion_shelfuse", "discussion_shelfitem", "discussion_noticing",
    "pdsa_photo", "pdsa_askedteam", "pdsa_cycleanswer", "pdsa_pdsacycle", "pdsa_teamneed", "pdsa_priority",
    "metrics_chartnote", "schedule_closure", "framework_starteridea", "notices_friendlycall", "introductions_hello",
    "introductions_introduction", "introductions_boardnote", "introductions_perspective", "introductions_promise",
    "introductions_supportgiven", "introductions_comfort", "introductions_welcomecall", "introductions_boardpicture",
    "tenancy_portrait", "tenancy_departure", "pdsa_spread", "recognition_creditnote",
)  # fmt: skip


def clear_table(table: str) -> int:
    """Rows of this table that were taken away long enough ago are gone, with their history; says how many.

    The database refuses a table that is not listed. A row that something still points to stays.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT clear_trash(%s)", [table])
        return cursor.fetchone()[0]


def function_sql() -> str:
    """CREATE FUNCTION clear_trash, with the list of tables inside."""
    return FUNCTION.replace("LISTED", ", ".join(f"'{table}'" for table in ORDER))


FUNCTION = """
CREATE OR REPLACE FUNCTION public.clear_trash(cleared_table text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
    here CONSTANT uuid := NULLIF(current_setting('app.organization', true), '')::uuid;
    before CONSTANT timestamptz := now() - interval '30 days';
    key uuid;
    cleared integer := 0;
BEGIN
    IF here IS NULL OR NOT (cleared_table = ANY(ARRAY[LISTED])) THEN
        RAISE EXCEPTION 'clear_trash: not for this table or without an organization'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR key IN EXECUTE format('SELECT id FROM %I WHERE organization_id = $1 AND hidden_at < $2 ORDER BY id DESC',
                              cleared_table) USING here, before LOOP
        BEGIN
            EXECUTE format('DELETE FROM %I WHERE organization_id = $1 AND id = $2', cleared_table) USING here, key;
            EXECUTE format('DELETE FROM %I WHERE organization_id = $1 AND pgh_obj_id = $2', cleared_table || 'event')
              USING here, key;
            cleared := cleared + 1;
        EXCEPTION WHEN foreign_key_violation THEN
            NULL;  -- something still hangs on it: another time
        END;
    END LOOP;
    RETURN cleared;
END
$function$
"""
