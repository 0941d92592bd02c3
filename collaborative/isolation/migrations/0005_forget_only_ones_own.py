"""Removing for good takes the caller's own words alone: the function anew."""

from django.db import migrations

from collaborative.isolation.forgetting import function_sql


class Migration(migrations.Migration):
    dependencies = [
        ("isolation", "0004_clear_trash"),
        ("outbox", "0004_message_quotes"),
    ]

    operations = [migrations.RunSQL(function_sql(), migrations.RunSQL.noop)]
