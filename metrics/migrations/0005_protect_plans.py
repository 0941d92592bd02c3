"""What a center counts already and its talks about a chart, behind both locks like its numbers."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import NUMBERS


class Migration(migrations.Migration):
    dependencies = [("metrics", "0004_plans_talks_and_sources")]

    operations = [
        ProtectTable("charttalk", restrict={"ALL": NUMBERS}),
        ProtectTable("charttalkevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
        ProtectTable("datasource", restrict={"ALL": NUMBERS}),
        ProtectTable("datasourceevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
    ]
