"""How far our tries have come, and whose voice is still to come."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import WordsField

from ..models.reach import MOST_PEOPLE, MOST_ROOMS
from .words import WordsForm, line, text

WHOLE = _("Please write a whole number, such as 12. Leave it empty if you do not know.")


def number(label, most, help_text=""):
    wrong = {"invalid": WHOLE, "min_value": WHOLE, "max_value": WHOLE}
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=most, help_text=help_text, error_messages=wrong
    )


class SpreadForm(WordsForm):
    """Four small numbers, each of which may stay empty, and a word about them."""

    rooms = number(_("How many rooms do you have?"), MOST_ROOMS)
    rooms_reached = number(_("In how many of them has something been tried so far?"), MOST_ROOMS)
    staff = number(
        _("How many people work here who are not on the team?"),
        MOST_PEOPLE,
        _("Teachers, aides, the kitchen, the office, who stands in."),
    )
    staff_reached = number(_("How many of them have tried something, or helped to?"), MOST_PEOPLE)
    words = line(_("A word about it"), help_text=_("For example: the twos begin after the holidays. No names, please."))

    PARTS = (("rooms", "rooms_reached"), ("staff", "staff_reached"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)

    def clean(self):
        cleaned = super().clean()
        for whole, part in self.PARTS:
            self._compare(cleaned, whole, part)
        numbers = [cleaned.get(name) for pair in self.PARTS for name in pair]
        if not self.errors and all(one is None for one in numbers):
            self.add_error(None, _("One number is enough. Write down what you know."))
        return cleaned

    def _compare(self, cleaned, whole, part):
        there, reached = cleaned.get(whole), cleaned.get(part)
        if reached is None or whole in self.errors:
            return
        if there is None:
            self.add_error(whole, _("And out of how many?"))
        elif reached > there:
            self.add_error(part, _("That is more than there are. Which of the two numbers is right?"))


class VoicesForm(WordsForm):
    """A leader's own notes: nothing of it is asked of anybody, and nobody else reads it."""

    languages = WordsField(
        label=_("Which languages do the children and their families speak at home?"),
        required=False,
        most=12,
        help_text=_("With commas between them: Spanish, English, Haitian Creole"),
    )
    we_speak = WordsField(
        label=_("Which of them does somebody on the team speak?"), required=False, most=12,
        help_text=_("Of the team as a whole: not who."),
    )  # fmt: skip
    thoughts = text(_("Whom could I ask?"), help_text=_("Only you read this."), rows=2)

    def __init__(self, *args, rooms=(), **kwargs):
        super().__init__(*args, ask_about_names=False, **kwargs)
        self.fields["thoughts"].max_length = 1000
        if rooms:
            self.fields["rooms"] = forms.MultipleChoiceField(
                label=_("Which rooms does somebody on the team know from inside?"),
                choices=[(room, room) for room in rooms],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("Because they work there, or have a child there."),
            )
        self.order_fields(["languages", "we_speak", "rooms", "thoughts"])
