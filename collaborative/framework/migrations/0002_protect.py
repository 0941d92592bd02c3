"""The framework behind both locks."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("framework", "0001_initial"),
        ("tenancy", "0002_protect"),
    ]

    operations = [
        ProtectTable("collaborativechangeframework"),
        ProtectTable("collaborativechangeframeworkevent", append_only=True, key=False),
        ProtectTable("aim"),
        ProtectTable("aimevent", append_only=True, key=False),
        ProtectTable("primarydriver"),
        ProtectTable("primarydriverevent", append_only=True, key=False),
        ProtectTable("secondarydriver"),
        ProtectTable("secondarydriverevent", append_only=True, key=False),
        ProtectTable("starteridea"),
        ProtectTable("starterideaevent", append_only=True, key=False),
        ProtectTable("glossaryterm"),
        ProtectTable("glossarytermevent", append_only=True, key=False),
    ]
