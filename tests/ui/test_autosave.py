"""What is being typed survives a lost connection and leaving the page, and belongs to one person on the device."""

import json

import pytest

from tests.ui.browser import ORIGIN, html, needs_browser, opened

SAY = """data-say-saved="Saved {time}" data-say-kept="KEPT" data-say-offer="OFFER" data-say-put-back="BACK"
 data-say-drop="DROP" data-say-stay="STAY" data-say-signed-out="OUT" """
PAGE = """<!doctype html><html lang="en"><body data-person="%s" %s>%s
<script type="module" src="/static/js/autosave.js"></script>
<script type="module" src="/static/js/page.js"></script></body></html>"""
FORM = """<a href="/other">go</a><form method="post" action="/sent" data-draft-url="/draft/1/" %s>
<input type="hidden" name="csrfmiddlewaretoken" value="token"><textarea name="what"></textarea>
<input type="radio" name="who" value="team"><p class="saved" data-saved-line role="status"></p>
<div class="actions"><button type="submit">Save</button></div></form>"""
SIGN_OUT = '<form method="post" action="/sent" data-signs-out><button type="submit">Sign out</button></form>'

pytestmark = [pytest.mark.journey, needs_browser]


class Server:
    """Answers pages, and keeps what was sent to it."""

    def __init__(self, person="rosa", form=""):
        self.status, self.drafts, self.sent = 200, [], 0
        self.person, self.form = person, form

    def __call__(self, path, request):
        if path == "/draft/1/":
            self.drafts.append((json.loads(request.post_data), request.headers.get("x-csrftoken")))
            return {"status": self.status, "body": "{}", "content_type": "application/json"}
        if path == "/sent":
            self.sent += 1
            return html(PAGE % (self.person, SAY, "thank you"))
        if path in ("/form", "/other"):
            return html(PAGE % (self.person, SAY, FORM % self.form + SIGN_OUT if path == "/form" else "other"))
        return None


def kept(page):
    return page.evaluate("Object.values(localStorage).map((one) => JSON.parse(one).words.what)")


def says(page, text):
    page.wait_for_function("text => document.querySelector('.saved').textContent.startsWith(text)", arg=text)


def test_words_are_saved_after_a_pause_and_the_page_says_so():
    server = Server()

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "two mornings")
        page.check("input[value=team]")
        says(page, "Saved ")
        on_device = kept(page)

    assert server.drafts == [({"what": "two mornings", "who": "team"}, "token")]
    assert on_device == []


def test_words_typed_without_a_connection_wait_here_and_are_offered_back():
    server = Server()

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        server.status = 503
        page.fill("textarea", "at nap time")
        says(page, "KEPT")
        waiting = kept(page)
        page.goto(ORIGIN + "/form")
        shown_at_first = page.input_value("textarea")
        server.status = 200
        page.click("text=BACK")
        put_back = page.input_value("textarea")
        says(page, "Saved ")
        in_the_end = kept(page)

    assert waiting == ["at nap time"]
    assert (shown_at_first, put_back) == ("", "at nap time")
    assert in_the_end == []


def test_words_left_behind_are_sent_from_the_next_page_with_a_connection():
    server = Server()
    server.status = 503

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "leaving")
        page.click("text=go")
        page.wait_for_url("**/other")
        server.status, server.drafts = 200, []
        page.goto(ORIGIN + "/other")
        page.wait_for_function("localStorage.length === 0")

    assert server.drafts[0][0]["what"] == "leaving"


def test_a_form_is_sent_once_and_then_forgotten_here():
    server = Server()

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "done")
        page.evaluate("() => { const b = document.querySelector('form button'); b.click(); b.click(); }")
        page.wait_for_url("**/sent")
        page.wait_for_function("localStorage.length === 0")

    assert (server.sent, server.drafts) == (1, [])


def test_on_a_shared_device_nothing_is_written():
    server = Server(form="data-shared-device")
    server.status = 503

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "on the tablet of the room")
        says(page, "STAY")
        on_device = kept(page)

    assert on_device == []


def test_another_person_on_the_device_neither_sees_nor_sends_them():
    server = Server()
    server.status = 503

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "for Rosa alone")
        says(page, "KEPT")
        server.person, server.status, server.drafts = "denise", 200, []
        page.goto(ORIGIN + "/form")
        offered = page.locator("text=OFFER").count()
        page.goto(ORIGIN + "/other")
        page.wait_for_timeout(300)

    assert (offered, [words for words, _token in server.drafts if words["what"]]) == (0, [])


def test_signing_out_sends_the_last_words_first():
    server = Server()

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "just before I go")
        page.click("text=Sign out")
        page.wait_for_url("**/sent")
        on_device = kept(page)

    assert [words["what"] for words, _token in server.drafts] == ["just before I go"]
    assert on_device == []


def test_signing_out_leaves_nothing_on_the_device():
    server = Server()
    server.status = 503

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "before I go")
        says(page, "KEPT")
        page.click("text=Sign out")
        page.wait_for_url("**/sent")
        on_device = kept(page)

    assert on_device == []
