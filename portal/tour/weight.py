"""What a page weighs on the line, and how it comes up on a slow phone.

Weights are the same on every machine and have limits; times are the machine's own, and are told as figures alone.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Error

from .browser import PHONE, enter, window

FIRST_LOAD = 120_000  # bytes as they come over the line: nothing is in the browser's cache
LATER_PAGE = 40_000  # bytes: what every page has is there already
# An old phone on a poor line: four times slower than here, 400 kbit/s each way, 400 ms until an answer begins.
SLOWER, BYTES_PER_SECOND, LATENCY = 4, 400_000 / 8, 400
PAINTED = "performance.getEntriesByName('first-contentful-paint').map((one) => Math.round(one.startTime))[0] || null"
SLOW_PAGES = ("", "pdsa/start/", "metrics/enter/", "discussion/")


@dataclass
class Scale:
    """Weighs what the open page loads: bytes over the line by path, for one page after the other."""

    page: object
    paths: dict = field(default_factory=dict)
    bytes: dict = field(default_factory=dict)
    common: frozenset = frozenset()  # files every page brings along: a later page finds them in the browser's cache

    def __post_init__(self):
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def learn(self, plain_page):
        """A page that loads what all of them have, and nothing else."""
        self.clear()
        self.page.goto(plain_page)
        self.common = frozenset(path for path in self.bytes if path.startswith("/static/"))

    def clear(self):
        self.paths, self.bytes = {}, {}

    def _asked(self, event):
        self.paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def _came(self, event):
        path = self.paths.get(event["requestId"])
        if path:
            self.bytes[path] = self.bytes.get(path, 0) + event["encodedDataLength"]

    def weights(self) -> tuple[int, int]:
        """(bytes of a first load, bytes of this page after another) of what was loaded since `clear`."""
        later = sum(weight for path, weight in self.bytes.items() if path not in self.common)
        return round(sum(self.bytes.values())), round(later)


def too_heavy(first: int, later: int) -> list[str]:
    """What is over the limits, in words."""
    over = ((first, FIRST_LOAD, "at first"), (later, LATER_PAGE, "after another page"))
    return [f"loads {weight} bytes {when}, at most {limit}" for weight, limit, when in over if weight > limit]


def slow_phone(browser, address, key="teacher") -> list[dict]:
    """Milliseconds until something can be read, page by page, on a slow phone whose cache is empty."""
    with window(browser, PHONE, service_workers="block") as context:
        page = context.new_page()
        home = enter(page, address, key)
        return [_painted(context, home + path) for path in SLOW_PAGES]


def _painted(context, address):
    page = context.new_page()
    session = context.new_cdp_session(page)
    line = {"offline": False, "latency": LATENCY}
    speed = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", {**line, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        page.goto(address)
        return {"page": urlsplit(address).path, "first_contentful_paint_ms": page.evaluate(PAINTED)}
    except Error as stuck:
        return {"page": urlsplit(address).path, "problem": str(stuck).splitlines()[0]}
    finally:
        page.close()
