"""The one file and the one link of each post become rows; the list's order begins with what was said last."""

from django.db import migrations

from collaborative.discussion.moving import move


def forwards(apps, schema_editor):
    move(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("discussion", "0003_talk")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
