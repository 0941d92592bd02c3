"""The template's Spanish is whole: each text has its own, nothing is left over, nothing scolds, places are kept."""

import pytest

from collaborative.framework.templates import template_data, template_keys, template_phrases
from collaborative.onboarding.rules import blocks
from collaborative.ui.own_words import key_of
from collaborative.wording.rules import lines_of, lost_places
from tests.architecture.words import banned_in

pytestmark = pytest.mark.capability("C377")

# Of a template, what nobody reads as a text: keys, kinds, references, names of collaboratives, and sections that no
# room takes in. The words of the glossary and of the vocabulary have their other languages beside them.
NOT_READ = {
    "template", "glossary", "glossary_in_other_languages", "vocabulary", "key", "code", "kind", "role", "type",
    "driver", "anchor", "origin", "collect_every", "direction", "settings", "team_roles", "team_size", "short_name",
    "leads_to",
    "starter",  # a post and what stands on the shelf: written once, in the language they carry
}  # fmt: skip
NAMES = {"collaborative.name"}
REFERENCES = {"starter_ideas.secondary", "metrics.drivers"}


def read_in(part, path=""):
    """Every line of a template that people read."""
    if path == "letter.text":
        yield from (line for kind, said in blocks(part) for line in (said if kind == "ul" else [said]))
    elif isinstance(part, str):
        yield from (key_of(line) for line in lines_of(part))
    elif isinstance(part, list):
        for inner in part:
            yield from read_in(inner, path)
    elif isinstance(part, dict):
        for name, inner in part.items():
            here = f"{path}.{name}".lstrip(".")
            if name not in NOT_READ and here not in NAMES | REFERENCES:
                yield from read_in(inner, here)


@pytest.mark.parametrize("key", template_keys())
def test_every_text_of_a_template_has_its_spanish_and_nothing_stale_is_kept(key):
    asked, said = list(dict.fromkeys(read_in(template_data(key)))), template_phrases(key)["es"]

    assert [text for text in asked if text not in said] == []
    assert [text for text in said if text not in asked] == []
    assert "Family Partnership" in said and len(said) > 250


@pytest.mark.parametrize("key", template_keys())
def test_the_spanish_of_a_template_keeps_places_and_scolds_nobody(key):
    said = template_phrases(key)["es"]

    assert {source: lost for source, words in said.items() if (lost := lost_places(source, words))} == {}
    assert {words: banned for words in said.values() if (banned := banned_in(words, "es"))} == {}
    assert [source for source, words in said.items() if not words.strip() or words == source] == []
    assert [words for words in said.values() if words.count("?") != words.count("¿") or "@" in words] == []


def test_a_language_of_a_template_is_no_template_of_its_own():
    assert template_keys() == ["bsc-sel"]
