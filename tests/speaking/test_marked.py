"""Every text people read is marked for translation: pages are opened in a language that brackets what is marked."""

import re

import pytest

from collaborative.framework.templates import template_data
from collaborative.isolation.context import entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.forms import TIME_ZONES
from collaborative.tenancy.models import AffinityGroup, Center, Collaborative, Organization, Person, Team
from portal.starting.holiday_weeks import calendar_choices
from tests.bad_input import crawl
from tests.proofs import walking
from tests.speaking import pages, pseudo


def texts_in(part):
    """Every text in a piece of YAML."""
    if isinstance(part, str):
        yield " ".join(part.split())
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts_in(inner)


ROLES = (
    Role.TEACHER, Role.FAMILY_PARTNER, Role.SENIOR_LEADER, Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM, Role.DIRECTOR,
    Role.OBSERVER, Role.APPLICANT, Role.ORGANIZATION_ADMIN,
)  # fmt: skip
SIGNED_OUT = ("/accounts/login/", "/accounts/login/code/", "/invitation/nobody/no-such-token/")
SIGNED_IN = ("/accounts/email/", "/accounts/sessions/", "/accounts/2fa/", "/demo/mail/", "/no-such-page/")
# What is nobody's text: names of the world's rows, dates, names that stay as they are in every language.
DATA = re.compile(r"\S+@\S+|https?://\S+|[Cc]anary-[\w-]*|First\d+ Family\d*|(Team|Center|Organization) \d+")
DATES = re.compile(
    r"\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Satur|Sat|Sun)(day)?\b|\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"[a-z]*\b|\b[ap]\.m\.|\b(noon|midnight)\b"
)
PROPER = re.compile(r"\b(Next Tuesday|PDSA|BSC|CSV|English|Español|UTC|D\d(\.\d)?|kB|MB|PDF|Mozilla)\b")
# What a template brings becomes content of a collaborative, in the language of the template.
PHASES = [phase["name"] for phase in template_data("bsc-sel")["phases"]]
TEMPLATE = [*PHASES, *(text for text in texts_in(template_data("bsc-sel")) if len(text) > 12)]
# Shows words of each language side by side, as they stand on pages.
IN_TWO_LANGUAGES = {"starting:house_words"}
LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("brackets")
    pseudo.write(folder)
    return folder


@pytest.fixture
def brackets(catalogue):
    with pseudo.spoken(catalogue):
        yield


def unmarked(html, known=()):
    """The words of a page that are neither marked nor data."""
    found = []
    for text in pages.texts_of(html):
        rest = DATA.sub(" ", pseudo.outside(text))
        for name in known:
            rest = rest.replace(name, " ")
        for pattern in (PROPER, DATES):
            rest = pattern.sub(" ", rest)
        if LETTERS.search(rest):
            found.append(text)
    return found


def names_of(world):
    """Texts that factories gave to rows made by hand, the longest first."""
    found = {
        *TEMPLATE,
        *(str(label) for _name, label in TIME_ZONES),
        *(str(label) for _name, label in calendar_choices("US")),
    }
    for place in world.places.values():
        with entered(place.context()):
            found |= names_here()
    return sorted(found, key=len, reverse=True)


def names_here():
    columns = {
        Organization: ("name",), Collaborative: ("name", "short_name"), Center: ("name", "town"),
        Team: ("name", "motto"), Person: ("first_name", "family_name", "line"), AffinityGroup: ("name",),
    }  # fmt: skip
    rows = {value for model, names in columns.items() for row in model.objects.values_list(*names) for value in row}
    return set(filter(None, rows))


# A teacher's pages are read in Spanish in every run; here they are, like those of others, in the slow tests.
LIKE_OTHERS = set(Role.values) - {Role.IMPLEMENTATION_TEAM, Role.OBSERVER}


@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=[pytest.mark.slow] if role in LIKE_OTHERS else []) for role in ROLES]
)
def test_each_page_of_a_role_speaks_only_in_marked_texts(brackets, world, client, role):
    crawl.sign_in(client, world, role)
    names = names_of(world)
    found, opened = {}, 0

    addresses = [*crawl.pages(world, role), *((path, path) for path in SIGNED_IN)]
    for name, address in addresses:
        response = walking.answer(client, "GET", address)
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        if is_page and name not in IN_TWO_LANGUAGES:
            opened += 1
            for text in unmarked(response.content.decode(), names):
                found.setdefault(text, name)

    assert found == {}
    assert opened >= 5


@pytest.mark.parametrize("path", SIGNED_OUT)
@pytest.mark.django_db
def test_pages_before_signing_in_speak_only_in_marked_texts(brackets, client, path):
    response = client.get(path)

    assert "\u27e6" in response.content.decode()
    assert unmarked(response.content.decode()) == []
