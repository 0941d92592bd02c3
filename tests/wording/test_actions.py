import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from collaborative.framework import actions as framework_actions
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.ui.own_words import book_of, in_own_words
from collaborative.wording import rules
from collaborative.wording.actions import say_phrase, show_phrase, take_in
from collaborative.wording.enums import Standing
from collaborative.wording.models import Phrase
from tests import factories
from tests.factories.framework import driver, framework
from tests.factories.wording import phrase

pytestmark = pytest.mark.django_db


def say(collaborative, source, words, version=0, **more):
    return say_phrase(
        **{
            "collaborative": collaborative,
            "source": source,
            "language": "es",
            "words": words,
            "version": version,
            "by": None,
            **more,
        }
    )


@pytest.mark.capability("C368")
def test_who_says_a_phrase_and_whether_a_machine_did_is_kept(collaborative):
    maria = factories.person(first_name="Maria")

    said = say(collaborative, " A  chart ", "Una gráfica", by=maria, is_machine_made=True)
    better = say(collaborative, "A chart", "La gráfica", said.version, by=maria)

    assert (better.pk, better.source, better.words, better.version) == (said.pk, "A chart", "La gráfica", 2)
    assert (said.standing, better.standing, better.written_by) == (Standing.MACHINE, Standing.PERSON, maria)


def test_the_second_of_two_writers_sees_the_first(collaborative):
    first = say(collaborative, "A chart", "Una gráfica")

    with pytest.raises(ChangedMeanwhile) as new:
        say(collaborative, "A chart", "Un dibujo", version=0)
    say(collaborative, "A chart", "La gráfica", version=first.version)
    with pytest.raises(ChangedMeanwhile) as old:
        say(collaborative, "A chart", "Un dibujo", version=first.version)

    assert (new.value.current.words, old.value.current.words) == ("Una gráfica", "La gráfica")
    assert Phrase.objects.get().words == "La gráfica"


def test_no_words_take_a_phrase_away_and_it_can_come_back(collaborative):
    said = say(collaborative, "A chart", "Una gráfica")

    assert say(collaborative, "A chart", "", said.version) is None
    assert say(collaborative, "Never said", "") is None
    assert Phrase.objects.as_book(collaborative.pk, "es") == {}

    show_phrase(said, by=None)
    assert Phrase.objects.as_book(collaborative.pk, "es") == {"A chart": "Una gráfica"}


def test_what_comes_back_does_not_push_out_what_was_said_since(collaborative):
    gone = say(collaborative, "A chart", "Una gráfica")
    say(collaborative, "A chart", "", gone.version)
    say(collaborative, "A chart", "La gráfica")

    show_phrase(gone, by=None)

    assert Phrase.objects.as_book(collaborative.pk, "es") == {"A chart": "La gráfica"}


def test_taking_in_keeps_what_people_said(collaborative):
    say(collaborative, "A chart", "La nuestra")

    added = take_in(
        collaborative=collaborative,
        language="es",
        phrases={"A chart": "Una gráfica", "A dot": "Un punto"},
        standing=Standing.TEMPLATE,
        by=None,
    )

    assert added == 1
    assert Phrase.objects.as_book(collaborative.pk, "es") == {"A chart": "La nuestra", "A dot": "Un punto"}
    assert Phrase.objects.get(source="A dot").standing == Standing.TEMPLATE


@pytest.mark.capability("C377")
def test_a_text_that_is_written_otherwise_loses_its_translation_by_itself(collaborative):
    row = driver(framework(collaborative), short_title="Family Partnership", long_title="x")
    say(collaborative, "Family Partnership", "Trabajo con las familias")

    framework_actions.edit_driver(row, version=1, by=None, short_title="With families", long_title="x")

    row.refresh_from_db()
    with book_of(collaborative.pk), override("es"):
        assert in_own_words(row.short_title) == "With families"
        assert in_own_words("Family Partnership") == "Trabajo con las familias"


def test_history_keeps_who_said_what(collaborative):
    said = say(collaborative, "A chart", "Una gráfica")
    say(collaborative, "A chart", "La gráfica", said.version)

    events = Phrase.pgh_event_model.objects.filter(id=said.pk).order_by("pgh_id")

    assert [(event.pgh_label, event.words) for event in events] == [
        ("insert", "Una gráfica"),
        ("update", "La gráfica"),
    ]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({}, "phrase_once"),
        ({"source": "Other", "words": ""}, "phrase_says_something"),
        ({"source": "", "words": "x"}, "phrase_says_something"),
        ({"source": "Other", "language": "en"}, "phrase_of_another_language"),
    ],
)
def test_what_must_never_be_false_is_refused_by_the_database(collaborative, values, constraint):
    phrase(collaborative, "A chart", "Una gráfica")

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        phrase(collaborative, **{"source": "A chart", "words": "Otra", **values})


def test_long_texts_are_told_apart(collaborative):
    long = "A very long text. " * 300

    say(collaborative, long + "One", "Uno")
    say(collaborative, long + "Two", "Dos")

    assert sorted(Phrase.objects.values_list("words", flat=True)) == ["Dos", "Uno"]


def test_places_for_names_are_compared():
    assert rules.lost_places("Hi {name}, %(day)s", "Hola {name}, %(day)s") == []
    assert rules.lost_places("Hi {name}, %s", "Hola {nombre}") == ["%s", "{name}", "{nombre}"]
    assert rules.lost_places("100% of it", "100% de eso") == []
    assert rules.as_one_line(" Una\n lí\x00nea  ") == "Una línea"
