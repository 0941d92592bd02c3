"""Every component, alone and in the frame: fits a phone, reads in both themes, passes axe."""

import itertools
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory

from collaborative.ui import views
from portal.frame import Frame, Link, PointPerson
from tests.ui.browser import ORIGIN, html, needs_browser, opened

WIDTHS = {390: 844, 1280: 900}
HOME = Link("home", "Home", "house", "#", current=True)
NUMBERS = Link("metrics", "Our numbers", "chart-spline", "#", current=False)
START = Link("start", "Try something", "plus", "#", current=False, primary=True)
FRAME = Frame(
    organization_name="Sunny Side",
    collaborative_name="Feelings First",
    place_name="Maple Street Center",
    period_line="Action Period 3, week 5 of 12",
    nav=(HOME, NUMBERS),
    tabs=(HOME, START, NUMBERS),
    person_name="Rosa Alvarez",
    switch_url="/",
    sign_out_url="/",
    language_url="/language/",
    help_url="#",
    search_url="#",
    point_person=PointPerson("Amal Haddad", "+1 555 0175", "project team"),
    demo=True,
)


def request():
    got = RequestFactory().get("/components/")
    got.user = SimpleNamespace(is_authenticated=False)
    return got


def gallery():
    return views.gallery(request()).content.decode()


def framed():
    source = get_template("ui/gallery.html").template.source.replace("base_plain.html", "base.html")
    response = engines["django"].from_string(source)
    return response.render({**views.examples(), "frame": FRAME}, request())


QUICK = ((gallery, 390, "light"), (framed, 1280, "dark"))  # the others are drawn in the slow tests
DRAWN = [
    pytest.param(*one, marks=[] if one in QUICK else [pytest.mark.slow])
    for one in itertools.product((gallery, framed), WIDTHS, ("light", "dark"))
]


@pytest.mark.journey
@needs_browser
@pytest.mark.parametrize(("drawn", "width", "theme"), DRAWN)
def test_components_fit_and_pass_axe(drawn, width, theme):
    page_source = drawn()
    problems = []

    with opened(
        lambda path, _sent: html(page_source) if path == "/" else None,
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme=theme,
    ) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(ORIGIN + "/")
        needed = page.evaluate("document.documentElement.scrollWidth")
        violations = Axe().run(page).response["violations"]

    assert {found["id"]: [node["html"] for node in found["nodes"]] for found in violations} == {}
    assert needed <= width
    assert problems == []


SMALL = """() => [...document.querySelectorAll("button, .button, .nav a, .tab, summary, input, select")]
  .filter((one) => one.getClientRects().length && !one.closest(".choice") && one.type !== "hidden")
  .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 90))"""


@pytest.mark.journey
@needs_browser
@pytest.mark.parametrize("width", WIDTHS)
def test_what_one_taps_is_as_high_as_a_finger(width):
    page_source = framed()

    with opened(
        lambda path, _sent: html(page_source) if path == "/" else None,
        viewport={"width": width, "height": WIDTHS[width]},
    ) as page:
        page.goto(ORIGIN + "/")
        small = page.evaluate(SMALL)

    assert small == []


@pytest.mark.journey
@needs_browser
def test_everything_else_opens_on_a_phone_without_a_script():
    page_source = framed()

    with opened(
        lambda path, _sent: html(page_source) if path == "/" else None,
        viewport={"width": 390, "height": 844},
        java_script_enabled=False,
    ) as page:
        page.goto(ORIGIN + "/")
        page.click("details.more summary")
        shown = page.locator(".more-sheet").get_by_text("Sign out").is_visible()

    assert shown
