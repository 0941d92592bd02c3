from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("observing", "0001_initial"),
    ]

    operations = [
        ProtectTable("observergrant"),
        ProtectTable("observergrantevent", append_only=True, key=False),
    ]
