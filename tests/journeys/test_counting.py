"""Counting: a number goes in on one screen and stands on its chart."""

import pytest
from playwright.sync_api import expect

from tests.factories import journeys

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.capability("C143", "C147", "C379")
def test_a_number_that_is_put_in_stands_on_its_chart(visitor, place):
    metric = journeys.counted_weeks(place)
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address)
    rosa.look()
    page.locator('nav.tabs a[href$="metrics/"]').click()
    rosa.look()
    rosa.tap("Put in our numbers", "link")
    rosa.look()
    page.locator("input[name$=numerator]").fill("33")
    page.locator("input[name$=denominator]").fill("46")
    rosa.tap("Save")
    expect(page.get_by_text("Thank you, it is in.")).to_be_visible()
    expect(page.locator(".number-card")).to_contain_text("33 of 46")
    rosa.look()

    page.goto(f"{place.address}metrics/{metric.pk}/")
    expect(page.locator("svg.chart").first).to_be_visible()
    expect(page.locator("table").first).to_contain_text("33 of 46")
    rosa.look()


@pytest.mark.capability("C143")
def test_who_goes_back_and_saves_again_corrects_the_number(visitor, place):
    journeys.counted_weeks(place)
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(f"{place.address}metrics/enter/")

    def save(part):
        page.locator("input[name$=numerator]").fill(part)
        page.locator("input[name$=denominator]").fill("46")
        rosa.tap("Save")

    save("50")
    expect(page.locator("#look-again")).to_be_focused()
    expect(page.locator("#look-again")).to_be_in_viewport()
    save("33")
    expect(page.locator(".message")).to_be_in_viewport()
    page.go_back()  # over the page that asked for another look: it is shown anew, not sent again
    expect(page.locator("input[name$=numerator]")).to_have_value("33")
    save("31")

    expect(page.locator(".message")).to_be_in_viewport()
    expect(page.get_by_text("Thank you, it is in.")).to_be_visible()
    expect(page.locator(".number-card")).to_contain_text("31 of 46")
