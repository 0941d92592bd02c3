"""What the project team wrote, in the reader's words: what is found, what keeps its own language, what it costs."""

import uuid

import pytest
from django.template import Context as Page
from django.template import Template
from django.utils.translation import override

from collaborative.isolation.context import Context, entered
from collaborative.ui.own_words import book_of, in_own_words, shown_in_own_words
from tests import factories
from tests.factories.wording import phrase

pytestmark = [pytest.mark.django_db, pytest.mark.capability("C377")]


def test_a_line_is_said_as_the_reader_says_it(collaborative):
    phrase(collaborative, "Family Partnership", "Trabajo con las familias")

    with book_of(collaborative.pk), override("es"):
        assert in_own_words("Family  Partnership ") == "Trabajo con las familias"
        assert in_own_words("Nobody said this") == "Nobody said this"
    with book_of(collaborative.pk), override("en"):
        assert in_own_words("Family Partnership") == "Family Partnership"
    with override("es"):
        assert in_own_words("Family Partnership") == "Family Partnership"


def test_of_several_lines_each_is_looked_up(collaborative):
    phrase(collaborative, "We pay the bus.", "Pagamos el autobús.")

    with book_of(collaborative.pk), override("es"):
        assert in_own_words("We pay the bus.\r\n\r\nAnd supper.") == "Pagamos el autobús.\n\nAnd supper."
        assert shown_in_own_words("We pay the bus.\nAnd supper.") == (
            'Pagamos el autobús.\n<span lang="en">And supper.</span>'
        )


def test_a_page_says_the_language_of_what_stays_as_it_was_written(collaborative):
    phrase(collaborative, "Safe & sound", "Sanos <y> salvos")
    page = Template(
        '{{ known|in_own_words }} {{ other|in_own_words }} <i title="{{ other|own_words }}"></i>'
        ' {{ theirs|in_own_words:"es" }} {{ none|in_own_words }}|'
    )
    values = {"known": "Safe & sound", "other": "A <b> c", "theirs": "Así lo dijo", "none": None}

    with book_of(collaborative.pk), override("es"):
        spanish = page.render(Page(values))
    with book_of(collaborative.pk), override("en"):
        english = page.render(Page(values))

    assert spanish == (
        'Sanos &lt;y&gt; salvos <span lang="en">A &lt;b&gt; c</span> <i title="A &lt;b&gt; c"></i> Así lo dijo |'
    )
    assert english == (
        'Safe &amp; sound A &lt;b&gt; c <i title="A &lt;b&gt; c"></i> <span lang="es">Así lo dijo</span> |'
    )


def test_people_learn_why_words_sound_foreign():
    page = Template("{% as_written language %}")

    with override("es"):
        assert page.render(Page({"language": "es"})) == ""
        assert 'class="small soft as-written"' in page.render(Page({"language": "en"}))
    with override("en"):
        assert "Written in Spanish" in page.render(Page({"language": "es"}))
        assert "Written in another language" in page.render(Page({"language": "pt"}))
        assert page.render(Page({"language": ""})) == ""


def test_a_book_is_read_once_and_only_for_another_language(collaborative, django_assert_num_queries):
    for number in range(3):
        phrase(collaborative, f"Line {number}", f"Línea {number}")

    with book_of(collaborative.pk), override("en"), django_assert_num_queries(0):
        assert [in_own_words(f"Line {number}") for number in range(3)] == ["Line 0", "Line 1", "Line 2"]
    with book_of(collaborative.pk), override("es"), django_assert_num_queries(1):
        assert [in_own_words(f"Line {number}") for number in range(3)] == ["Línea 0", "Línea 1", "Línea 2"]
        assert in_own_words("Line 9") == "Line 9"
    with book_of(collaborative.pk), override("es"), django_assert_num_queries(0):
        assert in_own_words("Escrito en español", "es") == "Escrito en español"


def test_phrases_of_another_collaborative_or_organization_never_show(collaborative):
    phrase(factories.collaborative(), "Snack", "Vecina")
    elsewhere_id = uuid.uuid4()
    with entered(Context(organization=elsewhere_id)):
        factories.organization(id=elsewhere_id)
        elsewhere = factories.collaborative()
        phrase(elsewhere, "Snack", "Ajena")

    with override("es"):
        with book_of(collaborative.pk):
            assert in_own_words("Snack") == "Snack"
        with book_of(elsewhere.pk):
            assert in_own_words("Snack") == "Snack"
