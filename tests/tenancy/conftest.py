import pytest


@pytest.fixture
def here(organization, collaborative):
    """The address of the collaborative."""
    return f"/{organization.slug}/{collaborative.slug}/"
