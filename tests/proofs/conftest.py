import pytest

from tests.proofs import world as worlds


@pytest.fixture
def world(db):
    """Two organizations with a row of everything; see `world.py`."""
    return worlds.build()
