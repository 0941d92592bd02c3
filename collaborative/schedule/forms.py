"""The shape of what people send about dates."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WordsField(forms.CharField):
    default_error_messages = {"required": _("Please write a few words here.")}


class DayField(forms.DateField):
    """A day, chosen with the phone's own calendar."""

    default_error_messages = {
        "required": _("Please choose a day."),
        "invalid": _("Please choose a day, such as 2027-03-02."),
    }
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ClockField(forms.TimeField):
    default_error_messages = {"invalid": _("Please choose a time, such as 11:00.")}
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class VersionedForm(forms.Form):
    """Carries the version of the record as it was opened, so that two writers notice each other."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def words(self):
        """What was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def questions_field():
    return WordsField(
        label=_("Questions to think about before"),
        max_length=1200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One line for each. People see them as soon as you save."),
    )


class LineForm(VersionedForm):
    """A dated line. `anchors`: (id, name) of the sessions it may move along with; `people`: who may have it in hand."""

    title = WordsField(label=_("What is it?"), max_length=160)
    on = DayField(label=_("On which day?"))
    at = ClockField(label=_("At what time?"), required=False)
    minutes = forms.IntegerField(label=_("How long, in minutes?"), min_value=5, max_value=1000, required=False)
    place = WordsField(label=_("Place, or how to join"), max_length=200, required=False)
    note = WordsField(
        label=_("What should people know or bring?"),
        max_length=240,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    link = forms.URLField(
        label=_("Link"), required=False, assume_scheme="https", help_text=_("To join a call, for example.")
    )
    questions = questions_field()
    group_id = forms.TypedChoiceField(
        label=_("For whom?"),
        required=False,
        empty_value=None,
        help_text=_("A role group's own date shows to its members."),
    )
    anchor_id = forms.TypedChoiceField(
        label=_("Moves along with"),
        required=False,
        empty_value=None,
        help_text=_("When that session gets a new day, this date moves with it."),
    )
    is_pinned = forms.BooleanField(label=_("Stay on this day even if the session moves"), required=False)
    has_in_hand_id = forms.TypedChoiceField(label=_("Who has it in hand?"), required=False, empty_value=None)

    def __init__(self, *args, anchors=(), people=(), groups=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group_id"].choices = [("", _("Everybody")), *groups]
        self.fields["anchor_id"].choices = [("", _("Nothing, it stands alone")), *anchors]
        self.fields["has_in_hand_id"].choices = [("", _("Nobody yet")), *people]


class SessionForm(VersionedForm):
    name = WordsField(label=_("Name"), max_length=120)
    title = WordsField(label=_("Title of the day"), max_length=120, required=False)
    on = DayField(label=_("First day"))
    days = forms.IntegerField(label=_("How many days?"), min_value=1, max_value=10, initial=1)
    at = ClockField(label=_("Begins at"), required=False)
    place = WordsField(label=_("Place"), max_length=160, required=False)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    purpose = WordsField(
        label=_("What is it for?"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    questions = questions_field()


class PeriodForm(VersionedForm):
    name = WordsField(label=_("Name"), max_length=120)
    focus = WordsField(
        label=_("What is it for?"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts_on") and cleaned.get("ends_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("This is before the first day. Please choose a day after it."))
        return cleaned


ALL_CENTERS = "all"


class ClosureForm(forms.Form):
    """Closed days. `centers`: (id, name) of the centers one may say it for; of several, `ALL_CENTERS` means each."""

    center_id = forms.ChoiceField(
        label=_("Which center?"), error_messages={"required": _("Please choose a center, or all of them.")}
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty for one day."))
    why = WordsField(label=_("Why?"), max_length=120, required=False, help_text=_("A holiday, snow, a staff day."))

    def __init__(self, *args, centers=(), **kwargs):
        super().__init__(*args, **kwargs)
        several = [("", _("Please choose")), (ALL_CENTERS, _("All centers")), *centers]
        self.fields["center_id"].choices = several if len(centers) > 1 else centers

    def clean(self):
        cleaned = super().clean()
        cleaned["ends_on"] = cleaned.get("ends_on") or cleaned.get("starts_on")
        if cleaned["ends_on"] and cleaned.get("starts_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("This is before the first day. Please choose a day after it."))
        return cleaned
