"""The shape of asking for a report."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from . import rules


class AskForm(forms.Form):
    """`teams`: those one may ask for; `today`: its last full months are offered."""

    team = forms.ModelChoiceField(label=_("Which center?"), queryset=None, empty_label=None)
    month = forms.TypedChoiceField(label=_("Which month?"))

    def __init__(self, *args, teams, today, **kwargs):
        super().__init__(*args, **kwargs)
        months = {month.isoformat(): month for month in rules.months_to_choose(today)}
        self.fields["team"].queryset = teams
        self.fields["team"].label_from_instance = lambda team: team.center.name
        self.fields["month"].choices = [
            (value, date_format(month, "YEAR_MONTH_FORMAT")) for value, month in months.items()
        ]
        self.fields["month"].coerce = months.get

    def clean(self):
        cleaned = super().clean()
        team, month = cleaned.get("team"), cleaned.get("month")
        if team and month and team.left_on and month >= team.left_on:
            self.add_error("month", _("That center took part until an earlier month. Please choose one of those."))
        return cleaned
