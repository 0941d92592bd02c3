"""Introductions behind both locks: the ladder for words, and borders of their own for what few may read.

The two functions that run with their owner's rights are made anew, with the lists of tables as they are today.
"""

from django.db import migrations

from collaborative.isolation import clearing, forgetting
from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import PROJECT, audience, own_or

LADDER = {"SELECT": audience()}
PROJECT_TEAM = {"ALL": PROJECT}
LEDGER = {"ALL": own_or("supporting")}
HELPERS = {"ALL": own_or("helping")}


def protected(name, restrict=None):
    """A table and its history behind the same border."""
    return [
        ProtectTable(name, restrict=restrict),
        ProtectTable(f"{name}event", restrict=restrict, append_only=True, key=False),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("introductions", "0001_initial"),
        ("tenancy", "0007_protect_who_we_are"),
        ("files", "0002_protect"),
        ("isolation", "0005_forget_only_ones_own"),
    ]

    operations = [
        *protected("subjectcontact"),
        *protected("structureanswer"),
        *protected("skillnote", PROJECT_TEAM),
        *protected("perspective"),
        *protected("introduction", LADDER),
        *protected("hello", LADDER),
        *protected("storyboard", LADDER),
        *protected("boardface"),
        *protected("boardpicture"),
        *protected("boardnote", LADDER),
        *protected("promise"),
        *protected("supportgiven", LEDGER),
        *protected("comfort", HELPERS),
        *protected("welcomecall", PROJECT_TEAM),
        migrations.RunSQL(forgetting.function_sql(), migrations.RunSQL.noop),
        migrations.RunSQL(clearing.function_sql(), migrations.RunSQL.noop),
    ]
