"""Catalogues: what is extracted, what an update keeps, and what libraries say in plain words."""

import os
import string
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from portal.speaking import catalogues, checks
from portal.speaking.extracting import catalogue_of, messages_of_python, messages_of_template
from tests.architecture.words import banned_in

TEMPLATE = """{% if late %}
    <p title="{% translate "A title" %}">{% blocktranslate trimmed count teams=teams %}One team
      of {{ name }}{% plural %}{{ teams }} teams{% endblocktranslate %}</p>
  {% fold title=_("More") %}{% endfold %}
{% endif %}{# Translators: kind #}{% translate "Save" context "button" %}"""
# Libraries whose texts people may read here; forms of sets and files of the admin are in no page.
SHOWN_LIBRARIES = (
    (Path(allauth.__file__).parent, ("account", "mfa", "usersessions")),
    (Path(django.__file__).parent, ("forms/fields.py", "forms/utils.py", "core/validators.py", "contrib/auth/forms.py",
                                    "contrib/auth/password_validation.py")),
)  # fmt: skip
NEVER_SHOWN = ("Failed to mark {email} as verified.",)  # of allauth's admin, which has no address here


def found_in(messages):
    return [(message, context) for _line, message, _comments, context in messages]


def test_texts_of_templates_and_of_python_are_found():
    assert found_in(messages_of_template(TEMPLATE)) == [
        ("A title", None),
        (("One team of %(name)s", "%(teams)s teams"), None),
        ("More", None),
        ("Save", "button"),
    ]
    assert found_in(messages_of_python(b'_("a")\nngettext("b", "c", n)\npgettext_lazy("d", "e")\n')) == [
        ("a", None),
        (("b", "c"), None),
        ("e", "d"),
    ]


@pytest.fixture
def project(tmp_path):
    """A project of one text, and a Spanish catalogue with a text of it, one that is gone and one of a library."""
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal" / "page.py").write_text('_("Home")\n_("Dates")\n')
    spanish = Catalog(locale="es")
    spanish.add("Home", "Inicio", locations=[("portal/page.py", 1)])
    spanish.add("Gone", "Ido", locations=[("portal/page.py", 2)])
    spanish.add("Of a library", "De una biblioteca")
    path = tmp_path / "locale" / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, spanish)
    return path


def test_an_update_adds_what_is_new_drops_what_is_gone_and_keeps_what_is_said(project):
    catalogues.update(project, project.parents[3])

    assert {message.id: message.string for message in catalogues.read(project) if message.id} == {
        "Home": "Inicio",
        "Dates": "",
        "Of a library": "De una biblioteca",
    }


def test_a_catalogue_is_compiled_once_and_again_after_a_change(project, settings):
    folder = project.parents[2]
    settings.LOCALE_PATHS = [folder]
    said = [warning.id for warning in checks.catalogues_are_compiled(None)]

    first, second = catalogues.compile_all(folder), catalogues.compile_all(folder)
    later = project.with_suffix(".mo").stat().st_mtime + 5
    os.utime(project, (later, later))

    assert said == ["speaking.W001"]
    assert (first, second) == ([project], [])
    assert catalogues.compile_all(folder) == [project]


def test_what_libraries_say_here_scolds_nobody():
    said = {}
    with override("en"):
        for folder, names in SHOWN_LIBRARIES:
            for message in texts(folder, names):
                words = ngettext(*message, 2) if isinstance(message, tuple) else gettext(message)
                if banned_in(words) and message not in NEVER_SHOWN:
                    said[message] = words

    assert said == {}


def texts(folder, names):
    for name in names:
        if name.endswith(".py"):
            yield from (message for message, _context in found_in(messages_of_python((folder / name).read_bytes())))
        else:
            yield from (message.id for message in catalogue_of(folder, name) if message.id)


def fields(text):
    return sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name)


def test_plain_words_for_libraries_keep_their_places_and_touch_no_text_of_ours():
    english = catalogues.read(settings.BASE_DIR / "portal" / "locale" / "en" / "LC_MESSAGES" / "django.po")
    ours = catalogue_of(settings.BASE_DIR)

    assert [message.id for message in english if message.id and not message.string] == []
    assert [message.id for message in english if message.id and ours.get(catalogues._key(message))] == []
    assert [(message.id, error) for message in english if message.id for error in message.check(english)] == []
    assert [
        message.id
        for message in english
        if isinstance(message.id, str) and fields(message.id) != fields(message.string)
    ] == []
