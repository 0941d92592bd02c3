"""Shapes of input: one line of what counts, and what a certificate says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import PlainForm

from .enums import PART_TAKERS, CreditKind
from .models import MOST_HOURS

LONGEST_TITLE = 60


class VersionedForm(PlainForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CreditForm(VersionedForm):
    kind = forms.ChoiceField(label=_("What is it?"), choices=CreditKind.choices)
    text = forms.CharField(
        label=_("What taking part counts for, in a whole sentence"),
        max_length=300,
        help_text=_("Only what is true here. Such as: the state registry gives 24 training hours for it."),
    )
    how = forms.CharField(
        label=_("How to get it"),
        max_length=300,
        required=False,
        help_text=_("Such as: send in your certificate by the end of June."),
    )
    link = forms.URLField(label=_("Where to read more"), required=False, max_length=200, assume_scheme="https")
    ask = forms.ChoiceField(label=_("Whom to ask"), required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        named = dict.fromkeys((str(row.person_id), row.person.full_name) for row in people)
        self.fields["ask"].choices = [("", _("The project team")), *named]


class RecognitionForm(VersionedForm):
    hours = forms.IntegerField(
        label=_("Hours in all"),
        required=False,
        min_value=1,
        max_value=MOST_HOURS,
        help_text=_("What taking part in the whole of it takes. Leave it empty, and no certificate speaks of hours."),
    )
    signed_by = forms.CharField(label=_("Who signs"), max_length=120, required=False)
    signed_as = forms.CharField(
        label=_("As what"), max_length=120, required=False, help_text=_("Such as: director of the organization.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for role in PART_TAKERS:
            self.fields[f"title_{role}"] = forms.CharField(label=role.label, max_length=LONGEST_TITLE, required=False)

    @property
    def title_boxes(self):
        return [self[f"title_{role}"] for role in PART_TAKERS]

    def words(self) -> dict:
        """What was typed, the titles by role."""
        typed = dict(self.cleaned_data)
        titles = {str(role): typed.pop(f"title_{role}") for role in PART_TAKERS}
        return {**typed, "titles": {role: title for role, title in titles.items() if title}}
