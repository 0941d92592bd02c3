"""Somebody who never ran one: from a template and four dates to the home of a teacher, in one sitting."""

import uuid

import pytest

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories

pytestmark = [pytest.mark.journey, pytest.mark.capability("C002", "C104")]
DAYS = ("2027-03-02", "2027-06-29", "2027-10-05", "2028-02-01")


@pytest.fixture
def ngozi(transactional_db):
    """The admin of an organization with nothing in it yet."""
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        organization = factories.organization(id=organization_id)
        return organization, factories.member(Role.ORGANIZATION_ADMIN, person=factories.person(first_name="Ngozi"))


class Counted:
    """What it took: each tap, and each screen that came."""

    def __init__(self, visitor):
        self.visitor, self.taps, self.screens = visitor, 0, []
        visitor.page.on("load", lambda page: self.screens.append(page.title()))

    def tap(self, name, role="button"):
        self.taps += 1
        self.visitor.tap(name, role)
        self.visitor.page.wait_for_load_state()


def test_from_a_template_and_four_dates_to_a_teachers_home(visitor, ngozi):
    organization, member = ngozi
    ngozis = visitor(member)
    counted = Counted(ngozis)

    ngozis.page.goto(f"/{organization.slug}/")
    counted.tap("A new collaborative", "link")
    ngozis.page.get_by_label("What is it called?").fill("Words and Stories")
    ngozis.page.get_by_label("And in short?").fill("Words and Stories")
    for number, day in enumerate(DAYS, start=1):
        ngozis.page.locator(f"#id_day_{number}").fill(day)
    ngozis.look()
    counted.tap("Start it")
    ngozis.look()
    counted.tap("Teacher")
    ngozis.look()

    assert "Nobody is invited yet" in ngozis.page.locator(".preview-line").inner_text()
    assert ngozis.page.locator("h1").inner_text() == "What can we try by next Tuesday?"
    assert (counted.taps, len(counted.screens)) == (3, 4)


def test_centers_words_letters_and_the_open_house(visitor, ngozi):
    organization, member = ngozi
    ngozis = visitor(member)
    page = ngozis.page
    page.goto(f"/{organization.slug}/collaboratives/new/")
    ngozis.tap("Start it")
    ngozis.tap("Our own words", "link")
    page.locator("section.noun").first.get_by_label("program", exact=True).check()
    ngozis.tap("Save")
    ngozis.tap("Programs and their team leaders", "link")
    page.locator("textarea[name=rows]").fill("Blue Door, Easton, Rosa, Méndez, rosa@example.org")
    page.get_by_role("button", name="Bring them in").press("Enter")
    ngozis.tap("Teacher")
    assert "Blue Door" in page.locator(".preview-line").inner_text()
    ngozis.tap("Back to preparing")
    ngozis.tap("See what will be sent", "link")
    page.locator("main summary").first.click()
    assert "Hi Rosa, it is Ngozi." in page.locator(".letter").inner_text()
    ngozis.look()
    ngozis.tap("Open the house")
    assert page.locator("h1").inner_text() == "The house is open"
    ngozis.look()
    ngozis.tap("Close it again")

    assert page.locator("h1").inner_text() == "Preparing the house"
