"""A file of a center that took back its words is read by whoever put it there alone."""

from django.db import migrations

from collaborative.isolation.operations import HushTable


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0002_protect"),
    ]

    operations = [
        HushTable("storedfile", history=False),
    ]
