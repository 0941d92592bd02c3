from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import DayField, PlainForm

from .enums import Reach


class GrantForm(PlainForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    purpose = forms.CharField(
        label=_("What for?"), max_length=200, help_text=_("Such as: the study of the university, the funder's report.")
    )
    basis = forms.CharField(
        label=_("Who agreed to it, and how?"),
        max_length=300,
        help_text=_("Such as: the teams, in their sharing agreement of May; the contract with the funder, page 4."),
    )
    agreed_on = DayField(label=_("When was that?"))
    reach = forms.ChoiceField(label=_("What may they do?"), choices=Reach.choices, widget=forms.RadioSelect)
    ends_on = DayField(
        label=_("Until when?"),
        help_text=_("After that day they can no longer come in. You can write another day here."),
    )

    def __init__(self, *args, today, begun_on, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.begun_on = today, begun_on

    def clean_agreed_on(self):
        day = self.cleaned_data["agreed_on"]
        if day > self.today:
            raise forms.ValidationError(_("Please wait with it until they have agreed: this day is still to come."))
        return day

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        agreed_on = self.cleaned_data.get("agreed_on")
        if day < self.begun_on or (agreed_on and day < agreed_on):
            raise forms.ValidationError(_("This day is before it began. Please choose another one."))
        return day
