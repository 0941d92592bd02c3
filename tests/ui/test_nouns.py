import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from collaborative.ui import nouns

CATALOGUE = Path("portal/locale/es/LC_MESSAGES/django.po")
VOCABULARY = {
    "center": {"en": ["agency", "agencies"], "es": ["agencia", "agencias", "f"]},
    "project_team": {"en": ["core team", "core teams"], "es": ["coordinación", "coordinaciones", "f"]},
    "team_leader": {"en": ["anchor", "anchors"], "es": ["coordinadora", "coordinadoras", "f"]},
    "family_partner": {"en": ["parent leader", "parent leaders"], "es": ["familia líder", "familias líderes", "f"]},
    "learning_session": {"en": ["workshop", "workshops"], "es": ["taller", "talleres", "m"]},
}  # fmt: skip


def said(text, language, vocabulary=VOCABULARY):
    return nouns.say(text, language, nouns.words_of(vocabulary, language))


@pytest.mark.capability("C037")
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A center joins", "An agency joins"),
        ("All centers count it", "All agencies count it"),
        ("A center's monthly report", "An agency's monthly report"),
        ("Learning Session 1 is on", "Workshop 1 is on"),
        ("Only the project team sees this.", "Only the core team sees this."),
        ("No family partner has come in yet.", "No parent leader has come in yet."),
        ("Then ask its team leader in.", "Then ask its anchor in."),
        ("Child care centers", "Child care centers"),  # a kind of place keeps its name
        ("Part of an agency with several centers", "Part of an agency with several centers"),
        ("In the center's %(center)s of {center}", "In the agency's %(center)s of {center}"),
        ('<a class="center">centers</a> &center; 100%%', '<a class="center">agencies</a> &center; 100%%'),
        ("Our recentering, centered", "Our recentering, centered"),
    ],
)
def test_an_english_sentence_reads_well_with_own_words(ours, theirs):
    assert said(ours, "en") == theirs


@pytest.mark.capability("C037")
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("El centro", "La agencia"),
        ("Todos los centros lo cuentan", "Todas las agencias lo cuentan"),
        ("Nombre del centro", "Nombre de la agencia"),
        ("Invitar al centro, o a un centro", "Invitar a la agencia, o a una agencia"),
        ("los números de un solo centro", "los números de una sola agencia"),
        ("Solo los centros lo ven", "Solo las agencias lo ven"),
        ("Los conteos son para los propios centros.", "Los conteos son para las propias agencias."),
        ("Todavía ningún otro centro", "Todavía ninguna otra agencia"),
        ("Todos los centros juntos", "Todas las agencias juntas"),
        ("antes de la primera sesión de aprendizaje", "antes del primer taller"),
        ("hasta la próxima sesión de aprendizaje", "hasta el próximo taller"),
        ("Venga a la sesión de aprendizaje", "Venga al taller"),
        ("Pregunte al equipo del proyecto", "Pregunte a la coordinación"),
        ("Centros de cuidado infantil", "Centros de cuidado infantil"),
        ("su líder del equipo", "su coordinadora"),
    ],
)
def test_what_stands_before_a_spanish_noun_agrees_with_it(ours, theirs):
    assert said(ours, "es") == theirs


@pytest.mark.parametrize(
    ("word", "ours", "theirs"),
    [
        (["institución", "instituciones", "f"], "equipos y centros", "equipos e instituciones"),
        (["oficina", "oficinas", "f"], "el equipo o centro", "el equipo u oficina"),
        (
            ["aula", "aulas", "f"],
            "el centro, del centro, un centro, los centros",
            "el aula, del aula, un aula, las aulas",
        ),
        (["hogar", "hogares", "m"], "Nuestro centro y otros centros", "Nuestro hogar y otros hogares"),
    ],
)
def test_small_words_of_spanish_listen_to_the_sound(word, ours, theirs):
    assert said(ours, "es", {"center": {"es": word}}) == theirs


@pytest.mark.parametrize(
    ("word", "theirs"),
    [("agency", "an agency"), ("university", "a university"), ("hourly place", "an hourly place"), ("home", "a home")],
)
def test_a_or_an(word, theirs):
    assert said("a center", "en", {"center": {"en": [word, f"{word}s"]}}) == theirs


def test_words_are_changed_once_and_back_again():
    swapped = {
        "center": {"en": ["team leader", "team leaders"]},
        "team_leader": {"en": ["center", "centers"]},
    }
    words = nouns.words_of(swapped, "en")

    there = nouns.say("A center and a team leader", "en", words)

    assert there == "A team leader and a center"
    assert nouns.say(there, "en", (), instead_of=words) == "A center and a team leader"


@pytest.mark.parametrize(
    "word", ["<b>", "a'b", "100%", "%(name)s", "a{b}", "", "x" * 41, "two  spaces", "-", "a&b", 5, None, "a\n"]
)
def test_what_could_break_a_page_is_no_word(word):
    assert nouns.is_plain(word) is False
    assert nouns.words_of({"center": {"en": [word, "programs"]}}, "en") == ()


@given(st.text(max_size=60))
def test_any_text_can_be_said(text):
    assert isinstance(said(text, "en"), str)
    assert isinstance(said(text, "es"), str)


def _sentences():
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="es"):
            for text in message.string if isinstance(message.string, tuple) else (message.string,):
                if text:
                    yield text


# A man's word right before or after a woman's noun, and what is left of ours.
MASCULINE = r"(?:[Ee]l|[Ll]os|[Uu]n|[Dd]el|[Aa]l|[Nn]ingún|[Tt]odos|[Oo]tros?|[Ee]stos?|[Nn]uestros?|propios|muchos)"


@pytest.mark.capability("C037")
def test_every_sentence_of_the_catalogue_agrees_with_other_words():
    wrong = [
        text
        for text in (said(sentence, "es") for sentence in _sentences())
        if re.search(rf"\b{MASCULINE} (?:agencias?|coordinación)\b|\b[Ll]as? (?:\w+ )?taller", text)
        or re.search(r"\bagencias? (?:juntos|solos|inventados)\b", text)
        or re.search(r"(?<!agencia con varios )\bcentros?\b(?! de cuidado| independiente)", text, re.IGNORECASE)
    ]
    assert wrong == []


def test_placeholders_of_the_catalogue_stay_as_they_are():
    names = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>")
    for sentence in _sentences():
        assert names.findall(said(sentence, "es")) == names.findall(sentence)
