"""A database with every migration applied, kept on the tests' server: each process's database is a copy of it.

Its name carries a fingerprint of all migrations and pinned libraries, so that a change makes it anew.
"""

import contextlib
import hashlib
from pathlib import Path

import psycopg2
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

NAMES = "test_migrated_"
MAKING = 7_215_001  # the advisory lock held while one process makes it and others wait; ours


def fingerprint() -> str:
    """Of everything that decides what a migrated database looks like."""
    found = hashlib.sha256()
    folders = [Path(config.path) / "migrations" for config in apps.get_app_configs()]
    own = [path for folder in folders if folder.is_relative_to(settings.BASE_DIR) for path in folder.glob("*.py")]
    for path in sorted([*own, *settings.BASE_DIR.glob("*/isolation/*.py"), settings.BASE_DIR / "requirements/dev.txt"]):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def migrated_database() -> str:
    """Its name; made first where it is not there yet, and what an earlier fingerprint left is dropped."""
    name = NAMES + fingerprint()
    parameters = {**connection.get_connection_params(), "dbname": "postgres"}
    with contextlib.closing(psycopg2.connect(**_plain(parameters))) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MAKING])
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [NAMES.replace("_", r"\_") + "%"])
            found = {row[0] for row in cursor.fetchall()}
            for old in found - {name}:
                cursor.execute(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
            if name not in found:
                _make(cursor, name)
    return name


def _plain(parameters):
    return {key: value for key, value in parameters.items() if key in ("dbname", "user", "password", "host", "port")}


def _make(cursor, name):
    """Migrate under another name first: what stopped half way is never taken for whole."""
    unfinished = f"{name}_unfinished"
    cursor.execute(f'CREATE DATABASE "{unfinished}"')
    before, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], unfinished
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
    cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
