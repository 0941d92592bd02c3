"""Sentences take on a collaborative's words in one place, whatever asks for the translation."""

import threading

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext, trans_real

from collaborative.ui.house_words import speaking
from portal.speaking import house_words

PROGRAM = {"center": {"en": ["program", "programs"], "es": ["programa", "programas", "m"]}}


@pytest.mark.capability("C037")
def test_every_way_to_a_translation_speaks_in_own_words():
    lazy = gettext_lazy("Add a center")
    page = Template(
        "{% load i18n %}{% translate 'All centers' %}|"
        "{% blocktranslate count n=2 %}{{ n }} center{% plural %}{{ n }} centers{% endblocktranslate %}"
    )

    with translation.override("en"), speaking(PROGRAM):
        heard = (gettext("All centers"), str(lazy), ngettext("a center", "centers", 2), page.render(Context()))

    assert heard == ("All programs", "Add a program", "programs", "All programs|2 programs")


@pytest.mark.capability("C037")
def test_a_person_who_reads_spanish_reads_the_same_word_in_spanish():
    with speaking(PROGRAM), translation.override("es"):
        assert gettext("Name of the center") == "Nombre del programa"
        assert gettext("All centers") == "Todos los programas"


def test_names_put_into_a_sentence_stay_as_they_are():
    with translation.override("en"), speaking(PROGRAM):
        assert gettext("Hello %(name)s, the center") % {"name": "Main Street Center"} == (
            "Hello Main Street Center, the program"
        )


def test_words_in_force_end_with_the_block_and_stay_in_their_thread():
    heard = []
    with translation.override("en"):
        with speaking(PROGRAM):
            thread = threading.Thread(target=lambda: heard.append(gettext("All centers")))
            thread.start()
            thread.join()
            with speaking(None):
                heard.append(gettext("All centers"))
            heard.append(gettext("All centers"))
        heard.append(gettext("All centers"))

    assert heard == ["All centers", "All centers", "All programs", "All centers"]


def test_safe_texts_stay_safe_and_contexts_stay_apart():
    with translation.override("en"), speaking(PROGRAM):
        assert isinstance(gettext(mark_safe("All centers")), SafeString)
        assert pgettext("a context nobody knows", "All centers") == "All programs"
        assert gettext("") == ""


def test_a_word_that_is_no_word_changes_nothing():
    with translation.override("en"), speaking({"center": {"en": ["<script>", "x"]}}):
        assert gettext("All centers") == "All centers"


def test_every_language_is_loaded_so():
    assert trans_real.DjangoTranslation is house_words.OwnWords
    assert {type(trans_real.translation(language)) for language in ("en", "es")} == {house_words.OwnWords}
