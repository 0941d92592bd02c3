"""What teams agree to show each other is seen the next time another team opens a page, and not while one pauses."""

import pytest
from playwright.sync_api import expect

from tests.factories import journeys

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NUMBER = "Families we talked with"


@pytest.mark.capability("C155")
def test_another_team_sees_numbers_as_soon_as_teams_agreed_and_not_while_one_pauses(visitor, place):
    journeys.counted_weeks(place)
    tom, rosa, writing = visitor(place.tom), visitor(place.rosa), visitor(place.amal)
    numbers = f"{place.address}metrics/teams/{place.maple.pk}/"

    def status():
        return tom.page.request.get(numbers).status  # asked by his browser, beside the page he looks at

    before = status()
    agree(writing, place)
    agreed = tom.page.goto(numbers).status
    expect(tom.page.locator("main")).to_contain_text(NUMBER)
    tom.look()
    rosa.page.goto(place.address + "agreement/")
    rosa.tap("Pause for our team")
    expect(rosa.page.locator("main")).to_contain_text("Your team has paused")
    rosa.look()
    paused = status()
    rosa.tap("Show them again")
    expect(rosa.page.locator("main")).to_contain_text("Anyone on the team may ask for a pause")
    again = status()

    assert (before, agreed, paused, again) == (404, 200, 404, 200)


def agree(writing, place):
    """The project team writes down what the teams said, as the template proposes it, with numbers by name."""
    page = writing.page
    page.goto(place.address + "asked/agreement/")
    page.locator("#id_numbers_by_name").check()
    for box in page.locator("input[name=teams_there]").all():
        box.check()
    writing.look()
    writing.tap("This is what we agreed")
    page.wait_for_url("**/agreement/")
    expect(page.locator("main")).to_contain_text("Teams see each other's, by center name.")
    writing.look()
