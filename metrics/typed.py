"""Numbers the way people type them, and what to say where one cannot be read. Nothing is guessed.

A comma and a point are both a decimal mark, whatever the language: 3,5 is 3.5. What may be a sign between thousands is
asked about, because 1,234 can be either.
"""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from .labels import decimal_mark

LARGEST = 1_000_000  # of one count; beyond it a finger slipped
SPACES = re.compile(r"[\s\u200e\u200f]+")
WHOLE = re.compile(r"-?\d+")
PART = re.compile(r"(-?\d*)[.,](\d+)")
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[.,'’ ]\d{3})+(?:[.,]\d+)?")  # 1,234 and 1.234 and 1 234, also 1,234.5
NOTHING_BUT_ZEROS = re.compile(r"0{1,2}")

PLAIN = {
    "required": _("Please fill this in."),
    "invalid_choice": _("Please pick one of the answers here."),
    "max_length": _("Please say it shorter: up to %(limit_value)d letters. Now there are %(show_value)d."),
}
A_DAY = {"required": _("Please pick a day."), "invalid": _("Please pick a day, such as 2027-03-02.")}
OF_KIND = {forms.DateField: A_DAY, forms.ChoiceField: {"required": _("Please pick one of the answers here.")}}
WHOLE_NUMBER = {
    "required": _("Please put in a number."),
    "invalid": _("Please use a whole number, such as 34."),
    "min_value": _("Numbers start at 0 here."),
    "max_value": _("This looks like a slip of the finger: it is a very large number."),
    "part": _("Please use a whole number here, with nothing after a comma or a point, such as 34."),
    "grouped": _("This can be read in two ways. Please write it without a comma, a point or a space, such as 1234."),
}
DECIMAL = {
    **WHOLE_NUMBER,
    "invalid": _("Please use a number, such as 3.5 or 3,5."),
    "grouped": _(
        "This can be read in two ways. Please write a large number as 1234, and a part with one or two digits, as 3.25."
    ),
}


class PlainForm(forms.Form):
    """A form that says in plain words what to do next, also where only the library would speak."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field, TypedNumber):
                plain = {**PLAIN, **next((said for kind, said in OF_KIND.items() if isinstance(field, kind)), {})}
                said, library = field.error_messages, _of_the_library(field)
                field.error_messages = said | {
                    code: plain[code] for code in plain if said.get(code) == library.get(code)
                }


def _of_the_library(field):
    """What a field says by itself, by code."""
    said = {}
    for kind in reversed(type(field).__mro__):
        said |= vars(kind).get("default_error_messages", {})
    return said


class TypedNumber:
    """What the two number fields share: how text becomes a number, and how a number stands in its box."""

    def to_python(self, value):
        return super().to_python(self._read(value) if isinstance(value, str) else value)

    def prepare_value(self, value):
        return f"{value:.12g}".replace(".", decimal_mark()) if isinstance(value, float) else value

    def _read(self, typed):
        """The same number as the library reads it."""
        text = SPACES.sub(" ", typed).strip()
        if not text or WHOLE.fullmatch(text):
            return text
        if GROUPED.fullmatch(text):
            raise self._asking("grouped")
        part = PART.fullmatch(text)
        if part is None:
            raise self._asking("invalid")
        return self._with_part(part[1], part[2])

    def _asking(self, code):
        return forms.ValidationError(self.error_messages[code], code=code)


class WholeNumberField(TypedNumber, forms.IntegerField):
    """A count, which a phone opens with its number keys."""

    default_error_messages = WHOLE_NUMBER

    def __init__(self, **values):
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12})
        super().__init__(**{"required": False, "min_value": 0, "max_value": LARGEST, "widget": widget, **values})

    def _with_part(self, whole, part):
        if not NOTHING_BUT_ZEROS.fullmatch(part):
            raise self._asking("part")
        return whole


class DecimalNumberField(TypedNumber, forms.FloatField):
    """A number that may have a part behind a comma or a point."""

    default_error_messages = DECIMAL

    def __init__(self, **values):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 12})
        super().__init__(**{"min_value": 0, "max_value": LARGEST, "widget": widget, **values})

    def _with_part(self, whole, part):
        sign = "-" if whole.startswith("-") else ""
        return f"{sign}{whole.removeprefix('-') or 0}.{part}"
