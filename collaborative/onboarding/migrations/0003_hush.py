"""What a center took back when it left is read by whoever wrote it alone."""

from django.db import migrations

from collaborative.isolation.operations import HushTable


class Migration(migrations.Migration):
    dependencies = [
        ("onboarding", "0002_protect"),
        ("tenancy", "0014_protect_leaving"),
    ]

    operations = [
        HushTable("priorityreason"),
    ]
