"""Three journeys on a phone, counted: try something, put in numbers, answer another team."""

from playwright.sync_api import Error, expect

from .browser import enter, phone
from .hand import Hand
from .looking import listen

WORDS = "sing one short song at the door before we go in"
ANSWER = "we did this too. a picture card at the door helped us"


def try_something(page, hand):
    """From home to a try that is written down."""
    hand.tap(_short_cut(page, "pdsa/start/"))
    hand.write(page.locator("#id_what"), WORDS)
    hand.tap(page.get_by_role("button", name="Write it down"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("sing one short song")


def put_in_numbers(page, hand):
    """From home to the page that says the first number is in."""
    hand.tap(_short_cut(page, "metrics/"))
    hand.tap(page.get_by_role("link", name="Put in our numbers"))
    asked = page.locator("fieldset.asked").first
    counted = asked.locator("input[name$=numerator], input[name$=value]").first
    hand.write(counted, "5" if counted.input_value() == "4" else "4")
    whole = asked.locator("input[name$=denominator]")
    if whole.count() and not whole.first.input_value():
        hand.write(whole, "12")
    hand.tap(page.locator("form.number-form").get_by_role("button", name="Save"))
    expect(page.get_by_text("Thank you, it is in.")).to_be_visible()


def answer_a_team(page, hand):
    """From home to words under a try of another team."""
    hand.tap(page.locator("main").get_by_role("link", name="Borrow an idea"))
    hand.tap(page.locator("main a.test"))
    hand.write(page.locator("#answers textarea[name=text]"), ANSWER)
    hand.tap(page.locator("#answers").get_by_role("button", name="Send"))
    expect(page.locator("#answers")).to_contain_text("a picture card at the door")


JOURNEYS = {"try something": try_something, "enter numbers": put_in_numbers, "answer a team": answer_a_team}


def walk_journeys(browser, address, key="teacher") -> list[dict]:
    """Each journey in a fresh window of a phone: its counts, and what went wrong on it."""
    return [_walked(browser, address, key, name, journey) for name, journey in JOURNEYS.items()]


def _walked(browser, address, key, name, journey):
    with phone(browser) as context:
        page = context.new_page()
        problems = listen(page)
        enter(page, address, key)
        hand = Hand(page)
        try:
            journey(page, hand)
        except (Error, AssertionError) as stuck:
            problems.append(str(stuck).strip().splitlines()[0])
        return {"journey": name, "as": key, **hand.counted(), "problems": problems}


def _short_cut(page, target):
    """A link of the bar at the thumb."""
    return page.locator(f'nav.tabs a[href$="{target}"]')
