"""Chromium, driven by Playwright: where it is, how it is started, and whom it is signed in as."""

import contextlib
import os
import shutil

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
PHONE, DESK = (390, 844), (1280, 900)
PATIENCE = 30_000  # milliseconds for a page; a busy machine is slow


class NoBrowser(Exception):
    """There is no Chromium here."""


def chromium() -> str | None:
    """The browser to drive: what CHROMIUM names, else Debian's, else whatever is on the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = [path for path in ("/usr/bin/chromium", *map(shutil.which, NAMES)) if path and os.access(path, os.X_OK)]
    return next(iter(found), None)


@contextlib.contextmanager
def launched():
    """A running browser. Raises NoBrowser."""
    program = chromium()
    if program is None:
        raise NoBrowser("No Chromium is here: install it, or name one with CHROMIUM=/path/to/chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=False, args=list(SWITCHES))
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def window(browser, size=DESK, **options):
    """A fresh window without any history; `size` (width, height)."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-US", **options)
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()


def phone(browser, **options):
    """A window the size of a phone, touched with a thumb."""
    return window(browser, PHONE, has_touch=True, is_mobile=True, **options)


def enter(page, address, key) -> str:
    """Become one of the demo's people; the address of their first page."""
    page.goto(f"{address}/demo/")
    page.locator(f'form[action="/demo/enter/{key}/"] button').click()
    page.wait_for_url(lambda url: "/demo/" not in url)
    page.wait_for_load_state()
    return page.url
