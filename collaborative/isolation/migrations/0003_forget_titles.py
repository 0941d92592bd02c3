"""The title of a post can be removed for good as well: the function anew, with its list of today."""

from django.db import migrations

from collaborative.isolation.forgetting import function_sql


class Migration(migrations.Migration):
    dependencies = [
        ("isolation", "0002_forget"),
    ]

    operations = [migrations.RunSQL(function_sql(), migrations.RunSQL.noop)]
