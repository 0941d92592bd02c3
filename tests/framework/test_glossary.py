from dataclasses import replace

import pytest
from django.template import Context as TemplateContext
from django.template import Template
from django.test import RequestFactory

from collaborative.framework.glossary import Glossary, terms_for
from collaborative.framework.rules import read_framework
from collaborative.framework.templates import template_data
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.framework import term

pytestmark = [pytest.mark.django_db, pytest.mark.capability("C036")]


@pytest.fixture
def actor(organization, collaborative):
    membership = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    return enter(membership.person.user_id, organization.slug, collaborative.slug)


def drawn(actor, source, **values):
    request = RequestFactory().get("/")
    request.actor = actor
    return Template("{% load glossary %}" + source).render(TemplateContext({"request": request, **values}))


def test_a_word_is_found_by_all_its_names_in_small_and_large_letters(actor, collaborative):
    term(collaborative, term="Run chart", text="Dots over time.", also=["run charts"])
    glossary = Glossary(actor)

    assert [glossary.meaning(word) for word in ("run chart", "RUN CHARTS", " Run chart ")] == [
        ("Run chart", "Dots over time.")
    ] * 3
    assert glossary.meaning("unheard of") is None


def test_the_readers_own_language_comes_first(actor, collaborative):
    term(collaborative, term="Aim", text="What we hope for.")
    term(collaborative, term="Driver", text="What has to change.")
    term(collaborative, term="Aim", text="Lo que esperamos.", language="es")
    spanish = replace(actor, person={**actor.person, "language": "es"})

    assert Glossary(spanish).meaning("aim") == ("Aim", "Lo que esperamos.")
    assert Glossary(spanish).meaning("driver") == ("Driver", "What has to change.")
    assert Glossary(actor).meaning("aim") == ("Aim", "What we hope for.")


def test_words_of_another_collaborative_explain_nothing_here(actor):
    term(factories.collaborative(), term="Aim", text="Theirs")

    assert Glossary(actor).meaning("aim") is None


def test_however_many_words_a_page_explains_it_takes_one_query(actor, collaborative, django_assert_num_queries):
    term(collaborative, term="Aim", text="What we hope for.")
    term(collaborative, term="Driver", text="What has to change.")

    with django_assert_num_queries(1):
        page = drawn(
            actor, '{% explained "aim" %} {% explained "drivers" words="our drivers" %} {% explained "driver" %}'
        )

    assert "What we hope for." in page and "What has to change." in page and "our drivers" in page


def test_an_unknown_word_stays_a_plain_word(actor):
    assert drawn(actor, '{% explained "unheard of" %}|{% explained "unheard" words=typed %}', typed="as <written>") == (
        "unheard of|as &lt;written&gt;"
    )


def test_a_reader_sees_each_word_once_in_their_own_language_where_there_is_one(actor, collaborative):
    term(collaborative, term="Aim", text="What we hope for.")
    term(collaborative, term="Driver", text="What has to change.")
    term(collaborative, term="Objetivo", text="Lo que esperamos.", also=["Aim"], language="es")
    spanish = replace(actor, person={**actor.person, "language": "es"})

    assert [row.term for row in terms_for(spanish)] == ["Driver", "Objetivo"]
    assert [row.term for row in terms_for(actor)] == ["Aim", "Driver"]
    assert Glossary(spanish).meaning("aim") == ("Objetivo", "Lo que esperamos.")


@pytest.mark.capability("C036", "C377")
def test_the_template_explains_each_word_in_spanish_too():
    terms = read_framework(template_data("bsc-sel")).terms
    english = {word.term for word in terms if word.language == "en"}
    spanish = [word for word in terms if word.language == "es"]

    assert len(spanish) == len(english)
    assert {word.also[-1] for word in spanish} == english
