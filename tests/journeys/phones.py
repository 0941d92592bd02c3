"""What journeys without a connection do again and again."""

import time

from playwright.sync_api import expect

from pdsa.models import PDSACycle
from tests.factories import journeys
from tests.journeys.conftest import session_of

WORKER_IS_HERE = "navigator.serviceWorker.ready.then((one) => Boolean(one.active))"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('kept:')).length"
LEFT = "caches.keys().then((names) => navigator.serviceWorker.getRegistrations().then((all) => [names, all.length]))"
SECONDS_TO_GO = 20


def prepare(one, address):
    """Open two pages of the application: from the second one on it works without a connection."""
    one.page.goto(address)
    one.page.goto(address)
    assert one.page.evaluate(WORKER_IS_HERE)
    one.page.wait_for_function("navigator.serviceWorker.controller !== null")


def reopen(one):
    """Close the tab, whatever is on it, and open another."""
    one.page.close()
    one.page = one.context.new_page()
    return one.page


def expect_no_worker(page):
    """Neither a worker nor anything it kept is left, or about to be."""
    left = ["something"], 1
    ends = time.monotonic() + SECONDS_TO_GO
    while left != [[], 0] and time.monotonic() < ends:
        page.wait_for_timeout(100)
        left = page.evaluate(LEFT)
    assert left == [[], 0]


def become(one, member, live_server):
    """Somebody else signs in at this phone; None: the session has run out."""
    one.context.clear_cookies(name="session")
    if member:
        one.context.add_cookies([session_of(member, live_server.url)])


def tries_of(place, member):
    return [cycle.what for cycle in journeys.rows(place, PDSACycle.objects.order_by("begun_on", "pk"), member)]


def strip(page):
    return page.locator("main > .kept")


def expect_sent(page):
    expect(page.locator("main > .kept-sent")).to_be_visible()
    expect(strip(page)).to_have_count(0)
    assert page.evaluate(KEPT) == 0
