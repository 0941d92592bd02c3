"""A made-up language in which every marked text stands in brackets: what stands outside was not marked."""

import contextlib
import gettext
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings
from django.test import override_settings
from django.utils.translation import trans_real

from portal.speaking.extracting import catalogue_of

LEFT, RIGHT = "\u27e6", "\u27e7"


def bracketed(message):
    return (
        tuple(f"{LEFT}{text}{RIGHT}" for text in message) if isinstance(message, tuple) else f"{LEFT}{message}{RIGHT}"
    )


def all_texts():
    """The project's, and those of the libraries whose pages and forms are shown: their languages are their own."""
    yield catalogue_of(settings.BASE_DIR)
    yield catalogue_of(Path(allauth.__file__).parent, "account", "mfa", "usersessions", "templates")
    yield catalogue_of(Path(django.__file__).parent, "forms", "core", "views", "utils", "contrib/auth")


def write(folder):
    """A catalogue of all of them, as if it were English."""
    made = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for catalogue in all_texts():
        for message in catalogue:
            if message.id:
                made.add(message.id, bracketed(message.id), context=message.context)
    path = folder / "en" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)


def forget_languages():
    trans_real._translations = {}
    trans_real._default = None
    gettext._translations = {}


@contextlib.contextmanager
def spoken(folder):
    """Speak what was written to `folder` instead of English, and let nothing of it stay behind."""
    with override_settings(LOCALE_PATHS=[folder, *settings.LOCALE_PATHS]):
        forget_languages()
        trans_real.activate("en")
        try:
            yield
        finally:
            trans_real.deactivate()
    forget_languages()


def outside(text):
    """What of a text stands outside all brackets; where a bracket opened in an element before, nothing."""
    found, depth = [], 0
    for letter in text:
        if letter == RIGHT and not depth:
            return ""
        depth += (letter == LEFT) - (letter == RIGHT)
        if depth == 0 and letter != RIGHT:
            found.append(letter)
    return "".join(found)
