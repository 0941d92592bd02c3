"""What a center took back when it left is read by whoever wrote it alone."""

from django.db import migrations

from collaborative.isolation.operations import HushTable


class Migration(migrations.Migration):
    dependencies = [
        ("introductions", "0002_protect"),
        ("tenancy", "0014_protect_leaving"),
    ]

    operations = [
        HushTable("introduction"),
        HushTable("hello", teams=("team_id", "author_team_id")),
        HushTable("storyboard"),
        HushTable("boardnote", teams=("team_id", "author_team_id")),
    ]
