from django import forms
from django.utils.translation import gettext_lazy as _

from .words import PeopleField, WordsForm


class CircleForm(WordsForm):
    """A group's name and topic, which everybody in the collaborative can read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
    name = forms.CharField(label=_("What is the group called?"), max_length=80)
    topic = forms.CharField(label=_("What is it about?"), max_length=200)


class InviteForm(forms.Form):
    names = forms.CharField(
        label=_("Whom would you like to invite?"),
        max_length=200,
        required=False,
        help_text=_("First names, with commas between them."),
    )
    people = PeopleField(label=_("Whom do you mean?"), required=False)

    def offer(self, people):
        """Let one tick these people: [(id, label)]."""
        self.fields["people"].choices = [(str(person), label) for person, label in people]
