"""The tests' database is made and emptied by its owner; the tests themselves run as the web's role."""

import uuid

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from collaborative.isolation.context import Context, entered
from collaborative.isolation.roles import ensure_roles
from portal.memory import keep_what_is_loaded
from portal.servers.postgres import SUPERUSER
from tests import capabilities, factories, slow_results
from tests.migrated import migrated_database

OWNER = connection.settings_dict["USER"]
WEB = "app_web"


# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_collection_finish():
    keep_what_is_loaded()


def connect_as(role):
    """Let the default connection log in as `role` from now on."""
    connection.close()
    connection.settings_dict["USER"] = role


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker):
    """Roles belong to the whole server: make them before the first migration names them. Then migrate once for all."""
    with django_db_blocker.unblock():
        connection.settings_dict["NAME"] = "postgres"
        ensure_roles({})
        connection.close()
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        connect_as(WEB)
    yield
    with django_db_blocker.unblock():
        connect_as(OWNER)


# What the migrations made and the tests count on.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
FILLED = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    " AND pg_relation_size(oid) > 0 AND relname <> ALL(%s)"
)


def emptied(case):
    """What a test wrote for others to see is removed, table by table: Django's way takes a second for all of them.

    No policy, no trigger and no foreign key holds the superuser who does it.
    """
    connect_as(SUPERUSER)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(FILLED, [list(KEPT)])
            for (table,) in cursor.fetchall():
                cursor.execute(f'DELETE FROM "{table}"')
    finally:
        connect_as(WEB)
        cache.clear()  # it has a table of its own, and counts who asked for codes how often


TransactionTestCase._fixture_teardown = emptied


@pytest.fixture
def organization(db):
    """An organization, and the running test inside it."""
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        yield factories.organization(id=organization_id)


@pytest.fixture
def collaborative(organization):
    return factories.collaborative()


@pytest.fixture
def team(collaborative):
    return factories.team(collaborative)


def pytest_collection_modifyitems(config, items):
    capabilities.refuse_unknown(items)
    config.stash[PROOFS] = capabilities.proven_by(items)


def pytest_terminal_summary(terminalreporter, config):
    """Say how many capabilities of the catalogue the collected tests prove (each of them has just been run).

    A whole run of the slow tests leaves its table.
    """
    if slow_results.is_whole_run(config):
        slow_results.TABLE.write_text(slow_results.table(terminalreporter.stats, slow_results.circumstances()))
    proven = config.stash.get(PROOFS, {}) or PROVEN_BY_WORKERS
    catalogue = capabilities.catalogue()
    declined = [row for row in catalogue.values() if row["declined_because"]]
    terminalreporter.write_line(
        f"capabilities with a test: {len(proven)} of {len(catalogue)} ({len(declined)} declined, with the reason)"
    )


PROOFS = pytest.StashKey()
PROVEN_BY_WORKERS = set()


def pytest_sessionfinish(session):
    """Each worker process hands the capabilities of its tests to the process that writes the summary."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["capabilities"] = sorted(session.config.stash.get(PROOFS, {}))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    PROVEN_BY_WORKERS.update(getattr(node, "workeroutput", {}).get("capabilities", ()))
