import pytest

from collaborative.tenancy.enums import Role
from tests.tenancy.entering import named


@pytest.fixture
def here(organization, collaborative):
    """The address of the collaborative."""
    return f"/{organization.slug}/{collaborative.slug}/"


@pytest.fixture
def rosa(team):
    return named("Rosa", Role.TEACHER, team=team)


@pytest.fixture
def denise(team):
    return named("Denise", Role.FAMILY_PARTNER, team=team)


@pytest.fixture
def maria(collaborative):
    return named("Maria", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=["family_liaison"])


@pytest.fixture
def amal(collaborative):
    return named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=["data_lead"])


@pytest.fixture
def keisha(collaborative):
    return named("Keisha", Role.FACULTY_COACH, collaborative=collaborative)
