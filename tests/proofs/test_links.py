"""No page offers a way that is shut: whatever a page links to, the person who reads the page may open."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest

from collaborative.tenancy.enums import Role
from tests.bad_input import crawl
from tests.proofs import walking

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)')
ROW = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
MOST = 6  # rows tried of each kind of address: the own ones, the colleagues', those of others


def links_of(address, html):
    found = {urljoin(address, unescape(href)) for href in LINK.findall(html)}
    return sorted(link for link in found if link.startswith("/"))


def answers_to_links(client, world, role):
    """{(address, the page that offers it): status}, at most six of a kind, from every page this role may open."""
    found, kinds, statuses = {}, {}, {}
    for name, page in crawl.pages(world, role):
        response = walking.answer(client, "GET", page)
        statuses[page] = response.status_code
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        for link in links_of(page, response.content.decode()):
            kind = ROW.sub("row", link.split("?")[0])
            if link not in found and kinds.setdefault(kind, 0) < MOST:
                kinds[kind] += 1
                found[link] = name
    return {
        (link, page): statuses.get(link) or walking.answer(client, "GET", link).status_code
        for link, page in found.items()
    }


# Those who see nearly the same pages as a teacher or as the project team walk in the slow tests.
LIKE_OTHERS = (
    Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.FAMILY_PARTNER, Role.FACULTY_COACH, Role.ORGANIZATION_ADMIN,
    Role.DIRECTOR,
)  # fmt: skip


@pytest.mark.parametrize(
    "role",
    [pytest.param(role, marks=[pytest.mark.slow] if role in LIKE_OTHERS else []) for role in Role.values],
)
def test_every_link_a_role_is_offered_opens(world, client, role):
    crawl.sign_in(client, world, role)

    answers = answers_to_links(client, world, role)

    assert {offer: status for offer, status in answers.items() if status >= 400} == {}
    assert len(answers) >= 2


def test_links_are_read_as_a_browser_reads_them():
    html = '<a class="x" href="../a/?b=1&amp;c=2#d">a</a> <a href="#only">b</a> <a href="https://example.org/">c</a>'

    assert links_of("/here/there/", html) == ["/here/a/?b=1&c=2"]
