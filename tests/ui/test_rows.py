"""One form row: label, help, reminder and problem belong to their box, for those who see and those who listen."""

import re
from datetime import date

import pytest
from django import forms
from django.template import engines
from django.utils.translation import override


class Try(forms.Form):
    what = forms.CharField(label="What?", help_text="One small thing.", widget=forms.Textarea)
    title = forms.CharField(label="A name", required=False)
    on = forms.DateField(label="When?")
    who = forms.ChoiceField(label="Who?", choices=[("a", "Ana"), ("b", "Ben")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Agreed", required=False)


def drawn(source, **values):
    return engines["django"].from_string(source).render(values)


def described_by(html):
    """The ids that a box names, and those of them that stand on the page."""
    named = re.search(r'aria-describedby="([^"]+)"', html).group(1).split()
    return named, [key for key in named if f'id="{key}"' in html]


def test_a_box_names_help_reminder_and_problem():
    html = drawn("{% field form.what rows=3 %}", form=Try({}))

    named, present = described_by(html)
    assert named == ["id_what_helptext", "id_what_reminder", "id_what_error"]
    assert present == named
    assert 'aria-invalid="true"' in html
    assert '<label for="id_what">What?</label>' in html
    assert 'rows="3"' in html


def test_a_quiet_box_names_only_what_is_there():
    html = drawn("{% field form.title %}", form=Try())

    assert "aria-describedby" not in html
    assert "aria-invalid" not in html


def test_text_areas_remind_of_childrens_names_unless_told_otherwise():
    reminder = "leave out children&#x27;s names"

    assert reminder in drawn("{% field form.what %}", form=Try())
    assert reminder not in drawn("{% field form.what reminder=False %}", form=Try())
    assert reminder not in drawn("{% field form.title %}", form=Try())
    assert reminder in drawn("{% field form.title reminder=True %}", form=Try())


def test_dates_open_the_phones_own_picker():
    html = drawn("{% field form.on %}", form=Try(initial={"on": date(2026, 11, 24)}))

    assert 'type="date"' in html
    assert 'value="2026-11-24"' in html


def test_a_day_is_said_with_its_weekday_whatever_was_typed():
    said = {
        value: re.search(r'<p class="day-words" id="id_on_day" data-day-of="id_on" [^>]*>(.*)</p>', html).group(1)
        for value in (date(2026, 12, 1), "2026-12-01", "2026-11-31", "soon", None)
        for html in [drawn("{% field form.on %}", form=Try(initial={"on": value}))]
    }

    assert list(said.values()) == ["Tuesday, 1 December 2026", "Tuesday, 1 December 2026", "", "", ""]
    assert described_by(drawn("{% field form.on %}", form=Try()))[1] == ["id_on_day"]


@pytest.mark.parametrize(
    ("language", "order"),
    [("en", "{weekday}, {day} {month} {year}"), ("es", "{weekday}, {day} de {month} de {year}")],
)
def test_the_script_is_told_in_which_order_a_day_is_said(language, order):
    with override(language):
        html = drawn("{% field form.on %}", form=Try())

    assert f'data-day-as="{order}"' in html


def test_long_words_are_never_cut_and_short_ones_keep_their_limit():
    class Long(forms.Form):
        words = forms.CharField(max_length=4000, widget=forms.Textarea)
        line = forms.CharField(max_length=240)
        code = forms.CharField(max_length=12)

    html = drawn("{% for box in form %}{% field box %}{% endfor %}", form=Long())

    assert re.findall(r'name="(\w+)"[^>]* (maxlength|data-longest)="(\d+)"', html) == [
        ("words", "data-longest", "4000"),
        ("line", "data-longest", "240"),
        ("code", "maxlength", "12"),
    ]


def test_choices_are_a_group_with_a_name():
    html = drawn("{% field form.who %}", form=Try({}))

    assert '<fieldset class="field" id="id_who" aria-describedby="id_who_error">' in html
    assert "<legend>Who?</legend>" in html
    assert [f'for="id_who_{at}"' in html for at in (0, 1)] == [True, True]


def test_a_tick_stands_before_its_words():
    html = drawn("{% field form.agreed %}", form=Try())

    assert html.index('type="checkbox"') < html.index("Agreed")


def test_a_form_that_came_back_leads_to_each_box():
    form = Try({"title": "x"})
    form.add_error(None, "The week is over.")
    html = drawn("{% form_errors form %}{% for box in form %}{% field box %}{% endfor %}", form=form)

    links = re.findall(r'href="#([^"]+)"', html)
    assert links == ["id_what", "id_on", "id_who"]
    assert [f'id="{key}"' in html for key in links] == [True, True, True]
    assert "The week is over." in html


def test_a_form_without_problems_says_nothing():
    assert drawn("{% form_errors form %}", form=Try()) == ""


def test_label_and_help_can_be_said_otherwise():
    html = drawn('{% field form.title label="Short name" help="Two words." optional=True %}', form=Try())

    assert ">Short name <span" in html
    assert "Two words." in html
    assert described_by(html)[1] == ["id_title_helptext"]
