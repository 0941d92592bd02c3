"""The page "who can see what" promises what is true in that place, and nothing else."""

import datetime

import pytest

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Organization
from portal.help.promises import promises_of
from portal.help.words import PROMISES
from tests import factories

DAY = datetime.date(2026, 9, 1)
SIGNED = "not used to rate a center or anyone in it"


def promised(**values):
    return promises_of(Organization(name="Bright Start", slug="bright-start", **values))[len(PROMISES) :]


def test_where_nobody_signed_and_nobody_oversees_nothing_is_added():
    assert promised() == []


def test_not_used_to_rate_you_stands_there_only_with_the_name_that_signed_it():
    assert promised(not_used_to_rate_signed_on=DAY, not_used_to_rate_signed_by="Dr. Lee") == [
        "What we count and write is not used to rate a center or anyone in it. Dr. Lee signed that for Bright Start on "
        "1 September 2026."
    ]


@pytest.mark.capability("C381")
def test_who_oversees_centers_says_so_and_what_the_law_may_ask_for():
    wall, law = promised(oversees_centers=True)

    assert wall == (
        "Bright Start licenses, rates, funds or monitors centers. The people who do that work are named, and they get "
        "totals of 5 centers or more: no center by name, no team's words, no numbers of one center."
    )
    assert law.startswith("Bright Start may have to show its records when the law asks for them")


def test_it_is_said_at_entry_and_on_the_page_of_rights_and_not_on_every_page(client, organization, team):
    teacher = factories.member(Role.TEACHER, team=team)
    client.force_login(teacher.person.user)
    here = f"/{organization.slug}/{team.collaborative.slug}/"
    pages = ("people/welcome/", "help/rights/", "", "pdsa/", "people/", "schedule/")
    before = [SIGNED in client.get(here + page).content.decode() for page in pages]
    organization.not_used_to_rate_signed_by, organization.not_used_to_rate_signed_on = "Dr. Lee", DAY
    organization.save()

    after = [SIGNED in client.get(here + page).content.decode() for page in pages]

    assert before == [False] * 6
    assert after == [True, True, False, False, False, False]
