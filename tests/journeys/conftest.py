"""A real browser on a live application. Without a Chromium these tests are left out, but not where one is required."""

from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from portal.tour.browser import launched, phone
from portal.tour.looking import accessibility, listen, overflow
from tests.chromium import may_be_left_out
from tests.factories import journeys

PATIENCE = 60_000  # milliseconds; tests share a machine
NO_CONNECTION = "ERR_INTERNET_DISCONNECTED"


@pytest.fixture(scope="package")
def browser():
    if may_be_left_out():
        pytest.skip("no Chromium on this machine; REQUIRE_BROWSER=1 makes this a failure")
    with pytest.MonkeyPatch.context() as patch:
        # The driver keeps an event loop in this thread; the tests' own queries run beside it, not inside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with launched() as running:
            yield running


class Visitor:
    """One person at one phone."""

    def __init__(self, context):
        self.context = context
        self.page = context.new_page()
        self.heard = listen(self.page)

    def look(self):
        """The page as it is now: nothing for axe to find, nothing that scrolls sideways, nobody's page of an error."""
        assert accessibility(self.page) + overflow(self.page) == []

    def tap(self, name, role="button"):
        self.page.get_by_role(role, name=name).first.click()

    def complaints(self):
        """What the browser said about scripts, loading and the content policy, but for a connection taken away."""
        return [words for words in self.heard if NO_CONNECTION not in words]


@pytest.fixture
def visitor(browser, live_server):
    """`visitor()`: a phone nobody is signed in at; `visitor(member)`: at its home. In the end no browser complained."""
    with ExitStack() as windows:
        visitors = []

        def visiting(member=None, **options):
            context = windows.enter_context(phone(browser, base_url=live_server.url, **options))
            context.set_default_timeout(PATIENCE)
            if member:
                context.add_cookies([session_of(member, live_server.url)])
            visitors.append(Visitor(context))
            return visitors[-1]

        yield visiting
        assert [words for one in visitors for words in one.complaints()] == []


@pytest.fixture
def place(transactional_db):
    return journeys.maple_and_cedar()


def session_of(member, url):
    client = Client()
    client.force_login(member.person.user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def newest_mail_to(address) -> str:
    """The words of the newest message to an address, read as the sender's process reads it."""
    reader = connection.copy()
    reader.settings_dict["USER"] = "app_sender"
    try:
        with reader.cursor() as cursor:
            cursor.execute('SELECT body FROM outbox_message WHERE "to" = %s ORDER BY id DESC LIMIT 1', [address])
            return cursor.fetchone()[0]
    finally:
        reader.close()
