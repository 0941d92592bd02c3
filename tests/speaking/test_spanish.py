"""Spanish is whole: nothing is left in English, nothing scolds, every place for a name is kept."""

import re
import string
from datetime import date
from html.parser import HTMLParser

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import override

from collaborative.isolation.context import entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from collaborative.ui.dates import day_words
from portal.speaking import catalogues
from portal.speaking.extracting import catalogue_of
from tests.architecture.words import banned_in
from tests.bad_input import crawl
from tests.proofs import walking
from tests.speaking.pages import EMPTY, SILENT
from tests.speaking.test_marked import SIGNED_IN, SIGNED_OUT

pytestmark = pytest.mark.capability("C377")

# A language is called by its own name everywhere.
LANGUAGES = {name for _code, name in settings.LANGUAGES}
PERCENT = re.compile(r"%\((\w+)\)|%([sd%])")


@pytest.fixture(autouse=True)
def spanish_ends_here():
    """A page in Spanish leaves its language behind in this process, where other tests read English."""
    with override("en"):
        yield


@pytest.fixture(scope="module")
def spanish() -> Catalog:
    return catalogues.read(settings.BASE_DIR / "portal" / "locale" / "es" / "LC_MESSAGES" / "django.po")


@pytest.fixture(scope="module")
def ours() -> Catalog:
    return catalogue_of(settings.BASE_DIR)


def forms(text):
    return text if isinstance(text, tuple | list) else (text,)


def test_every_text_has_its_spanish(spanish, ours):
    asked = [message for message in ours if message.id]
    known = {(message.id, message.context) for message in spanish if message.id and all(forms(message.string))}

    assert [message.id for message in asked if (message.id, message.context) not in known] == []


def test_no_spanish_is_kept_for_a_text_that_is_gone(spanish, ours):
    asked = {(message.id, message.context) for message in ours}

    assert [message.id for message in spanish if message.locations and (message.id, message.context) not in asked] == []


def places(text):
    """The names of what is put into a text, in either notation."""
    named = {name or sign for name, sign in PERCENT.findall(text)}
    return named - {"%"} | {name for _text, name, _spec, _conversion in string.Formatter().parse(braces(text)) if name}


def braces(text):
    return text if re.search(r"\{\w+\}", text) and text.count("{") == text.count("}") else ""


def test_every_place_for_a_name_is_kept(spanish):
    broken = [
        (message.id, said)
        for message in spanish
        if message.id
        for form, said in zip(forms(message.id), forms(message.string), strict=True)
        if places(said) != places(form) and places(said) != places(forms(message.id)[-1])
    ]

    assert broken == []


def test_spanish_scolds_nobody(spanish):
    said = {text for message in spanish if message.id for text in forms(message.string) if text}

    assert {text: banned_in(text, "es") for text in said if banned_in(text, "es")} == {}
    assert banned_in("El equipo debe entregar lo atrasado", "es") == ["debe", "atrasado"]


def test_days_and_months_are_said_as_in_spanish():
    with override("es"):
        months = [date_format(date(2026, month, 1), "F") for month in range(1, 13)]
        week = [date_format(date(2026, 11, 23 + day), "D") for day in range(7)]
        said = day_words(date(2026, 5, 5), date(2026, 11, 22))

    assert months == [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ]  # fmt: skip
    assert week == ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]
    assert said == "mar 5 may"


class Spoken(HTMLParser):
    """The texts of a page with the language they are said to be in."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            language = dict(attributes).get("lang") or (self.inside[-1][1] if self.inside else "")
            self.inside.append((tag, language))

    def handle_endtag(self, tag):
        while any(tag == name for name, _language in self.inside) and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and self.inside and not SILENT & {tag for tag, _language in self.inside}:
            self.found.append((" ".join(data.split()), self.inside[-1][1]))


def left_in_english(html, english):
    reader = Spoken()
    reader.feed(html)
    return {text for text, language in reader.found if language == "es" and text in english}


@pytest.fixture(scope="module")
def english(spanish) -> frozenset[str]:
    """English texts that read differently in Spanish."""
    return frozenset(
        form
        for message in spanish
        if message.id
        for form, said in zip(forms(message.id), forms(message.string), strict=True)
        if form != said and form not in LANGUAGES
    )


def test_a_text_left_in_english_is_noticed(english):
    page = '<html lang="es"><h1>Home</h1><p lang="en">Home</p><p>Inicio</p></html>'

    assert left_in_english(page, english) == {"Home"}


@pytest.mark.parametrize(
    "role",
    [
        Role.TEACHER,
        pytest.param(Role.FAMILY_PARTNER, marks=pytest.mark.slow),
        pytest.param(Role.IMPLEMENTATION_TEAM, marks=pytest.mark.slow),
    ],
)
def test_pages_of_a_person_who_reads_spanish_are_in_spanish(world, client, english, role):
    crawl.sign_in(client, world, role)
    speak_spanish(world)
    found, opened = {}, 0

    for name, address in [*crawl.pages(world, role), *((path, path) for path in SIGNED_IN)]:
        response = walking.answer(client, "GET", address)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            html = response.content.decode()
            opened += '<html lang="es"' in html
            for text in left_in_english(html, english):
                found.setdefault(text, name)

    assert found == {}
    assert opened >= 15


def speak_spanish(world):
    for place in world.places.values():
        with entered(place.context()):
            Person.objects.update(language="es")


@pytest.mark.parametrize("path", SIGNED_OUT)
@pytest.mark.django_db
def test_pages_before_signing_in_are_in_spanish(client, english, path):
    html = client.get(path, headers={"accept-language": "es-MX,es;q=0.9"}).content.decode()

    assert '<html lang="es"' in html
    assert left_in_english(html, english) == set()
