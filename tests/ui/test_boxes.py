"""Boxes in a browser: nothing is cut, room is told of when it gets scarce, and a day says its weekday."""

import pytest

from tests.ui.browser import ORIGIN, html, needs_browser, opened

PAGE = """<!doctype html><html lang="%s"><body data-say-room-left="NEAR" data-say-room-left-number="{number} more"
 data-say-too-long="LONG" data-say-too-long-number="{number} over"><form>
<textarea name="long" data-longest="1000"></textarea><textarea name="elsewhere" maxlength="400"></textarea>
<input name="code" maxlength="6"><input type="date" id="on" value="2026-11-24">
<p class="day-words" data-day-of="on"
 data-day-as="%s">Tuesday, 24 November 2026</p></form>
<script type="module" src="/static/js/boxes.js"></script></body></html>"""

pytestmark = [pytest.mark.journey, needs_browser]


ENGLISH = ("en", "{weekday}, {day} {month} {year}")
SPANISH = ("es", "{weekday}, {day} de {month} de {year}")


def answers(path, request, language=ENGLISH):
    return html(PAGE % language) if path == "/form" else None


def told(page):
    return page.eval_on_selector_all(".count", "all => all.map(one => one.textContent)")


def test_room_is_told_of_near_the_limit_and_nothing_is_cut():
    with opened(answers) as page:
        page.goto(ORIGIN + "/form")
        said = []
        for length in (500, 901, 1005, 500):
            page.fill("[name=long]", "x" * length)
            said.append(told(page))
        page.fill("[name=long]", "x" * 990 + "\n")
        said.append(told(page))

    assert said == [[], ["NEAR", "99 more"], ["LONG", "5 over"], ["", ""], ["NEAR", "8 more"]]


def test_long_boxes_drawn_elsewhere_are_never_cut_either():
    with opened(answers) as page:
        page.goto(ORIGIN + "/form")
        page.locator("[name=elsewhere]").press_sequentially("x" * 5)
        page.evaluate("document.execCommand('insertText', false, 'y'.repeat(500))")
        typed = len(page.input_value("[name=elsewhere]"))
        limits = page.evaluate("['elsewhere', 'code'].map(name => document.querySelector(`[name=${name}]`).maxLength)")

    assert (typed, limits) == (505, [-1, 6])


@pytest.mark.parametrize(
    ("language", "said"), [(ENGLISH, "Tuesday, 1 December 2026"), (SPANISH, "martes, 1 de diciembre de 2026")]
)
def test_a_day_that_is_picked_says_its_weekday_in_the_language_of_the_page(language, said):
    with opened(lambda *asked: answers(*asked, language), timezone_id="America/Los_Angeles", locale="en-US") as page:
        page.goto(ORIGIN + "/form")
        page.fill("#on", "2026-12-01")
        picked = page.text_content(".day-words")
        page.fill("#on", "")
        emptied = page.text_content(".day-words")

    assert (picked, emptied) == (said, "")
