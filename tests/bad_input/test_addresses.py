"""Addresses nobody was given: forged ids, and words in the address that no page expects."""

import re
import uuid
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import transaction

from collaborative.tenancy.enums import Role
from tests.bad_input import crawl
from tests.bad_input.sending import judge
from tests.proofs import walking
from tests.proofs.expected_urls import addresses

WORDS = (
    b"\xff\xfe", "\ud800", "\u202e", "' OR 1=1 --", "-1", "0", "9" * 40, "NaN", "1e999", "<script>", "31.02.2026",
    "9999-12-31", "0001-01-01", "group:", ":", "x" * 5000, "%", "00000000-0000-0000-0000-000000000000", "__class__",
)  # fmt: skip
A_FEW = 1
# What a page's address says behind its question mark, as the pages read it.
ASKED = re.compile(r"""request\.GET(?:\.get(?:list)?\(|\[)\s*"(\w+)"|_asked\([^)]*"(\w+)"|_id_of\([^)]*"(\w+)\"""")
ROOMS = ("collaborative", "metrics", "pdsa", "portal")


def asked_for():
    """Every name that some page looks for behind the question mark."""
    texts = [path.read_text() for room in ROOMS for path in sorted((Path(settings.BASE_DIR) / room).rglob("*.py"))]
    return {name for text in texts for names in ASKED.findall(text) for name in names if name} | MORE


MORE = {"page", "first", "team", "driver", "mood", "stage", "q", "next", "period", "undo", "format", "language"}


def quoted(words):
    return quote(words if isinstance(words, bytes) else words.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("role", crawl.ROLES)
def test_every_page_answers_clearly_whatever_its_address_says(world, client, role):
    assert len(asked_for()) > 15
    assert wrong_pages(crawl.sign_in(client, world, role), world, role, a_few) == []


def a_few(address):
    """Some of the words for each page, others for every page."""
    start = sum(address.rsplit("/", 4)[-3].encode()) if address.count("/") > 3 else 0
    return [WORDS[(start + turn * 5) % len(WORDS)] for turn in range(A_FEW)]


@pytest.mark.slow
@pytest.mark.parametrize("role", crawl.ROLES)
def test_every_page_answers_clearly_whatever_one_word_of_its_address_says(world, client, role):
    assert wrong_pages(crawl.sign_in(client, world, role), world, role, lambda address: WORDS) == []


def wrong_pages(client, world, role, chosen):
    """What is wrong with the answers; a page that is not for this person at all may say so with or without words."""
    wrong, names = [], sorted(asked_for())
    first = {name: address for name, address in reversed(list(crawl.pages(world, role))) if crawl.owner(name) == role}
    for name, address in first.items():
        usual = walking.answer(client, "GET", address).status_code
        for words in chosen(address):
            query = "&".join(f"{asked}={quoted(words)}" for asked in names)
            response = walking.answer(client, "GET", f"{address}?{query}")
            if response.status_code != usual or (usual == 200 and name not in NO_WHOLE_PAGE):
                wrong += judge(response, f"{name} {words!r:.40}")
    return wrong


NO_WHOLE_PAGE = {"reports:report_progress"}


def test_signs_that_cannot_be_read_are_answered_with_a_page(world, client):
    crawl.sign_in(client, world, Role.TEACHER)
    address = crawl.address_of("pdsa:cycle_list", [])

    found = {
        wrong: (response.status_code, b"<h1" in response.content)
        for wrong in (f"{address}?page=%00", f"{address}%00")
        for response in [client.get(wrong)]
    }

    assert found == dict.fromkeys(found, (400, True))


NO_ROW = ("form", "code+", "piece_of_a_letter", "guide", "guide_step")  # words in the address


def test_an_id_that_is_nobodys_is_not_there_and_a_torn_one_neither(world, client):
    crawl.sign_in(client, world, Role.IMPLEMENTATION_TEAM)
    for name, (_resource, _verb, what) in addresses().items():
        if what == "-" or what in NO_ROW:
            continue
        count = 1 + what.count(" ")
        address = crawl.address_of(name, [uuid.uuid4()] * count)
        torn = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "not-an-id", address)
        method = "get" if "GET" in walking.routes()[name][3] else "post"
        for wrong in (address, torn, address.replace("-", "%00"), address + "%ff"):
            with transaction.atomic():
                response = getattr(client, method)(wrong)
                transaction.set_rollback(True)

            assert (name, wrong, response.status_code in (400, 403, 404)) == (name, wrong, True)
