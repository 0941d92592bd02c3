"""What is collected for production: our scripts find each other under their hashed names, and it is light."""

import gzip
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from portal.phone import shells, worker
from portal.servers.state import PROJECT
from portal.tour.weight import FIRST_LOAD, LATER_PAGE

HASHED = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "portal.phone.files.HashedFiles"},
}
IMPORTED = re.compile(r'from "\./([\w.-]+)";')


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The folder of static files as production has it."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=HASHED, STATIC_ROOT=folder):
        call_command("collectstatic", verbosity=0, interactive=False)
        yield folder


def compressed(text):
    return len(gzip.compress(text, 6))


def test_our_scripts_import_each_other_under_hashed_names(collected):
    imports = {
        path.name: IMPORTED.findall((collected / staticfiles_storage.stored_name(f"js/{path.name}")).read_text())
        for path in sorted((PROJECT / "static" / "js").glob("*.js"))
    }

    assert {name: len(found) for name, found in imports.items() if found} == {
        "kept.js": 2,
        "phone.js": 2,
        "sending.js": 1,
        "shell.js": 1,
    }
    for found in imports.values():
        for name in found:
            assert (collected / "js" / name).is_file()
            assert re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name)


@pytest.mark.capability("C378")
def test_what_every_page_brings_along_is_light(collected):
    """Leaves room for the page itself within the first load; the tour weighs the pages one by one."""
    html = shells.page.__wrapped__("en", "")
    files = set(shells.files_of(html)) - {file for file in shells.files_of(html) if "shell." in file}
    weights = {file: compressed((collected / file.removeprefix("/static/")).read_bytes()) for file in files}

    assert sum(weights.values()) <= FIRST_LOAD - LATER_PAGE, weights


def test_what_the_worker_fetches_is_no_more_than_a_page_and_a_half(collected):
    pages = [shells.page.__wrapped__("es", name) for name in ("", *shells.FORMS)]

    assert sum(compressed(page.encode()) for page in pages) <= LATER_PAGE
    assert "shell." in worker.script.__wrapped__("es")


CARRIES_A_KEY = ("form_key", "_form_top.html", "_pasted.html")
TWICE_IS_ONCE = {"metrics/observation_enter.html"}  # the same number of the same week twice is one number


def test_every_form_that_is_kept_and_may_be_sent_twice_carries_a_key():
    kept = {
        str(path.relative_to(PROJECT / "templates")): path.read_text()
        for path in (PROJECT / "templates").rglob("*.html")
        if "data-draft-url" in path.read_text()
    }

    assert len(kept) > 15
    assert {name for name, text in kept.items() if not any(word in text for word in CARRIES_A_KEY)} == TWICE_IS_ONCE
