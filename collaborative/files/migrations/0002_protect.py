"""Files behind the locks: their audience is in the row."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import audience


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
    ]

    operations = [
        ProtectTable("storedfile", restrict={"SELECT": audience()}),
    ]
