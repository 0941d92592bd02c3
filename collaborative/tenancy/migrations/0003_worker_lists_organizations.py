"""The worker may list the organizations, so that a periodic task can enter one after another; the web may not."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0002_protect"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE POLICY worker_lists ON tenancy_organization FOR SELECT TO app_worker USING (true)",
            "DROP POLICY worker_lists ON tenancy_organization",
        )
    ]
