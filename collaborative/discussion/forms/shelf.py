"""The shelf's forms: something new, its tags, that we used it, that it stands there twice."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import AgeGroup

from ..enums import Spoken, Translated
from ..models.shelf import FOR_ROLES
from .posts import driver_box, one_of


def _several(label, choices, help_text=""):
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


class ShelfTagsForm(forms.Form):
    """What something on the shelf is, and for whom."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
    title = forms.CharField(label=_("Title"), max_length=120)
    description = forms.CharField(label=_("What it is good for"), max_length=240, required=False)
    source = forms.CharField(label=_("Where it comes from"), max_length=160, required=False)
    spoken = forms.ChoiceField(label=_("In which language is it?"), choices=Spoken.choices, required=False)

    def __init__(self, *args, drivers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["driver"] = driver_box(drivers)
        self.fields["roles"] = _several(_("For whom?"), FOR_ROLES, _("None ticked: for everybody."))
        self.fields["ages"] = _several(_("For which ages?"), AgeGroup.choices, _("None ticked: for all ages."))

    def clean_spoken(self):
        return self.cleaned_data["spoken"] or Spoken.EN


class ShelfForm(ShelfTagsForm):
    """A link or a file for the shelf; `original`: what it is a language version of, if it is one."""

    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https", max_length=200)
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("One photo, PDF, Word, Excel, PowerPoint or text file, up to 10 MB."),
    )

    def __init__(self, *args, original=None, **kwargs):
        super().__init__(*args, **kwargs)
        if original is not None:
            self.fields["translated"] = forms.ChoiceField(label=_("How far is it?"), choices=Translated.choices)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("link")) == bool(cleaned.get("file")):
            raise forms.ValidationError(_("Please give a link or a file, one of the two."))
        return cleaned


class UseForm(forms.Form):
    words = forms.CharField(
        label=_("How did you use it, and how did it go?"),
        max_length=200,
        required=False,
        help_text=_("A few words are enough."),
    )


class MergeForm(forms.Form):
    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"] = one_of(others, _("It is the same as"), _("Please choose"), str)
        self.fields["into"].required = True
