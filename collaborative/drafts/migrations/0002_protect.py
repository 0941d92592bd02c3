"""Drafts are their author's alone, in the database too."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import AUTHOR_ONLY


class Migration(migrations.Migration):
    dependencies = [
        ("drafts", "0001_initial"),
    ]

    operations = [
        ProtectTable("draft", restrict={"ALL": AUTHOR_ONLY}),
    ]
