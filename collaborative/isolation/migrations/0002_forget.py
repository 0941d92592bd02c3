"""The one function that runs with its owner's rights: people remove their own words for good, within a day."""

from django.db import migrations

from collaborative.isolation.forgetting import function_sql

SIGNATURE = "public.forget(text, uuid)"


class Migration(migrations.Migration):
    dependencies = [
        ("isolation", "0001_roles_and_privileges"),
    ]

    operations = [
        migrations.RunSQL(
            [
                function_sql(),
                f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO app_web",
            ],
            f"DROP FUNCTION {SIGNATURE}",
        )
    ]
