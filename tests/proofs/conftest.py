import pytest

from tests.proofs import opened
from tests.proofs import world as worlds


@pytest.fixture
def world(db):
    """Two organizations with a row of everything; see `world.py`."""
    return worlds.build()


@pytest.fixture
def open_world(db):
    """The same in the hands of the owner, who acts as the web and can open one border after another."""
    with opened.owner_as_web():
        yield opened.build()
