"""Tenancy behind both locks."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import setting, text_setting


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("pghistory", "0001_initial"),
    ]

    operations = [
        ProtectTable(
            "organization",
            rows=f"id = {setting('organization')}",
            also_read=f"slug = {text_setting('organization_slug')}",
            key=False,
        ),
        ProtectTable("collaborative"),
        ProtectTable("collaborativeevent", append_only=True, key=False),
        ProtectTable("center"),
        ProtectTable("centerevent", append_only=True, key=False),
        ProtectTable("team"),
        ProtectTable("teamevent", append_only=True, key=False),
        ProtectTable("person", also_read=f"user_id = {setting('user')}"),
        ProtectTable("personevent", append_only=True, key=False),
        ProtectTable("membership", also_read=f"user_id = {setting('user')}"),
        ProtectTable("membershipevent", append_only=True, key=False),
        ProtectTable("coachassignment"),
        ProtectTable("coachassignmentevent", append_only=True, key=False),
        ProtectTable("affinitygroup"),
        ProtectTable("affinitygroupevent", append_only=True, key=False),
        ProtectTable("sharingagreement"),
        ProtectTable("sharingagreementevent", append_only=True, key=False),
        ProtectTable("sharingpause"),
        ProtectTable("sharingpauseevent", append_only=True, key=False),
        ProtectTable("invitation"),
        ProtectTable("sentform", restrict={"ALL": f"person_id = {setting('person')}"}),
        migrations.RunSQL(
            "ALTER TABLE tenancy_membership ADD CONSTRAINT tenancy_membership_wall FOREIGN KEY (organization_id, person_id, behind_wall) REFERENCES tenancy_person (organization_id, id, behind_wall) ON UPDATE CASCADE NOT DEFERRABLE",
            "ALTER TABLE tenancy_membership DROP CONSTRAINT tenancy_membership_wall",
        ),
        migrations.RunSQL("REVOKE ALL ON pghistory_context FROM app_web, app_worker", migrations.RunSQL.noop),
    ]
