"""The shape of what people send about the framework."""

from django import forms
from django.utils.translation import gettext_lazy as _


def several_lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class WordsField(forms.CharField):
    default_error_messages = {"required": _("Please write a few words here.")}


class VersionedForm(forms.Form):
    """Carries the version of the record as it was opened, so that two writers notice each other."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def words(self):
        """What was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class FrameworkForm(VersionedForm):
    name = WordsField(label=_("Name"), max_length=160)
    note = WordsField(label=_("In one or two sentences"), max_length=1000, required=False, widget=several_lines(3))
    need_and_opportunity = WordsField(
        label=_("Why we do this"), max_length=10_000, required=False, widget=several_lines(10)
    )


class AimForm(VersionedForm):
    text = WordsField(label=_("What would be better?"), max_length=2000, widget=several_lines(4))
    measure = WordsField(
        label=_("How will we see it?"), max_length=160, required=False, help_text=_("It can stay empty for now.")
    )
    target = WordsField(label=_("How much?"), max_length=60, required=False)
    by_when = forms.DateField(
        label=_("By when?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Please choose a day, such as 2027-03-02.")},
    )


class DriverForm(VersionedForm):
    short_title = WordsField(label=_("Short title"), max_length=80)
    long_title = WordsField(label=_("Full title"), max_length=200, widget=several_lines(2))
    rationale = WordsField(label=_("Why it matters"), max_length=10_000, required=False, widget=several_lines(6))


class SecondaryForm(VersionedForm):
    label = WordsField(label=_("In the field's words"), max_length=240, widget=several_lines(3))
    plain = WordsField(label=_("In everyday words"), max_length=200, required=False)
    statement = WordsField(
        label=_("As a sentence a team can rate"), max_length=280, required=False, widget=several_lines(3)
    )


class IdeaForm(VersionedForm):
    """A starter idea. `ways`: (id, name) of the secondary drivers it may belong to."""

    title = WordsField(label=_("In a few words"), max_length=80)
    what = WordsField(label=_("What could someone try?"), max_length=240, widget=several_lines(3))
    role_label = WordsField(
        label=_("For whom is it?"), max_length=40, help_text=_("Teacher, aide, family partner, director, cook …")
    )
    with_whom = WordsField(label=_("With whom, where and how often?"), max_length=160, required=False)
    how_to_tell = WordsField(label=_("How will they tell?"), max_length=200, required=False, widget=several_lines(3))
    secondary_id = forms.TypedChoiceField(label=_("A way to work on"), required=False, empty_value=None)

    def __init__(self, *args, ways=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["secondary_id"].choices = [("", _("The driver as a whole")), *ways]


class TermForm(VersionedForm):
    text = WordsField(label=_("In plain words"), max_length=400, widget=several_lines(3))
