import pytest

from collaborative.isolation.context import Context, entered


@pytest.fixture
def outside():
    """The running test outside every organization, as a request begins."""
    with entered(Context()):
        yield
