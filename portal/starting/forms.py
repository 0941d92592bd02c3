"""The shape of what it takes to start a collaborative."""

import datetime

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _


class WordsField(forms.CharField):
    default_error_messages = {"required": _("Please write a few words here.")}


A_DAY = _("Please choose a day, such as 2027-03-02.")
# A day beyond these is a slip of the finger; plans are counted back and on from it.
EARLIEST, LATEST = datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)


class DayField(forms.DateField):
    default_error_messages = {"required": _("Please choose a day."), "invalid": A_DAY}
    default_validators = [MinValueValidator(EARLIEST, A_DAY), MaxValueValidator(LATEST, A_DAY)]
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FirstDayForm(forms.Form):
    """The day of the first session, from which the others are proposed."""

    first = DayField(label=_("Learning Session 1 is on"))


class StartForm(forms.Form):
    """`sessions`: the template's sessions, each with a day field of its own."""

    name = WordsField(label=_("What is it called?"), max_length=160, help_text=_("As teams and families will read it."))
    short_name = WordsField(
        label=_("And in short?"),
        max_length=50,
        help_text=_("It becomes part of the address, and of every subject line."),
    )

    def __init__(self, *args, sessions, **kwargs):
        super().__init__(*args, **kwargs)
        self.day_names = [f"day_{session.number}" for session in sessions]
        for name, session in zip(self.day_names, sessions, strict=True):
            self.fields[name] = DayField(label=session.name, help_text=session.title)

    def clean(self):
        cleaned = super().clean()
        earlier = None
        for name in self.day_names:
            day = cleaned.get(name)
            if day and earlier and day <= earlier:
                self.add_error(name, _("Please choose a day after the session before it."))
            earlier = day or earlier
        return cleaned

    @property
    def session_days(self):
        return [self.cleaned_data[name] for name in self.day_names]

    @property
    def days(self):
        """The fields of the days."""
        return [self[name] for name in self.day_names]
