"""One phone, several people: nobody sees, sends or overwrites what somebody else wrote there."""

import pytest
from playwright.sync_api import expect

from pdsa import actions
from pdsa.models import PDSACycle
from tests.factories import journeys, pdsa
from tests.journeys.phones import KEPT, become, expect_no_worker, expect_sent, prepare, reopen, strip, tries_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.capability("C378")]

EVERYTHING = "JSON.stringify({...localStorage})"
SHARED = (
    "document.addEventListener('readystatechange', () => document.readyState === 'interactive'"
    " && document.body.setAttribute('data-shared-device', ''))"
)


def write_offline(one, place, words="one song"):
    one.page.goto(place.address + "pdsa/start/")
    one.context.set_offline(True)
    one.page.fill("#id_what", words)
    one.tap("Write it down")
    expect(strip(one.page)).to_contain_text(words)


def test_what_one_person_wrote_is_neither_shown_to_nor_sent_by_the_next(visitor, place, live_server):
    rosa = visitor(place.rosa)
    write_offline(rosa, place)
    become(rosa, place.tom, live_server)
    asked = []
    rosa.page.on("response", lambda answer: asked.append((answer.request.method, answer.status)))
    rosa.context.set_offline(False)  # Rosa's page is still open, while Tom is signed in in another tab
    rosa.page.wait_for_timeout(500)
    expect(strip(rosa.page)).to_contain_text("one song")
    rosa.page.wait_for_function("navigator.onLine")
    page = reopen(rosa)
    page.goto(place.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(strip(page)).to_have_count(0)
    assert "one song" not in page.content()
    assert ("POST", 412) in asked
    assert (tries_of(place, place.tom), tries_of(place, place.rosa)) == ([], [])

    become(rosa, place.rosa, live_server)
    page.goto(place.address)
    expect_sent(page)
    assert (tries_of(place, place.tom), tries_of(place, place.rosa)) == ([], ["one song"])
    rosa.heard.clear()  # the browser tells of the 412


def test_words_that_another_person_opens_are_refused_by_the_server(visitor, place, live_server):
    rosa = visitor(place.rosa)
    write_offline(rosa, place)
    become(rosa, place.tom, live_server)
    page = rosa.page
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith("kept:"));
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), state: "look" }));
      Object.defineProperty(navigator, "onLine", { value: false });
    }""")
    rosa.context.set_offline(False)
    rosa.tap("Change it")
    rosa.tap("Write it down")
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith("kept:"));
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), state: "look" }));
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""")
    rosa.tap("Open it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Somebody else is signed in on this phone now")
    rosa.look()

    assert "one song" not in page.content()
    assert (tries_of(place, place.tom), page.evaluate(KEPT)) == ([], 1)
    rosa.heard.clear()  # the browser tells of the page that was refused


def test_after_a_session_has_run_out_it_asks_to_sign_in_and_sends_then(visitor, place, live_server):
    rosa = visitor(place.rosa)
    write_offline(rosa, place)
    become(rosa, None, live_server)
    rosa.context.set_offline(False)
    page = rosa.page
    expect(strip(page)).to_contain_text("You were signed out. Sign in again, and it is sent.")
    rosa.look()
    strip(page).get_by_role("link", name="Sign in").click()
    page.wait_for_url("**/accounts/login/?next=**")
    expect(strip(page)).to_have_count(0)
    assert tries_of(place, place.rosa) == []

    become(rosa, place.rosa, live_server)
    page.goto(place.address)
    expect_sent(page)
    assert tries_of(place, place.rosa) == ["one song"]


def test_of_two_versions_the_person_sees_both_and_chooses(visitor, place):
    cycle = pdsa.cycle(place.rosa, what="one song", audience="team")
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(f"{place.address}pdsa/{cycle.pk}/do/")
    rosa.context.set_offline(True)
    page.fill("textarea[name=saw]", "they hummed along")
    rosa.tap("Save")
    with pdsa.acting_as(place.priya) as actor:
        theirs = PDSACycle.objects.get(pk=cycle.pk)
        by = place.priya.person
        actions.do(theirs, version=theirs.version, by=by, on=actor.today, did="", saw="two children laughed")
    rosa.context.set_offline(False)
    expect(strip(page)).to_contain_text("It needs a look from you.")
    rosa.look()
    rosa.tap("Open it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Somebody saved this while you were writing")
    expect(page.locator("main")).to_contain_text("two children laughed")
    expect(page.get_by_label("What you wrote")).to_have_value("they hummed along")
    rosa.look()
    page.get_by_label("What you wrote").fill("they hummed along, and two laughed")
    rosa.tap("Save what I wrote")
    page.wait_for_url(f"**/pdsa/{cycle.pk}/")

    assert page.evaluate(KEPT) == 0
    (now,) = journeys.rows(place, PDSACycle.objects.all(), place.rosa)
    assert now.saw == "they hummed along, and two laughed"
    rosa.heard.clear()  # the browser tells of the 409


def test_who_keeps_the_other_version_lets_the_own_go(visitor, place):
    cycle = pdsa.cycle(place.rosa, what="one song", audience="team")
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(f"{place.address}pdsa/{cycle.pk}/do/")
    rosa.context.set_offline(True)
    page.fill("textarea[name=saw]", "they hummed along")
    rosa.tap("Save")
    with pdsa.acting_as(place.priya) as actor:
        theirs = PDSACycle.objects.get(pk=cycle.pk)
        by = place.priya.person
        actions.do(theirs, version=theirs.version, by=by, on=actor.today, did="", saw="two children laughed")
    rosa.context.set_offline(False)
    rosa.tap("Open it")
    page.get_by_role("link", name="Keep what is saved").click()
    page.wait_for_url(f"**/pdsa/{cycle.pk}/")

    expect(strip(page)).to_have_count(0)
    assert page.evaluate(KEPT) == 0
    rosa.heard.clear()


def test_what_is_refused_comes_back_in_its_form(visitor, place):
    journeys.counted_weeks(place)
    rosa = visitor(place.rosa)
    page = rosa.page
    page.goto(place.address + "metrics/enter/")
    rosa.context.set_offline(True)
    page.locator("input[name$=numerator]").fill("50")
    page.locator("input[name$=denominator]").fill("46")
    rosa.tap("Save")
    rosa.context.set_offline(False)
    rosa.tap("Open it")
    expect(page.locator("#look-again")).to_be_visible()
    expect(page.locator("input[name$=numerator]")).to_have_value("50")
    expect(strip(page)).to_have_count(0)  # it stands in the form
    rosa.look()
    page.goto(place.address)
    expect(strip(page)).to_contain_text("50, 46")  # left alone, it is still there
    rosa.tap("Open it")
    page.locator("input[name$=numerator]").fill("33")
    rosa.tap("Save")
    expect(page.get_by_text("Thank you, it is in.")).to_be_visible()

    assert page.evaluate(KEPT) == 0
    expect(strip(page)).to_have_count(0)
    rosa.heard.clear()  # the browser tells of the answers that were no yes


def test_a_shared_device_keeps_nothing_and_has_no_worker(visitor, place):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    rosa.context.add_init_script(SHARED)
    page = reopen(rosa)
    page.goto(place.address + "pdsa/start/")
    expect_no_worker(page)
    rosa.context.set_offline(True)
    page.fill("#id_what", "one song")
    expect(page.locator("[data-saved-line]")).to_contain_text("Please keep this page open")

    assert page.evaluate(EVERYTHING) == "{}"


def test_signing_out_sends_first_and_leaves_nothing(visitor, place):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    page = rosa.page
    write_offline(rosa, place)
    page.evaluate("addEventListener('online', (event) => event.stopImmediatePropagation(), true)")
    rosa.context.set_offline(False)
    page.click("details.more > summary")
    rosa.tap("Sign out")
    page.wait_for_url("**/accounts/login/**")

    assert tries_of(place, place.rosa) == ["one song"]
    assert page.evaluate(EVERYTHING) == "{}"
    expect_no_worker(page)


def test_signing_out_without_a_connection_is_asked_and_done_later(visitor, place):
    rosa = visitor(place.rosa)
    write_offline(rosa, place)
    page = rosa.page
    page.click("details.more > summary")
    rosa.tap("Sign out")
    expect(page.locator(".kept-leaving")).to_contain_text("you cannot be signed out yet")
    rosa.look()
    rosa.tap("Stay signed in")
    expect(strip(page)).to_contain_text("one song")
    page.click("details.more > summary")
    rosa.tap("Sign out")
    rosa.tap("Remove it from this phone and sign out")
    expect(page.locator("main")).to_contain_text("This phone shows nothing of you any more.")
    rosa.look()
    assert "one song" not in page.evaluate(EVERYTHING)

    rosa.context.set_offline(False)
    page.goto(place.address)
    page.wait_for_url("**/accounts/login/**")
    assert (page.evaluate(EVERYTHING), tries_of(place, place.rosa)) == ("{}", [])


KEPT_BY_THE_WORKER = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push([new URL(request.url).pathname, await (await cache.match(request)).text()]);
    }
  }
  return found;
}"""


def test_the_worker_keeps_empty_pages_and_nothing_of_anybody(visitor, place):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    for path in ("", "pdsa/", "people/", "pdsa/start/"):
        rosa.page.goto(place.address + path)
    found = rosa.page.evaluate(KEPT_BY_THE_WORKER)

    assert len(found) > 20
    assert [path for path, _text in found if not path.startswith(("/offline/en/", "/static/"))] == []
    assert [path for path, text in found if "Maple" in text or "Rosa" in text or place.address in text] == []


def test_the_server_can_take_the_worker_off_every_phone(visitor, place, settings):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    settings.OFFLINE_PAGES = False
    rosa.context.route("**/service-worker.js*", lambda route: route.abort())  # the page alone, without the new worker
    page = reopen(rosa)
    page.goto(place.address)
    expect_no_worker(page)

    page.goto(place.address + "pdsa/start/")  # and everything goes on without
    page.fill("#id_what", "one song")
    rosa.tap("Write it down")
    expect(page.get_by_role("heading", level=1)).to_contain_text("one song")


def test_a_worker_that_pages_do_not_take_off_goes_by_itself(visitor, place, settings):
    rosa = visitor(place.rosa)
    prepare(rosa, place.address)
    settings.OFFLINE_PAGES = False
    page = rosa.page
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    expect_no_worker(page)
