"""A real browser on pages that were drawn beforehand: no database, no server, no network."""

import contextlib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from portal.tour.browser import chromium
from tests.chromium import may_be_left_out

STATIC = Path(__file__).resolve().parents[2] / "static"
CHROMIUM = chromium()
ORIGIN = "http://next-tuesday.test"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

LOST = {"lost": True}  # an answer that never comes: no connection

needs_browser = pytest.mark.skipif(may_be_left_out(), reason="no Chromium on this machine")


class Shared:
    """The browser that the tests of one module share: started by the first of them, each in a fresh window."""

    ending = browser = None

    @classmethod
    def started(cls):
        if cls.browser is None:
            with contextlib.ExitStack() as ending:
                playwright = ending.enter_context(sync_playwright())
                cls.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                ending.callback(cls.browser.close)
                cls.ending = ending.pop_all()
        return cls.browser

    @classmethod
    def end(cls):
        if cls.browser:
            cls.ending.close()
            cls.browser = None


@contextlib.contextmanager
def opened(answers, **options):
    """A page whose requests `answers(path, request)` fulfils; what it leaves out comes from our static files."""
    context = Shared.started().new_context(**options)
    try:
        page = context.new_page()
        page.route("**/*", lambda route: _fulfil(route, answers))
        yield page
    finally:
        context.close()


def _fulfil(route, answers):
    path = urlsplit(route.request.url).path
    answer = answers(path, route.request)
    file = STATIC / path.removeprefix("/static/")
    if answer is LOST:
        route.abort("internetdisconnected")
    elif answer is not None:
        route.fulfill(**answer)
    elif path.startswith("/static/") and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
    else:
        route.fulfill(status=404, body="")


def html(text):
    return {"body": text, "content_type": "text/html; charset=utf-8", "headers": {"Referrer-Policy": "same-origin"}}
