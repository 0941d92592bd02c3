"""Dates behind both locks."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("schedule", "0001_initial"),
        ("tenancy", "0002_protect"),
    ]

    operations = [
        ProtectTable("planneddate"),
        ProtectTable("planneddateevent", append_only=True, key=False),
        ProtectTable("learningsession"),
        ProtectTable("learningsessionevent", append_only=True, key=False),
        ProtectTable("actionperiod"),
        ProtectTable("actionperiodevent", append_only=True, key=False),
        ProtectTable("closure"),
        ProtectTable("closureevent", append_only=True, key=False),
    ]
