"""Why a center left is for the project team alone, in the database too."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import PROJECT


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0013_leaving"),
    ]

    operations = [
        ProtectTable("departure", restrict={"ALL": PROJECT}),
        ProtectTable("departureevent", restrict={"ALL": PROJECT}, append_only=True, key=False),
    ]
