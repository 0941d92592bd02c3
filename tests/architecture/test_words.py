"""Nothing people read here scolds: templates, texts for translation, and the Spanish of it."""

from pathlib import Path

from tests.architecture import words

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("collaborative", "metrics", "pdsa", "portal")


def shown(path):
    return str(path.relative_to(PROJECT))


def test_templates_hold_no_banned_word():
    paths = [path for kind in ("*.html", "*.txt") for path in sorted((PROJECT / "templates").rglob(kind))]
    assert len(paths) > 30

    found = {shown(path): words.banned_in(words.words_of_template(path.read_text())) for path in paths}

    assert {path: banned for path, banned in found.items() if banned} == {}


def test_messages_hold_no_banned_word():
    found = {}
    for path in (path for room in ROOMS for path in sorted((PROJECT / room).rglob("*.py"))):
        if "migrations" in path.parts:
            continue
        for line, text in words.messages_of_python(path.read_text()):
            if banned := words.banned_in(text):
                found[f"{shown(path)}:{line}"] = banned

    assert found == {}


def test_spanish_holds_no_banned_word():
    found = {}
    for path in sorted((PROJECT / "portal").rglob("es/LC_MESSAGES/*.po")):
        for text in words.translations_of(path.read_text()):
            if banned := words.banned_in(text, "es"):
                found[text] = banned

    assert found == {}


def test_words_are_found_where_people_read_them():
    template = """{# late #}{% load late %}{% if late == "late" %}<p class="late">{{ late }}
    It is {% translate "overdue" %} <a aria-label="You must" href="/late">We owe</a></p>
    {% card title="No compliance here" %}later{% endcard %}{% endif %}"""

    assert sorted(words.banned_in(words.words_of_template(template))) == ["compliance", "must", "overdue", "owe"]


def test_words_are_found_in_python_and_in_spanish():
    source = 'pgettext("must", "a missing value")\nx = "late"\n_("fine" if y else "You must")\n'

    assert list(words.messages_of_python(source)) == [(1, "a missing value"), (3, "fine"), (3, "You must")]
    assert words.translations_of('msgid "x"\nmsgstr ""\n"Usted "\n"debe"\n') == ["Usted debe"]
    assert words.banned_in("Usted debe", "es") == ["debe"]
