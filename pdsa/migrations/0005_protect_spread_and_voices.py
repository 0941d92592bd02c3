"""How far tries have come is for the team and who walks with it; a leader's notes are the leader's alone.

What a center took back when it left is read by whoever wrote it alone.
"""

from django.db import migrations

from collaborative.isolation import clearing
from collaborative.isolation.operations import HushTable, ProtectTable
from collaborative.isolation.policies import AUTHOR_ONLY, settings_list

WALKING = f"(team_id = ANY({settings_list('teams')}) OR team_id = ANY({settings_list('staff_teams')}))"


def protected(name, restrict):
    """A table and its history behind the same border."""
    return [
        ProtectTable(name, restrict=restrict),
        ProtectTable(f"{name}event", restrict=restrict, append_only=True, key=False),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("pdsa", "0004_spread_and_voices"),
        ("tenancy", "0014_protect_leaving"),
    ]

    operations = [
        *protected("spread", {"ALL": WALKING}),
        *protected("voices", {"ALL": AUTHOR_ONLY}),
        HushTable("ramp"),
        HushTable("pdsacycle"),
        HushTable("cycleanswer", teams=("team_id", "author_team_id")),
        HushTable("askedteam"),
        HushTable("photo"),
        HushTable("priority", author=""),
        migrations.RunSQL(clearing.function_sql(), migrations.RunSQL.noop),
    ]
