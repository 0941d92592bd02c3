"""The shape of saying goodbye to a center that leaves, and of welcoming it back."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import LeavingReason, WordsAfter
from collaborative.tenancy.forms import DayField, PlainForm

from .asking import VersionedForm, area

TOLD_LATER = datetime.timedelta(days=366)  # how long after the day it may still be written down; ours
PICK_ONE = _("Please ask the center, and choose what it wants.")


class DepartureForm(VersionedForm):
    """The choice about its words is the center's; the project team writes down what it said."""

    left_on = DayField(
        label=_("From which day on do they take no part?"), help_text=_("Today, or a day that has been.")
    )
    words_after = forms.ChoiceField(
        label=_("What does the center want to become of what it wrote and counted here?"),
        choices=WordsAfter,
        widget=forms.RadioSelect,
        help_text=_("It is theirs, so they choose. What people of other centers wrote stays where it is."),
    )
    chosen_by = forms.CharField(
        label=_("Who at the center chose this?"), max_length=120, required=False, help_text=_("For example: the team.")
    )
    reasons = forms.MultipleChoiceField(
        label=_("What led to it?"),
        choices=LeavingReason.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("As the center tells it. Nobody has to give a reason."),
    )
    own_words = area(_("In their own words"), longest=2000)
    lessons = area(
        _("What do we learn from it?"),
        longest=2000,
        help_text=_("What did this center teach us, and what would we do in another way next time?"),
    )

    def __init__(self, *args, today, since, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.since = today, since
        self.fields["words_after"].error_messages["required"] = PICK_ONE

    def clean_left_on(self):
        day = self.cleaned_data["left_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day is still to come. Please note it when it is here."))
        if day < max(self.since, self.today - TOLD_LATER):
            raise forms.ValidationError(_("Please choose a day of the last year, since this collaborative began."))
        return day


class WelcomeBackForm(PlainForm):
    """Who comes back with the center."""

    places = forms.MultipleChoiceField(
        label=_("Who comes back with it?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("They get the role back that they had. Please ask each of them first; others you can invite."),
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = places
