import pytest

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories


@pytest.fixture
def outside():
    """The running test outside every organization, as a request begins."""
    with entered(Context()):
        yield


@pytest.fixture
def leader(team):
    return factories.member(
        Role.TEAM_LEADER, team=team, person=factories.person(first_name="Maria", phone="555-0142")
    ).person
