"""The shape of what is typed in Learn together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

from .enums import PostKind, Question


class PostForm(forms.Form):
    """A post: words first; the rest is there for who needs it."""

    title = forms.CharField(label=_("In a few words"), max_length=120, required=False)
    text = forms.CharField(label=_("Your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    audience = forms.ChoiceField(label=_("Who is it for?"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=PostKind.choices, required=False, initial=PostKind.WORDS)
    link = forms.URLField(label=_("A link"), required=False, assume_scheme="https")
    file = forms.FileField(
        label=_("A photo or a file"),
        required=False,
        help_text=_("One photo, PDF, Word, Excel, PowerPoint or text file, up to 10 MB."),
    )

    def __init__(self, *args, audiences, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audiences
        self.fields["audience"].initial = audiences[0][0] if audiences else None

    def clean_kind(self):
        return self.cleaned_data["kind"] or PostKind.WORDS

    def clean_audience(self):
        """(audience, group id or None) out of `all`, `team`, `faculty` or `group:<id>`."""
        chosen, _colon, group = self.cleaned_data["audience"].partition(":")
        return Audience(chosen), group or None


class ReplyForm(forms.Form):
    text = forms.CharField(label=_("Your answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class ThanksForm(forms.Form):
    text = forms.CharField(label=_("Say thank you in your own words"), max_length=400)


class ShelfForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    description = forms.CharField(label=_("What it is good for"), max_length=240, required=False)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    file = forms.FileField(label=_("Or a file"), required=False)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("link")) == bool(cleaned.get("file")):
            raise forms.ValidationError(_("Please give a link or a file, one of the two."))
        return cleaned


class NoticingForm(forms.Form):
    question = forms.ChoiceField(label=_("Question"), choices=Question.choices, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What are we noticing?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip
