"""Trying something on a phone: from plan to the next cycle, with words of another team, and without a connection."""

import pytest
from playwright.sync_api import expect

from pdsa.models import CycleAnswer, PDSACycle
from tests.factories import journeys

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FOLDED = "pine cones in a basket for two children at clean-up"


@pytest.mark.capability("C167", "C168", "C172", "C173", "C378")
def test_a_plan_is_studied_and_leads_to_the_next_cycle(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    rosa.look()
    page.fill("#id_what", journeys.TRY)
    rosa.tap("Write it down")
    expect(page.get_by_role("heading", level=1)).to_contain_text(journeys.TRY)
    rosa.look()

    rosa.tap("What happened?", "link")
    page.fill("textarea[name=did]", "we sang it on three mornings")
    page.fill("textarea[name=saw]", "two children hummed along")
    rosa.look()
    rosa.tap("Save")
    rosa.tap("Look back", "link")
    page.fill("textarea[name=compared]", "calmer than we thought")
    rosa.look()
    rosa.tap("Save")
    rosa.tap("What next?", "link")
    page.check("input[name=decision][value=grow]")
    page.fill("textarea[name=decision_reason]", "it cost us nothing")
    rosa.look()
    rosa.tap("Save")
    expect(page.get_by_role("heading", level=1)).to_have_text("The next one")
    rosa.look()
    page.fill("#id_what", "sing it in the other room too")
    rosa.tap("Write it down")
    expect(page.locator("main")).to_contain_text("Cycle 2")
    rosa.look()

    first, second = journeys.rows(place, PDSACycle.objects.order_by("begun_on", "pk"), place.rosa)
    assert (first.stage, first.decision, first.did) == ("closed", "grow", "we sang it on three mornings")
    assert (second.stage, second.what, second.grown_from_id) == ("plan", "sing it in the other room too", first.pk)


def test_going_back_and_changing_a_word_saves_it_in_the_same_try(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    page.fill("#id_what", journeys.TRY)
    rosa.tap("Write it down")
    expect(page.get_by_role("heading", level=1)).to_contain_text(journeys.TRY)

    page.go_back()
    page.fill("#id_what", journeys.TRY + ", slowly")
    rosa.tap("Write it down")
    expect(page.locator(".question")).to_be_focused()
    rosa.look()
    rosa.tap("Yes, save my words there")
    expect(page.get_by_role("heading", level=1)).to_contain_text("slowly")

    (cycle,) = journeys.rows(place, PDSACycle.objects.order_by("pk"), place.rosa)
    assert cycle.what == journeys.TRY + ", slowly"


def test_looking_at_ideas_loses_no_word_and_taking_one_adds_it(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    page.fill("#id_what", "a wave at pick-up")
    page.locator("#ideas summary").first.click()
    expect(page.locator("#id_what")).to_have_value("a wave at pick-up")
    rosa.look()
    rosa.tap("Try this")
    expect(page.get_by_role("status").first).to_contain_text("The idea stands under your words")
    typed, added = page.input_value("#id_what").split("\n")
    assert (typed, bool(added)) == ("a wave at pick-up", True)


@pytest.mark.capability("C176")
def test_another_team_answers_a_try_that_is_shown(visitor, place):
    journeys.shown_try(place)
    tom, rosa = visitor(place.tom), visitor(place.rosa)
    tom.page.goto(place.address + "pdsa/other-teams/")
    tom.look()
    tom.tap(journeys.TRY, "link")
    tom.page.fill("#answers textarea[name=text]", "we hum it at clean-up, and it helps")
    tom.tap("Send")
    expect(tom.page.locator("#answers")).to_contain_text("we hum it at clean-up")
    expect(tom.page.get_by_text("Your words are here")).to_be_in_viewport()
    tom.look()

    rosa.page.goto(place.address)
    expect(rosa.page.locator("main")).to_contain_text("we hum it at clean-up, and it helps")
    expect(rosa.page.locator("main")).to_contain_text("Cedar Grove")
    rosa.look()
    (answer,) = journeys.rows(place, CycleAnswer.objects.order_by("pk"), place.rosa)
    assert (answer.text, answer.author_team_id) == ("we hum it at clean-up, and it helps", place.cedar.pk)


def test_words_typed_while_the_connection_is_gone_come_back(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    rosa.context.set_offline(True)
    page.fill("#id_what", FOLDED)
    expect(page.locator("[data-saved-line]")).to_contain_text("kept on this device")
    rosa.look()
    page.close()

    rosa.context.set_offline(False)
    page = rosa.page = rosa.context.new_page()
    page.goto(place.address + "pdsa/start/")
    if not page.input_value("#id_what"):  # what waited on the phone is offered, never put in by itself
        rosa.look()
        rosa.tap("Put it back")
    expect(page.locator("#id_what")).to_have_value(FOLDED)
    rosa.tap("Write it down")
    expect(page.get_by_role("heading", level=1)).to_contain_text(FOLDED)

    (cycle,) = journeys.rows(place, PDSACycle.objects.order_by("pk"), place.rosa)
    assert (cycle.what, cycle.audience) == (FOLDED, "self")


def test_a_connection_that_is_back_sends_what_waited(visitor, place):
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "pdsa/start/")
    rosa.context.set_offline(True)
    page.fill("#id_what", FOLDED)
    expect(page.locator("[data-saved-line]")).to_contain_text("kept on this device")
    rosa.context.set_offline(False)
    expect(page.locator("[data-saved-line]")).to_contain_text("Saved")

    on_another_phone = visitor(place.rosa)
    on_another_phone.page.goto(place.address + "pdsa/start/")
    expect(on_another_phone.page.locator("#id_what")).to_have_value(FOLDED)
