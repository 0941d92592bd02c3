"""The service worker's text: which files this version keeps, then the code beside this file."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from . import shells

CODE = (Path(__file__).parent / "worker.js").read_text()
# Sent in place of the worker when it is switched off: it takes over, clears up, and is gone.
GOODBYE = (Path(__file__).parent / "goodbye.js").read_text()


@cache
def script(language: str) -> str:
    """The worker for a language. Its words change when anything it keeps does, so that browsers fetch it anew."""
    offline = reverse("phone:no_connection", args=[language])
    forms = [[pattern, reverse("phone:shell", args=[language, name])] for pattern, name in shells.addresses()]
    pages = {offline: shells.page(language)} | {
        address: shells.page(language, name) for (_pattern, address), name in zip(forms, shells.FORMS, strict=True)
    }
    files = sorted({file for page in pages.values() for file in shells.files_of(page)})
    told = {
        "version": _version([*pages.values(), *map(_content, files), CODE]),
        "offline": offline,
        "forms": forms,
        "keep": [*pages, *files],
    }
    return f"const SHELL = {json.dumps(told)};\n{CODE}"


def _version(texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def _content(file):
    """What makes a file another one: its hashed name, or what is in it where names are not hashed."""
    found = finders.find(file.removeprefix(settings.STATIC_URL))
    return file + (hashlib.sha256(Path(found).read_bytes()).hexdigest() if found else "")
