import datetime

import pytest

from collaborative.tenancy.enums import Role
from tests import factories
from tests.tenancy.entering import enter, named


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


@pytest.fixture
def other(collaborative):
    return factories.team(collaborative)


@pytest.fixture
def mei(other):
    """A teacher of another team."""
    return named("Mei", Role.TEACHER, team=other)


@pytest.fixture
def leaves(here, team, amal):
    """Amal notes that the team's center leaves."""

    def note(words_after="stay", **words):
        values = {
            "left_on": datetime.date.today().isoformat(),
            "words_after": words_after,
            "reasons": ["time"],
            "lessons": "A huddle of ten minutes would have been enough",
        }
        return enter(amal).post(f"{here}teams/{team.pk}/leave/", {**values, **words})

    return note
