"""The outbox: written by web and worker, emptied by the sender."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import setting


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0001_initial"),
    ]

    operations = [
        ProtectTable("message", restrict={"SELECT": f"person_id = {setting('person')}"}),
        ProtectTable("notice"),
        migrations.RunSQL(
            [
                # A sign-in mail belongs to no organization: the web may write it, only the sender reads it.
                "CREATE POLICY sign_in ON outbox_message FOR INSERT TO app_web WITH CHECK (organization_id IS NULL)",
                "CREATE POLICY sender ON outbox_message TO app_sender USING (true) WITH CHECK (true)",
                "CREATE POLICY sender ON outbox_notice TO app_sender USING (true) WITH CHECK (true)",
                "GRANT SELECT, UPDATE ON outbox_message, outbox_notice TO app_sender",
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            [
                # The sender listens: a message leaves as soon as the transaction that wrote it has committed.
                "CREATE FUNCTION outbox_tell() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS"
                " $function$ BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $function$",
                "CREATE TRIGGER outbox_tell AFTER INSERT ON outbox_message FOR EACH STATEMENT"
                " EXECUTE FUNCTION outbox_tell()",
            ],
            ["DROP TRIGGER outbox_tell ON outbox_message", "DROP FUNCTION outbox_tell()"],
        ),
    ]
