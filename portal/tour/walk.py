"""Walking the pages of one person: each page is opened once and looked at in two sizes and two colour schemes."""

import re
from dataclasses import asdict, dataclass, field
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error

from .browser import DESK, PHONE, enter, window
from .looking import COLOURS, accessibility, listen, overflow, small_targets
from .older import read_as_an_older_phone
from .stops import stops_of
from .weight import Scale, too_heavy

SIZES = {"390": PHONE, "1280": DESK}
SMALLEST = (360, 640)  # looked at without a picture: nothing scrolls sideways, everything can be tapped
PLAIN_PAGE = "/accounts/login/?plain"
HIGHEST = 15_000  # pixels
SCHEMES = ("light", "dark")
OTHER_PAGES = ("people", "settings", "collaboratives")  # below an organization, and no collaborative


@dataclass
class Visit:
    """A page one person opened, and what is not as it should be there, by size and colour scheme."""

    key: str
    stop: str
    url: str = ""
    problems: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    weight: tuple[int, int] = (0, 0)  # bytes at first, and after another page

    def as_row(self):
        return asdict(self)


class Walk:
    """One person's walk: pictures go to `folder`, visits into `visits`."""

    def __init__(self, page, address, key, folder, sizes=SIZES):
        self.page, self.address, self.key, self.folder, self.sizes = page, address, key, folder, sizes
        self.heard = listen(page)
        self.scale = Scale(page)
        self.visits = []
        self.places = {}

    def go_in(self):
        """Through the demo's door, to the first page; everything else is found from there."""
        first = enter(self.page, self.address, self.key)
        parts = [part for part in urlsplit(first).path.split("/") if part]
        organization = f"{self.address}/{parts[0]}/" if parts else ""
        self.places = {"organization": organization, "here": first if len(parts) > 1 else ""}
        if not parts:
            first = self._first_link(rf"^{re.escape(self.address)}/[\w-]+/[\w-]+/$") or ""
            self.places = {"here": first, "organization": urljoin(first, "..")}
        elif len(parts) == 1:
            inside = rf"^{re.escape(organization)}(?!(?:{'|'.join(OTHER_PAGES)})/)[\w-]+/$"
            self.places["here"] = self._first_link(inside) or organization

    def visit_all(self, stops):
        if not self.scale.common:
            self.scale.learn(self.address + PLAIN_PAGE)
        for stop in stops:
            visit = Visit(self.key, stop.name)
            self.visits.append(visit)
            try:
                self._visit(stop, visit)
            except Error as stuck:
                visit.problems.append(str(stuck).strip().splitlines()[0])
        return self.visits

    def _visit(self, stop, visit):
        self.page.set_viewport_size(_size(DESK))
        self.page.emulate_media(color_scheme=SCHEMES[0])
        visit.url = self.address_of(stop)
        self.heard.clear()
        if not visit.url:
            visit.problems.append("no link leads there")
            return
        self.scale.clear()
        answer = self.page.goto(visit.url)
        if answer.status != 200:
            visit.problems.append(f"answers {answer.status}")
            return
        visit.weight = self.scale.weights()
        visit.problems += too_heavy(*visit.weight)
        for name, size in self.sizes.items():
            self.page.set_viewport_size(_size(size))
            self._look(visit, name)
        self.page.set_viewport_size(_size(SMALLEST))
        visit.problems += [f"360: {problem}" for problem in overflow(self.page) + small_targets(self.page)]
        visit.problems += [f"the browser says: {words}" for words in dict.fromkeys(self.heard)]

    def _look(self, visit, size):
        for scheme in SCHEMES:
            self.page.emulate_media(color_scheme=scheme)
            found = accessibility(self.page, None if scheme == SCHEMES[0] else COLOURS)
            if scheme == SCHEMES[0]:
                found += overflow(self.page)
            visit.problems += [f"{size} {scheme}: {problem}" for problem in found]
            visit.pictures.append(self._picture(f"{visit.key}/{visit.stop}-{size}-{scheme}.png"))

    def _picture(self, name):
        """The whole page as one picture, in a window as high as the page, so that what floats stands at its foot."""
        size = self.page.viewport_size
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({**size, "height": max(size["height"], min(height, HIGHEST))})
        self.page.screenshot(path=self.folder / name)
        self.page.set_viewport_size(size)
        return name

    def address_of(self, stop):
        address = urljoin(self.address + "/", stop.address.format(**self.places))
        for shape in stop.links:
            self.page.goto(address)
            address = self._first_link(shape)
            if address is None:
                return None
        return address + stop.rest

    def _first_link(self, shape):
        """The first link on the open page whose address has this shape, in the main part before the rest."""
        found = self.page.evaluate(
            "() => [...document.querySelectorAll('main a[href]'), ...document.querySelectorAll('a[href]')]"
            ".map((one) => one.href.split('#')[0])"
        )
        return next((address for address in found if re.search(shape, address)), None)


def walk(browser, address, key, folder, pages) -> list[Visit]:
    """The pages of one of the demo's people."""
    with window(browser, service_workers="block") as context:
        walked = Walk(context.new_page(), address, key, folder)
        walked.go_in()
        return walked.visit_all(stops_of(key, pages))


def walk_as_an_older_phone(browser, address, key, folder, pages) -> list[Visit]:
    """The same on a phone whose browser is too old for the newest parts of our style sheets."""
    with window(browser, PHONE, service_workers="block") as context:
        read_as_an_older_phone(context)
        walked = Walk(context.new_page(), address, key, folder, {"older-390": PHONE})
        walked.go_in()
        return walked.visit_all(stops_of(key, pages))


def walk_the_door(browser, address, key, folder, pages) -> list[Visit]:
    """What one sees before signing in."""
    with window(browser) as context:
        return Walk(context.new_page(), address, key, folder).visit_all(stops_of(key, pages))


def _size(size):
    return {"width": size[0], "height": size[1]}
