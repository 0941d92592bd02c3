import pytest

from collaborative.tenancy.enums import Role
from tests import factories
from tests.tenancy.entering import named


@pytest.fixture
def here(organization, collaborative):
    """The address of the room."""
    return f"/{organization.slug}/{collaborative.slug}/recognition/"


@pytest.fixture
def rosa(team):
    return named("Rosa", Role.TEACHER, team=team)


@pytest.fixture
def priya(team):
    return named("Priya", Role.TEAM_LEADER, team=team)


@pytest.fixture
def tom(collaborative):
    """Of another team."""
    return named("Tom", Role.TEACHER, team=factories.team(collaborative))


@pytest.fixture
def lynn(collaborative):
    """Of the project team."""
    return named("Lynn", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
