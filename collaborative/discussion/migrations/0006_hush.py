"""What a center took back when it left is read by whoever wrote it alone."""

from django.db import migrations

from collaborative.isolation.operations import HushTable


class Migration(migrations.Migration):
    dependencies = [
        ("discussion", "0005_protect_talk"),
        ("tenancy", "0014_protect_leaving"),
    ]

    operations = [
        HushTable("post"),
        HushTable("postreply"),
        HushTable("attachment"),
        HushTable("mention"),
        HushTable("posttask"),
        HushTable("shelfuse"),
    ]
