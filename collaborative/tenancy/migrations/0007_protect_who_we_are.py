"""Photos of people behind both locks; a team's picture and its point person stay in the organization."""

from django.db import migrations

from collaborative.isolation.operations import KeyRow, ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0006_who_we_are"),
        ("files", "0002_protect"),
    ]

    operations = [
        ProtectTable("portrait"),
        ProtectTable("portraitevent", append_only=True, key=False),
        KeyRow("team", "picture"),
        KeyRow("team", "point_person"),
    ]
