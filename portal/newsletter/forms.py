"""Shapes of what is typed for an issue."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.discussion.forms.words import WordsForm

from .enums import Length


class LetterForm(WordsForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    title = forms.CharField(label=_("Title"), max_length=120)


class VersionForm(forms.Form):
    version = forms.IntegerField(min_value=1)


class PieceForm(WordsForm):
    """Words between the pieces, or a guest's."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(label=_("Your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))


class LengthForm(forms.Form):
    length = forms.ChoiceField(choices=Length)


class GuestForm(forms.Form):
    guest = forms.ModelChoiceField(
        label=_("Who could write a few lines?"), queryset=None, empty_label=_("Please choose")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guest"].queryset = people
        self.fields["guest"].label_from_instance = lambda person: person.full_name
