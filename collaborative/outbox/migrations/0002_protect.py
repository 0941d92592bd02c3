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
    ]
