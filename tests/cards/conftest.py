import pytest

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.cards import becomes_tablet, card, tablet


@pytest.fixture
def leader(team):
    """Priya, who leads the team."""
    person = factories.person(first_name="Priya", family_name="Raman", phone="555-0111")
    return factories.member(Role.TEAM_LEADER, team=team, person=person)


@pytest.fixture
def denise(team):
    """Denise, a family partner who has come in before."""
    return factories.member(
        Role.FAMILY_PARTNER, team=team, person=factories.person(first_name="Denise", family_name="Carter")
    )


@pytest.fixture
def rosa(team):
    return factories.member(Role.TEACHER, team=team, person=factories.person(first_name="Rosa", family_name="Delgado"))


@pytest.fixture
def project_team(collaborative):
    return factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)


@pytest.fixture
def outside(organization):
    """The running test outside every organization, as a request begins."""

    def leaving():
        return entered(Context())

    return leaving


@pytest.fixture
def inside(organization, team):
    """Back among the rows of the organization, as somebody of the team."""

    def entering(person=None):
        return entered(Context(organization=organization.pk, teams=(team.pk,), person=person))

    return entering


@pytest.fixture
def made(leader, denise, collaborative):
    """Denise's card, just made."""
    return card(denise.person, collaborative, by=leader.person)


@pytest.fixture
def kitchen(organization, team, rosa, denise, client):
    """The client is the team's tablet; Rosa and Denise have chosen a PIN."""
    made, token = tablet(team, rosa, denise)
    becomes_tablet(client, organization, token)
    return made
