"""Reports behind both locks: they hold a team's numbers, so they are read as far as those are."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import NUMBERS


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_initial"),
        ("tenancy", "0002_protect"),
    ]

    operations = [
        ProtectTable("report", restrict={"ALL": NUMBERS}),
        ProtectTable("reportpart", restrict={"ALL": NUMBERS}),
    ]
