from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("starting", "0001_initial"),
    ]

    operations = [
        ProtectTable("step"),
    ]
