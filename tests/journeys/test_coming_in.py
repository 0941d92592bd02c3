"""Coming in: from an invitation to the first page without a password, and with six digits."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import journeys

from .conftest import newest_mail_to

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LINK = re.compile(r"https?://[^/\s]+(/invitation/\S+/)")
CODE = re.compile(r"^\d{3}-?\d{3}$", re.M)
SCREENS = 3


@pytest.mark.capability("C006")
def test_an_invitation_leads_to_the_first_page_in_three_screens_without_a_password(visitor, place):
    journeys.invited(place, "denise@example.org")
    address = LINK.search(newest_mail_to("denise@example.org")).group(1)
    denise = visitor()
    page, opened = denise.page, []
    page.on("domcontentloaded", lambda one: opened.append(one.url))

    page.goto(address)
    denise.look()
    assert page.locator("input[type=password]").count() == 0
    denise.tap("Yes, come in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")
    denise.look()
    assert page.locator("input[type=password]").count() == 0
    denise.tap("Show me my first page")
    page.wait_for_url("**" + place.address)
    denise.look()

    assert len(opened) == SCREENS, opened
    expect(page.locator("main")).to_contain_text("trying")


def test_six_digits_from_the_mail_open_the_door(visitor, place):
    rosa = visitor()
    page = rosa.page
    page.goto(place.address + "pdsa/")
    rosa.look()
    page.fill("#id_login", place.rosa.person.email)
    rosa.tap("Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look in your mail")
    rosa.look()
    (code,) = CODE.findall(newest_mail_to(place.rosa.person.email))
    page.fill("input[name=code]", code)
    rosa.tap("Go on")

    page.wait_for_url("**" + place.address + "pdsa/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("trying")
    rosa.look()
