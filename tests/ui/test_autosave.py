"""What is being typed survives a lost connection and leaving the page, and belongs to one person on the device."""

import json

import pytest

from tests.ui.browser import LOST, ORIGIN, html, needs_browser, opened

SAY = """data-say-saved="Saved {time}" data-say-kept="KEPT" data-say-offer="OFFER" data-say-put-back="BACK"
 data-say-drop="DROP" data-say-stay="STAY" data-say-signed-out="OUT" data-say-signed-out-stay="OUT, STAY"
 data-say-trouble="TROUBLE" data-say-trouble-stay="TROUBLE, STAY" data-say-refused="REFUSED"
 data-say-refused-stay="REFUSED, COPY" """
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

    def __init__(self, person="rosa", form="", status=200):
        self.status, self.drafts, self.sent = status, [], 0
        self.after = None  # how a sent form is answered; None: with a page
        self.person, self.form = person, form

    def __call__(self, path, request):
        if path == "/draft/1/":
            self.drafts.append((json.loads(request.post_data), request.headers.get("x-csrftoken")))
            if self.status is None:
                return LOST
            if self.status == 302:
                return {"status": 302, "headers": {"Location": "/sign-in"}}
            return {"status": self.status, "body": "{}", "content_type": "application/json"}
        if path == "/sent":
            self.sent += 1
            if self.after:
                return self.after
            return html(PAGE % (self.person, SAY, "thank you"))
        if path == "/sign-in":
            return html("please sign in")
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
        server.status = None
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
    server = Server(status=None)

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
    server = Server(form="data-shared-device", status=None)

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "on the tablet of the room")
        says(page, "STAY")
        on_device = kept(page)

    assert on_device == []


def test_another_person_on_the_device_neither_sees_nor_sends_them():
    server = Server(status=None)

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
    server = Server(status=None)

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "before I go")
        says(page, "KEPT")
        page.click("text=Sign out")
        page.wait_for_url("**/sent")
        on_device = kept(page)

    assert on_device == []


@pytest.mark.parametrize(
    ("status", "said", "on_shared"),
    [
        (302, "OUT", "OUT, STAY"),
        (401, "OUT", "OUT, STAY"),
        (500, "TROUBLE", "TROUBLE, STAY"),
        (400, "REFUSED", "REFUSED, COPY"),
        (None, "KEPT", "STAY"),
    ],
)
def test_each_kind_of_no_is_said_in_its_own_words_and_nothing_typed_is_lost(status, said, on_shared):
    server = Server(status=status)

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "still mine")
        page.wait_for_function("text => document.querySelector('.saved').textContent === text", arg=said)
        on_device = kept(page)
        server.form = "data-shared-device"
        page.evaluate("localStorage.clear()")
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "of the room")
        page.wait_for_function("text => document.querySelector('.saved').textContent === text", arg=on_shared)

    assert on_device == ["still mine"]


def test_words_go_out_with_the_version_the_form_was_opened_at():
    server = Server(form='data-draft-version="7"')

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.fill("textarea", "two mornings")
        says(page, "Saved ")

    assert [words for words, _token in server.drafts] == [{"what": "two mornings", "who": "", "version": "7"}]


def test_a_form_answered_with_a_file_or_with_nothing_can_be_sent_again():
    server = Server()
    server.after = {"status": 204}

    with opened(server) as page:
        page.goto(ORIGIN + "/form")
        page.click("text=Save")
        page.wait_for_selector("form[aria-busy]")
        page.wait_for_selector("form:not([aria-busy]) button:not([aria-disabled])", timeout=9000)
        page.click("form button >> nth=0")
        page.wait_for_selector("form[aria-busy]")

    assert server.sent == 2
