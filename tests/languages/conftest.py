import pytest

from tests.framework.conftest import as_role, sign_in, writer

__all__ = ["as_role", "sign_in", "writer"]


@pytest.fixture
def place(organization, collaborative):
    return f"/{organization.slug}/{collaborative.slug}/languages"
