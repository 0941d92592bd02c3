"""The second function that runs with its owner's rights: the worker clears away what was in the trash for 30 days."""

from django.db import migrations

from collaborative.isolation.clearing import function_sql

SIGNATURE = "public.clear_trash(text)"


class Migration(migrations.Migration):
    dependencies = [
        ("isolation", "0003_forget_titles"),
    ]

    operations = [
        migrations.RunSQL(
            [
                function_sql(),
                f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO app_worker",
            ],
            f"DROP FUNCTION {SIGNATURE}",
        )
    ]
