"""Mails about signing in belong to no organization: the sender alone can clear them away."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0002_protect"),
    ]

    operations = [
        migrations.RunSQL(
            "GRANT DELETE ON outbox_message TO app_sender", "REVOKE DELETE ON outbox_message FROM app_sender"
        )
    ]
