"""Tries behind both locks: who may see a row stands in its own columns, and history keeps who might at that moment."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import audience, setting, settings_list

BY_AUDIENCE = {"SELECT": audience("author_id")}
# What is said to a try is also read by whoever leads the try.
TO_A_TRY = {"SELECT": f"(cycle_author_id = {setting('person')} OR {audience('author_id')})"}
OF_THE_TEAM = {"SELECT": f"team_id = ANY({settings_list('teams')})"}


class Migration(migrations.Migration):
    dependencies = [
        ("pdsa", "0001_initial"),
        ("tenancy", "0002_protect"),
        ("framework", "0002_protect"),
        ("files", "0002_protect"),
        ("isolation", "0002_forget"),
    ]

    operations = [
        ProtectTable("priority"),
        ProtectTable("priorityevent", append_only=True, key=False),
        ProtectTable("teamneed", restrict=OF_THE_TEAM),
        ProtectTable("teamneedevent", append_only=True, key=False, restrict=OF_THE_TEAM),
        ProtectTable("ramp", restrict=BY_AUDIENCE),
        ProtectTable("rampevent", append_only=True, key=False, restrict=BY_AUDIENCE),
        ProtectTable("pdsacycle", restrict=BY_AUDIENCE),
        ProtectTable("pdsacycleevent", append_only=True, key=False, restrict=BY_AUDIENCE),
        ProtectTable("cycleanswer", restrict=TO_A_TRY),
        ProtectTable("cycleanswerevent", append_only=True, key=False, restrict=TO_A_TRY),
        ProtectTable("askedteam", restrict=TO_A_TRY),
        ProtectTable("askedteamevent", append_only=True, key=False, restrict=TO_A_TRY),
        ProtectTable("photo", restrict=BY_AUDIENCE),
        ProtectTable("photoevent", append_only=True, key=False, restrict=BY_AUDIENCE),
    ]
