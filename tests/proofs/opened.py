"""A world in which borders can be opened: the table's owner is signed in and acts as the web, all of it taken back.

Mutants live here: what the owner opens inside `opened(...)` is closed again when the block ends.
"""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection, connections, transaction

from collaborative.isolation.context import entered
from tests.conftest import OWNER, WEB
from tests.proofs import world as worlds


@contextmanager
def owner_as_web():
    """The owner's own connection in one transaction that is taken back, acting as the web's role."""
    usual = connections["default"]
    owners = connections.create_connection("default")
    owners.settings_dict = {**usual.settings_dict, "USER": OWNER}
    connections["default"] = owners
    try:
        let_owner_act_as("app_web", "app_worker")
        with transaction.atomic():
            act_as(WEB)
            yield
            transaction.set_rollback(True)
    finally:
        owners.close()
        connections["default"] = usual


def let_owner_act_as(*roles):
    """The owner made these roles, so the owner may let itself act as them (without having their rights by itself)."""
    with connection.cursor() as cursor:
        for role in roles:
            cursor.execute("SELECT pg_has_role(current_user, %s, 'SET')", [role])
            if not cursor.fetchone()[0]:
                cursor.execute(f'GRANT "{role}" TO CURRENT_USER WITH INHERIT FALSE, SET TRUE')


def act_as(role):
    with connection.cursor() as cursor:
        cursor.execute(f'SET LOCAL ROLE "{role}"' if role != OWNER else "RESET ROLE")


@contextmanager
def opened(*statements, role=WEB):
    """Inside, what the owner changed by these statements holds, and `role` looks at it."""
    with transaction.atomic():
        connection.check_constraints()  # what waits for the end of the transaction keeps tables from being changed
        act_as(OWNER)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        act_as(role)
        yield
        transaction.set_rollback(True)


def unlocked():
    """The statements after which the owner is held by no policy at all: what is left is the first lock alone."""
    tables = rows("SELECT relname FROM pg_class WHERE relforcerowsecurity AND relkind = 'r'")
    return [f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY' for (table,) in tables]


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def build():
    """The world, and in it what only the worker may write."""
    world = worlds.build()
    act_as("app_worker")
    for place in world.places.values():
        with entered(place.context()):
            for label in worlds.WRITTEN_BY_WORKERS:
                place.row(apps.get_model(label))
    act_as(WEB)
    return world
