import pytest

from tests.conftest import WEB, connect_as
from tests.outbox.mailbox import listening


@pytest.fixture
def mail_server():
    with listening() as server:
        yield server


@pytest.fixture
def as_role(transactional_db):
    """Log in as another database role for the rest of the test: `as_role("app_sender")`."""
    yield connect_as
    connect_as(WEB)
