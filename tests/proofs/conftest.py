import pytest
from django.db import transaction

from tests.proofs import opened
from tests.proofs import world as worlds


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker):
    """Two organizations with a row of everything; see `world.py`. It stands until the tests of its module are done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield worlds.build()
        transaction.set_rollback(True)


@pytest.fixture
def world(standing_world, db):
    """The same for one test: what the test changes in the database is taken back after it."""
    return standing_world


@pytest.fixture
def open_world(db):
    """The same in the hands of the owner, who acts as the web and can open one border after another."""
    with opened.owner_as_web():
        yield opened.build()
