"""With a browser that runs no script: a try, a number and an answer come in all the same."""

import pytest
from playwright.sync_api import expect

from collaborative.discussion.models import PostReply
from metrics.models import Observation
from tests.factories import discussion, journeys
from tests.journeys.phones import tries_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.capability("C378")]


@pytest.fixture
def rosa(visitor, place):
    return visitor(place.rosa, java_script_enabled=False)


def test_a_try_is_written_down(rosa, place):
    page = rosa.page
    page.goto(place.address)
    page.locator('nav.tabs a[href$="pdsa/start/"]').click()
    page.fill("#id_what", "one song at the door")
    rosa.tap("Write it down")

    expect(page.get_by_role("heading", level=1)).to_contain_text("one song at the door")
    assert tries_of(place, place.rosa) == ["one song at the door"]


def test_a_number_is_put_in(rosa, place):
    journeys.counted_weeks(place)
    page = rosa.page
    page.goto(place.address)
    page.locator('nav.tabs a[href$="metrics/"]').click()
    rosa.tap("Put in our numbers", "link")
    page.locator("input[name$=numerator]").fill("33")
    page.locator("input[name$=denominator]").fill("46")
    rosa.tap("Save")

    expect(page.get_by_text("Thank you, it is in.")).to_be_visible()
    (newest,) = journeys.rows(place, Observation.objects.order_by("-period_start", "-pk")[:1], place.rosa)
    assert (newest.numerator, newest.denominator) == (33, 46)


def test_a_post_is_answered(rosa, place):
    discussion.post(place.tom, text="How do you say goodbye?")
    page = rosa.page
    page.goto(place.address)
    page.locator('nav.tabs a[href$="discussion/"]').click()
    rosa.tap("Answer or say thanks", "link")
    page.get_by_label("Your answer").fill("We wave from the window.")
    rosa.tap("Send my answer")

    expect(page.locator("main")).to_contain_text("We wave from the window.")
    (answer,) = journeys.rows(place, PostReply.objects.all(), place.rosa)
    assert answer.text == "We wave from the window."


def test_everything_one_needs_on_the_way_opens_without_a_script(rosa, place):
    page = rosa.page
    page.goto(place.address)
    page.click("details.more > summary")
    expect(page.locator(".more-sheet").get_by_role("button", name="Sign out")).to_be_visible()
    expect(page.locator(".kept, .kept-leaving")).to_have_count(0)
