"""Friendly calls behind both locks: nobody in a center can reach them, the database sees to it as well."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import settings_list

STAFF = f"team_id = ANY({settings_list('staff_teams')})"


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_initial"),
        ("pghistory", "0001_initial"),
    ]

    operations = [
        ProtectTable("friendlycall", restrict={"ALL": STAFF}),
        ProtectTable("friendlycallevent", append_only=True, key=False, restrict={"ALL": STAFF}),
    ]
