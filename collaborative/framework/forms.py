"""The shape of what people send about the framework."""

from django import forms
from django.utils.translation import gettext_lazy as _


def several_lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class VersionedForm(forms.Form):
    """Carries the version of the record as it was opened, so that two writers notice each other."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def words(self):
        """What was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class FrameworkForm(VersionedForm):
    name = forms.CharField(label=_("Name"), max_length=160)
    note = forms.CharField(label=_("In one or two sentences"), max_length=1000, required=False, widget=several_lines(3))
    need_and_opportunity = forms.CharField(
        label=_("Why we do this"), max_length=10_000, required=False, widget=several_lines(10)
    )


class AimForm(VersionedForm):
    text = forms.CharField(label=_("What would be better?"), max_length=2000, widget=several_lines(4))
    measure = forms.CharField(
        label=_("How will we see it?"), max_length=160, required=False, help_text=_("It can stay empty for now.")
    )
    target = forms.CharField(label=_("How much?"), max_length=60, required=False)
    by_when = forms.DateField(
        label=_("By when?"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


class DriverForm(VersionedForm):
    short_title = forms.CharField(label=_("Short title"), max_length=80)
    long_title = forms.CharField(label=_("Full title"), max_length=200, widget=several_lines(2))
    rationale = forms.CharField(label=_("Why it matters"), max_length=10_000, required=False, widget=several_lines(6))


class SecondaryForm(VersionedForm):
    label = forms.CharField(label=_("In the field's words"), max_length=240, widget=several_lines(3))
    plain = forms.CharField(label=_("In everyday words"), max_length=200, required=False)
    statement = forms.CharField(
        label=_("As a sentence a team can rate"), max_length=280, required=False, widget=several_lines(3)
    )


class IdeaForm(VersionedForm):
    """A starter idea. `ways`: (id, name) of the secondary drivers it may belong to."""

    title = forms.CharField(label=_("In a few words"), max_length=80)
    what = forms.CharField(label=_("What could someone try?"), max_length=240, widget=several_lines(3))
    role_label = forms.CharField(
        label=_("For whom is it?"), max_length=40, help_text=_("Teacher, aide, family partner, director, cook …")
    )
    with_whom = forms.CharField(label=_("With whom, where and how often?"), max_length=160, required=False)
    how_to_tell = forms.CharField(
        label=_("How will they tell?"), max_length=200, required=False, widget=several_lines(3)
    )
    secondary_id = forms.TypedChoiceField(label=_("A way to work on"), required=False, empty_value=None)

    def __init__(self, *args, ways=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["secondary_id"].choices = [("", _("The driver as a whole")), *ways]


class TermForm(VersionedForm):
    text = forms.CharField(label=_("In plain words"), max_length=400, widget=several_lines(3))
