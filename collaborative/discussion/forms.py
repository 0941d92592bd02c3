"""The shape of what is typed in Learn together."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience
from collaborative.ui.child_names import possible_child_names
from collaborative.ui.own_words import in_own_words

from .enums import PostKind, Question

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png")
PICTURE_AUDIENCES = (Audience.TEAM,)  # who may see a picture of their own without being asked; FIELD: per picture


class WordsForm(forms.Form):
    """Words others will read: a name near a word about behavior is asked about before they do."""

    no_child_named = forms.BooleanField(required=False, label=_("No, this is not a child's name"))
    names = ()

    def clean(self):
        cleaned = super().clean()
        typed = [value for value in cleaned.values() if isinstance(value, str)]
        found = tuple(dict.fromkeys(name for words in typed for name in possible_child_names(words)))
        if found and not cleaned.get("no_child_named"):
            self.names = found
            question = _("{names}: is this a child's name? Please take it out, or tell us that it is not.")
            self.add_error("no_child_named", format_lazy(question, names=", ".join(found)))
        return cleaned


class PostForm(WordsForm):
    """A post: words first; the rest is there for who needs it."""

    title = forms.CharField(label=_("In a few words"), max_length=120, required=False)
    text = forms.CharField(label=_("Your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    audience = forms.ChoiceField(label=_("Who is it for?"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=PostKind.choices, required=False, initial=PostKind.WORDS)
    link = forms.URLField(label=_("A link"), required=False, assume_scheme="https", max_length=200)
    file = forms.FileField(
        label=_("A photo or a file"),
        required=False,
        help_text=_("One photo, PDF, Word, Excel, PowerPoint or text file, up to 10 MB."),
    )
    shows = forms.CharField(
        label=_("What can be seen in the photo?"),
        required=False,
        max_length=200,
        help_text=_("For people who cannot see it."),
    )
    everyone_agreed = forms.BooleanField(
        label=_("Everyone in the photo said yes to showing it, or nobody can be seen"), required=False
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

    def clean(self):
        cleaned = super().clean()
        upload, (audience, _group) = cleaned.get("file"), cleaned.get("audience") or (None, None)
        is_picture = upload is not None and upload.name.lower().endswith(PICTURE_ENDINGS)
        if is_picture and audience not in PICTURE_AUDIENCES and not cleaned.get("everyone_agreed"):
            question = _("Did everyone in the photo say yes? Please tick this, or leave the photo out.")
            self.add_error("everyone_agreed", question)
        return cleaned


class ReplyForm(WordsForm):
    text = forms.CharField(label=_("Your answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class ThanksForm(WordsForm):
    text = forms.CharField(label=_("Say thank you in your own words"), max_length=400)


class ShelfForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    description = forms.CharField(label=_("What it is good for"), max_length=240, required=False)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https", max_length=200)
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("One photo, PDF, Word, Excel, PowerPoint or text file, up to 10 MB."),
    )

    def __init__(self, *args, drivers, **kwargs):
        super().__init__(*args, **kwargs)
        by_key = {str(driver.pk): driver for driver in drivers}
        names = [(key, in_own_words(driver.short_title)) for key, driver in by_key.items()]
        self.fields["driver"] = forms.TypedChoiceField(
            label=_("Which driver does it speak to?"),
            choices=[("", _("Any, or not sure")), *names],
            coerce=by_key.get,
            empty_value=None,
            required=False,
        )

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
