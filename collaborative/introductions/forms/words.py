from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

from .asking import VersionedForm, WordsForm, area


class IntroductionForm(VersionedForm):
    """A few words about oneself, and for whom."""

    brings = area(
        _("What brings you here?"),
        longest=1500,
        rows=4,
        required=True,
        help_text=_("Such as: what you love about children, what you hope will change, whom you think of."),
    )
    ask_me = forms.CharField(
        label=_("You may ask me about ..."),
        max_length=300,
        required=False,
        help_text=_("Such as: songs, soup for forty, how to talk with a worried parent."),
    )
    audience = forms.ChoiceField(label=_("Who is it for?"), widget=forms.RadioSelect)

    def __init__(self, *args, audiences, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audiences
        if audiences:
            self.fields["audience"].initial = audiences[0][0]

    def clean_audience(self):
        """(audience, group id or None) out of `all`, `team`, `faculty` or `group:<id>`."""
        chosen, _colon, group = self.cleaned_data["audience"].partition(":")
        return Audience(chosen), group or None


class HelloForm(WordsForm):
    text = forms.CharField(label=_("Say hello in your own words"), max_length=1000)
