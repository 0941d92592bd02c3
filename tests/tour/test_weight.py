"""Weighing: what is over a limit is told, and what every page has counts for the first load alone."""

from types import SimpleNamespace

from portal.tour.looking import small_targets
from portal.tour.weight import FIRST_LOAD, LATER_PAGE, Scale, too_heavy
from tests.ui.browser import ORIGIN, html, needs_browser, opened


class Session:
    """A browser's own reports, sent by hand."""

    def __init__(self):
        self.heard = {}

    def send(self, *words):
        pass

    def on(self, event, listener):
        self.heard[event] = listener

    def load(self, path, weight):
        request = {"requestId": path, "request": {"url": f"http://here{path}?x=1"}}
        self.heard["Network.requestWillBeSent"](request)
        self.heard["Network.loadingFinished"]({"requestId": path, "encodedDataLength": weight})


def scale_on(pages):
    session = Session()

    def goto(address):
        for path, weight in pages[address].items():
            session.load(path, weight)

    context = SimpleNamespace(new_cdp_session=lambda page: session)
    return Scale(SimpleNamespace(context=context, goto=goto))


def test_what_every_page_has_counts_for_the_first_load_alone():
    pages = {
        "plain": {"/plain/": 900, "/static/base.css": 5000},
        "full": {"/full/": 2000, "/static/base.css": 5000, "/static/chart.css": 300, "/files/a-picture": 700},
    }
    scale = scale_on(pages)
    scale.learn("plain")
    scale.clear()
    scale.page.goto("full")

    assert scale.weights() == (8000, 3000)


def test_what_is_over_a_limit_is_told():
    assert (FIRST_LOAD, LATER_PAGE) == (120_000, 40_000)
    assert too_heavy(120_000, 40_000) == []
    assert too_heavy(120_001, 40_001) == [
        "loads 120001 bytes at first, at most 120000",
        "loads 40001 bytes after another page, at most 40000",
    ]


@needs_browser
def test_what_is_too_low_for_a_thumb_is_told():
    page_of = html(
        "<!doctype html><style>button { height: 30px } .good { height: 44px } label { display: block; height: 50px }"
        "</style><button class='low'>a</button><button class='good'>b</button><p><a href='/'>in a line</a></p>"
        "<label class='choice'><input type='checkbox'>c</label><button hidden>d</button>"
    )
    with opened(lambda path, request: page_of if path == "/" else None) as page:
        page.goto(ORIGIN + "/")
        found = small_targets(page)

    assert found == ["too low for a thumb: button.low 30"]
