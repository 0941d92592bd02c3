"""What hangs on posts behind the ladder, groups run by their members in it; who is in a group, and what worries
somebody, behind borders of their own. The two functions that look after forgetting and clearing anew, with their lists
of today."""

from django.db import migrations

from collaborative.isolation import clearing, forgetting
from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import audience, setting, settings_list

LADDER = audience(circle="circle_id")
ME = setting("person")
MODERATES = f"collaborative_id = ANY({settings_list('moderates')})"
# In an order in which each table finds those its keys point to.
BORDERS = {
    "circle": "",
    "circlemember": f"(person_id = {ME} OR circle_id = ANY({settings_list('groups')}))",
    "attachment": LADDER,
    "mention": LADDER,
    "posttask": LADDER,
    "worry": f"(author_id = {ME} OR {MODERATES})",
    "carestep": f"(author_id = {ME} OR writer_id = {ME} OR {MODERATES})",
    "shelfuse": "",
}
NEW_KEYS = (
    ("discussion_post", "circle_id", "discussion_circle"),
    ("discussion_post", "driver_id", "framework_primarydriver"),
    ("discussion_post", "planned_date_id", "schedule_planneddate"),
    ("discussion_postreply", "circle_id", "discussion_circle"),
    ("discussion_shelfitem", "merged_into_id", "discussion_shelfitem"),
    ("discussion_shelfitem", "translation_of_id", "discussion_shelfitem"),
)


def protected():
    """Each new table and its history."""
    for name, border in BORDERS.items():
        restrict = {"SELECT": border} if border else {}
        yield ProtectTable(name, restrict=restrict)
        yield ProtectTable(f"{name}event", restrict=restrict, append_only=True, key=False)


def keyed():
    """The keys of columns that tables got which were there before."""
    for table, column, target in NEW_KEYS:
        name = f"{table}_{column}_row"
        yield migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (organization_id, {column})"
            f" REFERENCES {target} (organization_id, id) NOT DEFERRABLE",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )


def widened():
    """Posts and replies, and their histories, know groups run by their members."""
    for table in ("post", "postevent", "postreply", "postreplyevent"):
        policy = f"ALTER POLICY restrict_select ON discussion_{table} USING"
        yield migrations.RunSQL(f"{policy} ({LADDER})", f"{policy} ({audience()})")


class Migration(migrations.Migration):
    dependencies = [
        ("discussion", "0004_attachments_as_rows"),
        ("isolation", "0005_forget_only_ones_own"),
        ("framework", "0002_protect"),
        ("schedule", "0002_protect"),
        ("outbox", "0004_message_quotes"),
    ]

    operations = [
        *protected(),
        ProtectTable("guidance"),
        *keyed(),
        *widened(),
        migrations.RunSQL([forgetting.function_sql(), clearing.function_sql()], migrations.RunSQL.noop),
    ]
