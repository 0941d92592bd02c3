"""Openings and accesses behind the locks; the web may add accesses, not read them."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        ProtectTable("opening"),
        ProtectTable("access", append_only=True),
        migrations.RunSQL("REVOKE SELECT ON audit_access FROM app_web", migrations.RunSQL.noop),
    ]
