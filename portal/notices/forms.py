"""The shape of what people type about friendly calls."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import OFFERED, Pace, Subject

OWN_MAIL = _("As a mail of its own, when it comes out")


class NoteForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    note = forms.CharField(
        label=_("What did you hear, and what did you offer?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CallForm(forms.Form):
    team = forms.ModelChoiceField(label=_("Which center?"), queryset=None, empty_label=_("Please choose"))
    why = forms.CharField(label=_("Why would a call be nice?"), max_length=240)
    offer = forms.CharField(label=_("What could you offer?"), max_length=240, required=False)

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams
        self.fields["team"].label_from_instance = lambda team: team.center.name


class VersionForm(forms.Form):
    version = forms.IntegerField(min_value=1)


class ReachForm(forms.Form):
    """How soon each of these subjects reaches a person: one box each."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, subjects, **kwargs):
        super().__init__(*args, **kwargs)
        self.subjects = subjects
        for subject in subjects:
            self.fields[subject] = forms.ChoiceField(label=subject.label, choices=_offered(subject))

    @property
    def rows(self):
        """The boxes, in order."""
        return [self[subject] for subject in self.subjects]


def _offered(subject):
    is_newsletter = subject == Subject.NEWSLETTER
    return [(pace, OWN_MAIL if is_newsletter and pace == Pace.NOW else pace.label) for pace in OFFERED[subject]]
