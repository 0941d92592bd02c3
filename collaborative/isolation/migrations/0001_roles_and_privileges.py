"""What the application's database roles may do with every table made after this."""

from django.db import migrations

APPLICATION = "app_web, app_worker"


class Migration(migrations.Migration):
    run_before = [
        (app, "0001_initial")
        for app in ("contenttypes", "sessions", "pghistory", "people", "audit", "outbox", "files", "drafts")
    ]

    operations = [
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA public TO {APPLICATION}, app_sender",
                f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION}",
                f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {APPLICATION}, app_sender",
                "GRANT SELECT ON django_migrations TO app_web, app_worker, app_sender",
                "CREATE EXTENSION IF NOT EXISTS btree_gist",
                # Django's database cache: rate-limit counters, so that signing in needs no Redis.
                "CREATE TABLE cache_entries (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
                " expires timestamptz NOT NULL)",
                "CREATE INDEX cache_entries_expires ON cache_entries (expires)",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
