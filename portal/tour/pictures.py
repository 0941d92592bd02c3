"""`make guide`: the pictures of the illustrated guide, taken from the running application in each of its languages.

They are kept in static/guide/, and beside the guide's words a list of the address each of them was taken at.
TOUR_ADDRESS takes them from an application that runs already.
"""

import io
import json
import os
import sys
from urllib.parse import urlsplit

import django
from PIL import Image

from portal.servers.process import ServerError, say
from portal.servers.state import PROJECT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402 (only now are there settings)
from django.urls import reverse  # noqa: E402

from portal.help.guide import GUIDES, HEIGHT, WIDTH, picture_of  # noqa: E402

from .browser import NoBrowser, launched, window  # noqa: E402
from .looking import settle  # noqa: E402
from .server import served  # noqa: E402
from .stops import Stop  # noqa: E402
from .walk import Walk  # noqa: E402

LIST = PROJECT / "portal" / "help" / "guide" / "pictures.json"
QUALITY = 36  # of the WebP files: words stay readable, and a page with its picture stays light
SPEAK = 'form[action="/language/"]:has(input[name="language"][value="{}"])'
# What stands in every picture and tells nothing: the line about the demo.
CALM = ".demo-line { display: none } main { scroll-margin-top: 0 } * { animation: none !important }"


class NoPicture(Exception):
    """A page of the guide cannot be reached as it says."""


def take_all(browser, address) -> dict[str, str]:
    """Take every picture; {its place among the static files: the address it was taken at, below the collaborative}."""
    found = {}
    for language in sorted(dict(settings.LANGUAGES), reverse=True):  # English comes last, and stays chosen
        for guide in GUIDES.values():
            found.update(_take(browser, address, guide, language))
            say(f"{guide.role} in {language}: {len(guide.steps)} pictures")
    return found


def _take(browser, address, guide, language):
    options = {"service_workers": "block", "bypass_csp": True, "has_touch": True, "is_mobile": True}
    with window(browser, (WIDTH, HEIGHT), **options) as context:
        page = context.new_page()
        walk = Walk(page, address, guide.seen_by, folder=None)
        walk.go_in()
        page.goto(walk.places["here"])
        speak(page, language)
        for step in guide.steps:
            url = walk.address_of(stop_of(step, walk.places["here"]))
            if url is None or page.goto(url).status != 200:
                raise NoPicture(f"{guide.role}, {step.key}: {url or 'no link leads there'}")
            _keep(page, step, PROJECT / "static" / picture_of(guide, step, language))
            yield picture_of(guide, step, language), page.url.removeprefix(walk.places["here"])


def speak(page, language):
    """Read on in this language."""
    form = page.locator(SPEAK.format(language))
    if form.count():
        form.first.evaluate("one => one.submit()")
        page.wait_for_url("**")
        page.wait_for_load_state()
        page.wait_for_function("language => document.documentElement.lang === language", arg=language)


def stop_of(step, here) -> Stop:
    """The page of a step as the tour finds it; `here`: the address of a collaborative."""
    organization, collaborative = urlsplit(here).path.strip("/").split("/")
    begins = reverse(step.begins or step.page, args=[organization, collaborative])
    return Stop(step.key, begins, (), step.links, step.rest)


def _keep(page, step, file):
    page.add_style_tag(content=CALM)
    if step.look and page.locator(f"main :is({step.look})").count():
        page.locator(f"main :is({step.look})").first.evaluate(
            "one => scrollTo(0, Math.max(0, one.getBoundingClientRect().top + scrollY - 120))"
        )
    settle(page)
    taken = Image.open(io.BytesIO(page.screenshot()))
    file.parent.mkdir(parents=True, exist_ok=True)
    taken.convert("RGB").save(file, "WEBP", quality=QUALITY, method=6)


def main() -> int:
    try:
        with launched() as browser, served() as address:
            taken = take_all(browser, address)
    except (NoBrowser, NoPicture, ServerError) as problem:
        say(str(problem))
        return 1
    _take_away_the_others(taken)
    LIST.write_text(json.dumps(taken, indent=2, sort_keys=True) + "\n")
    weight = sum((PROJECT / "static" / name).stat().st_size for name in taken)
    say(f"{len(taken)} pictures, {weight // 1000} kB in all.")
    return 0


def _take_away_the_others(taken):
    """Pictures of steps that are no longer in the guide go."""
    for file in (PROJECT / "static" / "guide").rglob("*.webp"):
        if str(file.relative_to(PROJECT / "static")) not in taken:
            file.unlink()


if __name__ == "__main__":
    sys.exit(main())
