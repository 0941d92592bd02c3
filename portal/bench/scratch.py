"""A database of the benchmarks' own: a cluster in a folder that is gone afterwards, with roles, tables and no rows."""

import contextlib
import logging
import os
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from portal.servers.environment import database_urls
from portal.servers.postgres import DATABASE, FAST_AND_LOSSY, PostgreSQL

OWNER, WEB = "owner", "app_web"


class Scratch:
    """The running cluster, and whom the connection logs in as."""

    def __init__(self, cluster):
        self._cluster = cluster

    def sql(self, text) -> str:
        """What psql prints for statements of the superuser, whom no policy and no trigger holds up."""
        return self._cluster.sql(text, database=DATABASE)

    @staticmethod
    def connect_as(role) -> None:
        """Log in as `role` from now on."""
        connection.close()
        connection.settings_dict["USER"] = role


@contextlib.contextmanager
def scratch():
    """An empty installation, and Django set up to use it as the web's role."""
    with tempfile.TemporaryDirectory(prefix="next-tuesday-bench-") as folder:
        cluster = PostgreSQL(Path(folder) / "postgres", options=FAST_AND_LOSSY)
        cluster.start()
        try:
            os.environ.update(database_urls(cluster), DATABASE_ROLE="owner", ENVIRONMENT="test")
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
            _set_up()
            yield Scratch(cluster)
            connection.close()
        finally:
            cluster.stop()


def _set_up():
    """Server time is taken before pages are compressed; log lines of thousands of requests would only be in the way."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "gzip" not in name]
    settings.ROOT_URLCONF = "portal.bench.urls"
    django.setup()
    logging.disable(logging.WARNING)
    call_command("roles", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115 (ends with the process)
    call_command("migrate", verbosity=0, interactive=False)
