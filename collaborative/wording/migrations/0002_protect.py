"""The phrase book behind both locks."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("wording", "0001_initial"),
    ]

    operations = [
        ProtectTable("phrase"),
        ProtectTable("phraseevent", append_only=True, key=False),
    ]
