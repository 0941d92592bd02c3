"""What a person wants to hear of is their own: nobody else's page can read it, the database sees to it as well."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import setting

OWN = f"person_id = {setting('person')}"


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0003_reach"),
    ]

    operations = [
        ProtectTable("reach", restrict={"ALL": OWN}),
        ProtectTable("reachevent", append_only=True, key=False, restrict={"ALL": OWN}),
    ]
