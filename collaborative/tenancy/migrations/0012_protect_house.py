from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0011_house"),
    ]

    operations = [
        ProtectTable("house"),
        ProtectTable("houseevent", append_only=True, key=False),
    ]
