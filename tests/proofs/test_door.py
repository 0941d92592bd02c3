"""What the door costs: the statements between the address and the view, the same for every page and every role."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborative.tenancy import doors
from tests.bad_input import crawl

# At most 8 are allowed beside a page's own. These: the session, the login, the memberships, what hangs on them, and who
# is asking told to the database.
ALWAYS = 5
BORDERS_OF_A_TRANSACTION = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")


@pytest.fixture
def until_the_view(monkeypatch):
    """What was asked of the database before the view: read when the door asks for the permission, its last act."""
    asked = []

    def can(*arguments):
        asked.append([one["sql"] for one in connection.queries if not one["sql"].startswith(BORDERS_OF_A_TRANSACTION)])
        return False  # what stands behind the door is not the question

    monkeypatch.setattr(doors, "can", can)
    return asked


@pytest.mark.parametrize("role", crawl.ROLES)
def test_the_door_asks_little_before_every_page(world, client, until_the_view, role):
    crawl.sign_in(client, world, role)
    found = {}
    for name, address in dict(crawl.pages(world, role)).items():
        until_the_view.clear()
        with CaptureQueriesContext(connection):
            connection.queries_log.clear()
            client.get(address)
        found[name] = len(until_the_view[0])

    assert len(found) > 25
    assert found == dict.fromkeys(found, ALWAYS)
