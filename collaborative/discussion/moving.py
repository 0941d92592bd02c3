"""What hung on a post as its one file and its one link becomes rows of attachments; said once, by a migration."""

# Row-level security would show the tables' owner nothing here, and moving is no change anybody made to a post.
TABLES = ("discussion_post", "files_storedfile", "discussion_attachment", "discussion_attachmentevent")
REST = [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY" for table in TABLES]
BACK = [f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY" for table in TABLES]

OF_POST = """
INSERT INTO discussion_attachment (
       id, organization_id, version, created_at, post_id, collaborative_id, team_id, author_id,
       audience, group_id, position, link, file_id, caption, is_picture, everyone_agreed)
SELECT gen_random_uuid(), p.organization_id, 1, p.created_at, p.id, p.collaborative_id, p.team_id, p.author_id,
       p.audience, p.group_id, {position}, {link}, {file}, {caption}, {is_picture},
       {is_picture} AND p.audience <> 'team'
  FROM discussion_post p {join} WHERE {which}
"""
FILES = OF_POST.format(
    position=1, link="''", file="p.file_id", caption="f.description", is_picture="f.content_type LIKE 'image/%%'",
    join="JOIN files_storedfile f ON f.organization_id = p.organization_id AND f.id = p.file_id",
    which="p.file_id IS NOT NULL",
)  # fmt: skip
LINKS = OF_POST.format(
    position=2, link="p.link", file="NULL::uuid", caption="''", is_picture="false", join="", which="p.link <> ''"
)
EMPTY = "UPDATE discussion_post SET file_id = NULL, link = '' WHERE file_id IS NOT NULL OR link <> ''"
ACTIVE = "UPDATE discussion_post SET active_at = COALESCE(last_reply_at, posted_at)"


def move(schema_editor) -> tuple[int, int]:
    """(files, links) that became rows; says so to the test that counts them."""
    with schema_editor.connection.cursor() as cursor:
        for statement in [*REST, "ALTER TABLE discussion_post DISABLE TRIGGER USER"]:
            cursor.execute(statement)
        moved = []
        for statement in (FILES, LINKS):
            cursor.execute(statement.replace("%%", "%"))
            moved.append(cursor.rowcount)
        for statement in (EMPTY, ACTIVE, "ALTER TABLE discussion_post ENABLE TRIGGER USER", *BACK):
            cursor.execute(statement)
    return tuple(moved)
