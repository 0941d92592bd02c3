from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("drafts", "0002_protect"),
    ]

    operations = [
        migrations.AddField("draft", "opened_version", models.PositiveIntegerField(null=True)),
    ]
