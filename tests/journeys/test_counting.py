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
