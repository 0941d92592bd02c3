"""These tests run as the worker, who gathers notices; the pages' tests ask for `organization` of the web instead."""

import uuid

import pytest

from collaborative.isolation.context import Context, entered
from portal.notices import actions
from tests import factories
from tests.conftest import WEB, connect_as
from tests.factories.notices import TUESDAY_MORNING, maple_street, messages


@pytest.fixture
def connected_as_worker(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        connect_as("app_worker")
    yield
    with django_db_blocker.unblock():
        connect_as(WEB)


@pytest.fixture
def workplace(connected_as_worker, db):
    """An organization as the worker sees it, and the running test inside it."""
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        yield factories.organization(id=organization_id)


@pytest.fixture
def place(workplace):
    return maple_street()


@pytest.fixture
def gather(workplace):
    def run(now=TUESDAY_MORNING):
        actions.gather_notices(workplace.pk, now)
        return messages()

    return run
