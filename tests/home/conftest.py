"""Two teams of one collaborative with a person each, and the page a member finds first."""

import pytest

from collaborative.tenancy.enums import Role
from tests.factories import home as making


@pytest.fixture
def maple(collaborative):
    return making.team_at(collaborative, "Maple Street")


@pytest.fixture
def cedar(collaborative):
    return making.team_at(collaborative, "Cedar Grove")


@pytest.fixture
def rosa(maple):
    return making.named(Role.TEACHER, "Rosa", team=maple)


@pytest.fixture
def tom(cedar):
    return making.named(Role.TEACHER, "Tom", team=cedar)


@pytest.fixture
def amal(collaborative):
    """Of the project team."""
    return making.named(Role.IMPLEMENTATION_TEAM, "Amal", collaborative=collaborative)


@pytest.fixture
def home(client):
    """`home(member)`: the answer to opening the first page as this member."""

    def opened(membership, **query):
        response = making.home_of(client, membership, **query)
        assert response.status_code == 200
        return response

    return opened


@pytest.fixture
def home_in(client, home, django_assert_num_queries):
    """`home_in(queries, member)`: the same once more, which takes as many queries of the database."""

    def opened(queries, membership):
        path = home(membership).wsgi_request.path
        with django_assert_num_queries(queries):
            return client.get(path)

    return opened
