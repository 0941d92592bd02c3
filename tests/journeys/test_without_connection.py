"""What is written without a connection: kept on the phone, visibly, and sent later once."""

import pytest
from playwright.sync_api import expect

from collaborative.discussion.models import PostReply
from metrics.models import Observation
from tests.factories import discussion, journeys
from tests.journeys.phones import KEPT, expect_sent, prepare, reopen, strip, tries_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.capability("C378")]

TWO_LINES = "hum at the door\r\nwith two children"  # as browsers send it


def test_a_try_written_in_a_tab_that_was_closed_is_there_once(visitor, place):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    rosa.context.set_offline(True)
    page = reopen(rosa)
    page.goto(place.address + "pdsa/start/")
    expect(page.locator("main")).to_contain_text("There is no connection right now")
    expect(page.locator("main")).to_contain_text("You write as Rosa.")
    page.fill("#id_what", "hum at")
    page = reopen(rosa)
    page.goto(place.address + "pdsa/start/")
    expect(page.locator("#id_what")).to_have_value("hum at")  # what was typed survived as well
    page.fill("#id_what", TWO_LINES)
    rosa.look()
    rosa.tap("Keep it on this phone")
    expect(strip(page)).to_contain_text("One thing is kept on this phone.")
    expect(strip(page)).to_contain_text("with two children")
    rosa.look()

    page = reopen(rosa)
    page.goto(place.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("This page needs a connection")
    expect(strip(page)).to_contain_text("hum at the door")
    rosa.look()
    rosa.context.set_offline(False)
    expect_sent(page)
    page = reopen(rosa)
    page.goto(place.address + "pdsa/")

    assert tries_of(place, place.rosa) == [TWO_LINES]


def test_a_form_that_was_open_when_the_connection_went_is_kept_and_may_be_changed(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    rosa.context.set_offline(True)
    page.fill("#id_what", "one song")
    rosa.tap("Write it down")
    expect(page.locator(".kept-here")).to_be_focused()
    rosa.look()
    rosa.tap("Change it")
    page.fill("#id_what", "one short song")
    rosa.tap("Write it down")
    expect(strip(page).locator("li")).to_have_count(1)
    expect(strip(page)).to_contain_text("one short song")

    drafts = []
    page.on("request", lambda one: drafts.append(one.url) if "/drafts/" in one.url else None)
    rosa.context.set_offline(False)
    expect_sent(page)
    assert drafts == []
    page.locator(".kept-sent a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("one short song")
    assert tries_of(place, place.rosa) == ["one short song"]
    page.goto(place.address + "pdsa/start/")
    expect(page.locator("#id_what")).to_have_value("")  # no draft of it is left over


def test_an_answer_that_got_lost_on_the_way_is_not_taken_twice(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    page.fill("#id_what", TWO_LINES)

    def take_and_lose(route):
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort("internetdisconnected")
        else:
            route.fallback()

    page.route("**/pdsa/start/", take_and_lose)
    rosa.tap("Write it down")
    page.wait_for_url("chrome-error://**")
    assert tries_of(place, place.rosa) == [TWO_LINES]
    rosa.context.clear_cookies(name="kept_answer")  # it was lost with the answer
    page = reopen(rosa)
    page.goto(place.address)
    expect_sent(page)

    assert tries_of(place, place.rosa) == [TWO_LINES]


def test_what_is_kept_can_be_removed_and_put_back(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    rosa.context.set_offline(True)
    page.fill("#id_what", "one song")
    rosa.tap("Write it down")
    strip(page).get_by_role("button", name="Remove it").click()
    expect(strip(page)).to_contain_text("Removed from this phone.")
    assert page.evaluate(KEPT) == 0
    rosa.tap("Put it back")
    expect(strip(page)).to_contain_text("one song")
    strip(page).get_by_role("button", name="Remove it").click()

    rosa.context.set_offline(False)
    page.goto(place.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert (page.evaluate(KEPT), tries_of(place, place.rosa)) == (0, [])


def test_numbers_are_put_in_where_there_is_no_connection(visitor, place):
    journeys.counted_weeks(place)
    rosa = visitor(place.rosa)
    prepare(rosa, place.address + "metrics/enter/")
    rosa.context.set_offline(True)
    page = reopen(rosa)
    page.goto(place.address + "metrics/enter/")
    expect(page.get_by_role("group", name="Families we talked with")).to_be_visible()
    page.locator("input[name$=numerator]").fill("33")
    page.locator("input[name$=denominator]").fill("46")
    rosa.look()
    rosa.tap("Keep it on this phone")
    expect(strip(page)).to_contain_text("33, 46")

    page = reopen(rosa)
    rosa.context.set_offline(False)
    page.goto(place.address)
    expect_sent(page)
    newest = journeys.rows(place, Observation.objects.order_by("-period_start", "-pk")[:1], place.rosa)
    assert [(one.numerator, one.denominator) for one in newest] == [(33, 46)]


def test_an_answer_to_a_post_waits_as_well(visitor, place):
    post = discussion.post(place.tom, text="How do you say goodbye?")
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    rosa.context.set_offline(True)
    page = reopen(rosa)
    page.goto(f"{place.address}discussion/{post.pk}/")
    page.fill("#id_text", "We wave from the window.")
    rosa.look()
    rosa.tap("Keep it on this phone")
    page = reopen(rosa)
    rosa.context.set_offline(False)
    page.goto(place.address)
    expect_sent(page)

    (answer,) = journeys.rows(place, PostReply.objects.all(), place.rosa)
    assert (answer.text, answer.post_id) == ("We wave from the window.", post.pk)
