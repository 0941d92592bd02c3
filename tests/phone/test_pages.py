"""What a phone fetches for itself: manifest, icons, service worker, empty pages; and nothing of anybody in them."""

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve
from PIL import Image

from collaborative.tenancy.enums import Role
from portal.phone import draw_icons, shells, worker
from portal.servers.state import PROJECT
from tests import factories
from tests.test_headers import CSP, parts

pytestmark = pytest.mark.django_db

TOKENS = (PROJECT / "static" / "css" / "tokens.css").read_text()


def kept_by(text):
    """The list inside the worker's text."""
    return json.loads(re.match(r"const SHELL = (.*);\n", text)[1])


@pytest.mark.capability("C378")
def test_the_manifest_says_how_it_is_installed(client):
    answer = client.get("/manifest.webmanifest")
    manifest = json.loads(answer.content)

    assert answer["Content-Type"] == "application/manifest+json"
    assert parts(answer["Content-Security-Policy"]) == parts(CSP)
    icons = manifest.pop("icons")
    assert manifest == {
        "id": "/",
        "name": "Next Tuesday",
        "short_name": "Next Tuesday",
        "description": "What can we try by next Tuesday?",
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": re.search(r"--paper: (#\w+);", TOKENS)[1],
        "theme_color": re.search(r"--sunken: (#\w+);", TOKENS)[1],
    }
    assert [(icon["sizes"], icon["purpose"]) for icon in icons] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    for icon in icons:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as picture:
            assert (f"{picture.width}x{picture.height}", picture.format) == (icon["sizes"], "PNG")


def test_the_icons_are_those_that_are_drawn():
    for name, (pixels, share) in draw_icons.SIZES.items():
        with Image.open(draw_icons.FOLDER / f"{name}.png") as committed:
            today = draw_icons.drawn(pixels, share).convert("RGB").tobytes()
            assert committed.convert("RGB").tobytes() == today, f"{name}: python -m portal.phone.draw_icons draws it"


def test_what_a_mask_may_cut_off_is_only_paper():
    pixels, share = draw_icons.SIZES["maskable-512"]
    reach = share * (draw_icons.RADIUS + draw_icons.STROKE / 2) / draw_icons.BOX

    assert reach <= 0.4  # of the width from the middle: the safe zone of a maskable icon


def test_every_page_names_manifest_and_icon(client):
    html = client.get("/accounts/login/").content.decode()

    assert '<link rel="manifest" href="/manifest.webmanifest">' in html
    assert '<link rel="apple-touch-icon" href="/static/icons/apple-touch-icon.png">' in html


@pytest.mark.capability("C378")
def test_the_worker_is_served_for_the_whole_application_and_asked_for_anew(client):
    answer = client.get("/service-worker.js?language=es")

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "text/javascript", "no-cache")
    assert parts(answer["Content-Security-Policy"]) == parts(CSP)
    assert kept_by(answer.content.decode())["offline"] == "/offline/es/"
    assert kept_by(client.get("/service-worker.js?language=xx").content.decode())["offline"] == "/offline/en/"


def test_the_worker_keeps_empty_pages_and_our_own_files_and_all_of_them_are_there(client):
    keep = kept_by(worker.script("en"))["keep"]
    pages = [address for address in keep if address.startswith("/offline/en/")]

    assert len(pages) == 1 + len(shells.FORMS)
    assert {client.get(address).status_code for address in pages} == {200}
    assert [address for address in keep if address not in pages and not address.startswith("/static/")] == []
    assert all(finders.find(address.removeprefix("/static/")) for address in set(keep) - set(pages))


def test_an_empty_form_stands_in_for_its_own_page_and_no_other():
    row = "/one/two/discussion/0190a3f0-0000-7000-8000-000000000001/"
    addresses = {
        "/one/two/pdsa/start/": "try",
        "/one/two/pdsa/for-the-team/": "team",
        "/one/two/metrics/enter/": "numbers",
        "/one/two/discussion/write/": "post",
        row: "reply",
        "/one/two/pdsa/": None,
        row + "reply/": None,
        "/one/two/": None,
    }

    found = {
        address: next((form for pattern, form in shells.addresses() if re.match(pattern, address)), None)
        for address in addresses
    }

    assert found == addresses
    for address, form in addresses.items():
        if form:
            assert resolve(address).view_name == shells.FORMS[form].url_name


def test_empty_pages_are_the_same_for_everybody_and_hold_no_token(client, teacher):
    for name in ("", *shells.FORMS):
        address = f"/offline/en/{name + '/' if name else ''}"
        mine, nobodys = teacher.get(address), client.get(address)

        assert mine.content == nobodys.content
        assert not mine.cookies
        assert "csrfmiddlewaretoken" not in mine.content.decode()
        assert teacher.first_name not in mine.content.decode()
    assert client.get("/offline/xx/").status_code == 404
    assert client.get("/offline/en/nothing/").status_code == 404


@pytest.fixture
def teacher(organization, collaborative, team):
    member = factories.member(Role.TEACHER, team=team, person=factories.person(first_name="Canaryname"))
    client = Client()
    client.force_login(member.person.user)
    client.first_name = "Canaryname"
    client.place = f"/{member.organization_slug}/{member.collaborative_slug}/"
    return client


def test_empty_pages_are_not_the_same_in_every_language():
    assert 'lang="es"' in shells.page("es", "try")
    assert shells.page("es", "try") != shells.page("en", "try")


def test_the_worker_of_another_version_has_other_words(monkeypatch):
    before = worker.script.__wrapped__("en")
    monkeypatch.setattr(worker, "CODE", worker.CODE + "// changed")

    assert kept_by(before)["version"] != kept_by(worker.script.__wrapped__("en"))["version"]


def test_switched_off_the_worker_goes_and_no_page_asks_for_one(client, settings, teacher):
    assert 'data-worker="/service-worker.js"' in teacher.get(teacher.place + "help/").content.decode()
    settings.OFFLINE_PAGES = False

    assert client.get("/service-worker.js").content.decode() == worker.GOODBYE
    assert 'data-worker=""' in teacher.get(teacher.place + "help/").content.decode()


def test_whether_things_can_be_sent_is_said_to_anybody(client, teacher):
    nobody, teacher = client.get("/offline/ready/").json(), teacher.get("/offline/ready/").json()

    assert (nobody["signed_in"], teacher["signed_in"]) == (False, True)
    assert len(teacher["token"]) == 64
