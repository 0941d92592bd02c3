"""Numbers as people type them, and what is said where one cannot be read."""

import pytest
from django import forms
from django.utils import translation

from metrics.forms import DefinitionForm, NoteForm
from metrics.plan_forms import PlanForm
from metrics.typed import DecimalNumberField, WholeNumberField

LIBRARY = ("This field is required.", "Ensure this value", "Enter a ", "Select a valid choice")
IN_TWO_WAYS = "This can be read in two ways."


def read(field, typed):
    try:
        return field.clean(typed)
    except forms.ValidationError as error:
        return error.messages[0]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("typed", "number"),
    [("3.5", 3.5), ("3,5", 3.5), (" 12,5 ", 12.5), ("12.50", 12.5), (",5", 0.5), ("0,125", 0.125), ("7", 7.0)],
)
def test_a_comma_and_a_point_are_both_a_decimal_mark_in_every_language(language, typed, number):
    with translation.override(language):
        assert read(DecimalNumberField(), typed) == number


@pytest.mark.parametrize("typed", ["1,234", "1.234", "1 234", "1\u00a0234", "12.345.678", "1,234.5", "1’234"])
@pytest.mark.parametrize("field", [DecimalNumberField, WholeNumberField])
def test_what_may_be_thousands_is_asked_about_and_never_guessed(field, typed):
    assert read(field(), typed).startswith(IN_TWO_WAYS)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("34", 34),
        (" 34 ", 34),
        ("34.0", 34),
        ("34,00", 34),
        ("3,5", "Please use a whole number here, with nothing after a comma or a point, such as 34."),
        ("3.5", "Please use a whole number here, with nothing after a comma or a point, such as 34."),
        ("a lot", "Please use a whole number, such as 34."),
        ("3e9", "Please use a whole number, such as 34."),
        ("-3", "Numbers start at 0 here."),
        ("3000000", "This looks like a slip of the finger: it is a very large number."),
        ("", None),
    ],
)
def test_a_count_is_read_or_kindly_asked_about(typed, said):
    assert read(WholeNumberField(), typed) == said


@pytest.mark.parametrize("typed", ["nan", "inf", "1e3", "three", "3,5,1"])
def test_what_is_no_number_is_said_so(typed):
    assert read(DecimalNumberField(), typed) == "Please use a number, such as 3.5 or 3,5."


@pytest.mark.parametrize(("language", "shown"), [("en", "3.5"), ("es", "3.5"), ("de", "3,5")])
def test_a_number_stands_in_its_box_as_people_write_it(language, shown):
    with translation.override(language):
        assert (DecimalNumberField().prepare_value(3.5), DecimalNumberField().prepare_value(80.0)) == (shown, "80")
        assert DecimalNumberField().prepare_value("3,5") == "3,5"


@pytest.mark.parametrize(
    "form",
    [
        DefinitionForm({"kind": "nonsense", "name": "x" * 300, "collect": "", "hope": "neither"}),
        NoteForm({"period": "soon", "text": "x" * 300}, periods=[]),
        NoteForm({}, periods=[]),
        PlanForm({"who": "x" * 300}),
    ],
)
def test_no_form_speaks_as_the_library_does(form):
    said = [message for messages in form.errors.values() for message in messages]

    assert said
    assert not [message for message in said if message.startswith(LIBRARY)]


def test_plain_words_say_what_to_do_next():
    assert DefinitionForm({}).errors["name"] == ["Please fill this in."]
    assert DefinitionForm({}).errors["kind"] == ["Please pick one of the answers here."]
    assert NoteForm({"text": "Snow"}, periods=[]).errors["period"] == ["Please pick a day."]
    long = NoteForm({"text": "x" * 300}, periods=[]).errors["text"]
    assert long == ["Please say it shorter: up to 240 letters. Now there are 300."]
