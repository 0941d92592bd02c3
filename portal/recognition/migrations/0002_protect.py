"""Recognition behind row-level security; lines that were taken away are cleared after 30 days like other words."""

from django.db import migrations

from collaborative.isolation import clearing
from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("recognition", "0001_initial"),
        ("introductions", "0002_protect"),
    ]

    operations = [
        ProtectTable("creditnote"),
        ProtectTable("creditnoteevent", append_only=True, key=False),
        ProtectTable("recognition"),
        ProtectTable("recognitionevent", append_only=True, key=False),
        migrations.RunSQL(clearing.function_sql(), migrations.RunSQL.noop),
    ]
