"""Posts, answers and thanks as they are typed."""

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience
from collaborative.ui.own_words import in_own_words

from ..enums import EVERYBODYS_KINDS, PostKind, Question
from .pieces import PieceFields
from .words import NamingForm, WordsForm

TASKS = 3  # lines of who does what by when in one post; ours


def one_of(rows, label, empty, name):
    """A choice among rows, none being fine: gives the row itself."""
    by_key = {str(row.pk): row for row in rows}
    return forms.TypedChoiceField(
        label=label,
        choices=[("", empty), *((key, name(row)) for key, row in by_key.items())],
        coerce=by_key.get,
        empty_value=None,
        required=False,
    )


def day_and_title(row):
    return f"{date_format(row.on, 'MONTH_DAY_FORMAT')}, {in_own_words(row.title)}"


def language_box():
    return forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES, required=False)


def words_box(rows=4, label=None):
    return forms.CharField(
        label=label or _("Your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": rows})
    )  # fmt: skip


def driver_box(drivers):
    return one_of(
        drivers, _("Which driver does it speak to?"), _("Any, or not sure"), lambda row: in_own_words(row.short_title)
    )


class PostForm(PieceFields, NamingForm):
    """A post: words first; the rest is there for who needs it."""

    title = forms.CharField(label=_("In a few words"), max_length=120, required=False)
    text = words_box()
    audience = forms.ChoiceField(label=_("Who is it for?"))
    kind = forms.ChoiceField(label=_("What is it?"), required=False, initial=PostKind.WORDS)
    who = forms.CharField(
        label=_("Who made it happen?"),
        max_length=120,
        required=False,
        help_text=_("For something to celebrate. No children's names, please."),
    )
    language = language_box()

    def __init__(self, *args, audiences, drivers=(), dates=(), kinds=EVERYBODYS_KINDS, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audiences
        self.fields["audience"].initial = audiences[0][0] if audiences else None
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["driver"] = driver_box(drivers)
        if PostKind.THEMES in kinds:
            self.fields["who"].label = _("Who made it happen, or who was there?")
            self.fields["who"].help_text = _("For something to celebrate, or for a call. No children's names, please.")
        self.fields["planned_date"] = one_of(dates, _("Is it about one of our dates?"), _("No"), day_and_title)
        self.fields["try"] = forms.UUIDField(required=False, widget=forms.HiddenInput)
        for number in range(1, TASKS + 1):
            self.fields[f"task_{number}_what"] = forms.CharField(label=_("What"), max_length=160, required=False)
            self.fields[f"task_{number}_who"] = forms.CharField(label=_("Who, by first name"), max_length=60,
                                                                required=False)  # fmt: skip
            self.fields[f"task_{number}_by"] = forms.DateField(label=_("By when"), required=False,
                                                               widget=forms.DateInput)  # fmt: skip

    def clean_kind(self):
        return self.cleaned_data["kind"] or PostKind.WORDS

    def clean_audience(self):
        """(audience, role group's id, id of a group run by its members) of `all`, `group:<id>`, `circle:<id>`…"""
        chosen, _colon, place = self.cleaned_data["audience"].partition(":")
        if chosen == "circle":
            return Audience.GROUP, None, place
        return Audience(chosen), place or None, None

    def task_rows(self):
        """The boxes of each task, for the page."""
        return [
            [self[f"task_{number}_{part}"] for part in ("what", "who", "by")] for number in range(1, TASKS + 1)
        ]  # fmt: skip

    def typed_tasks(self):
        """[(number, what, first name or "", day or None)] of the lines that were filled."""
        given = self.cleaned_data
        numbers = [number for number in range(1, TASKS + 1) if given.get(f"task_{number}_what")]
        return [(number, *(given.get(f"task_{number}_{part}") for part in ("what", "who", "by"))) for number in numbers]


class ReplyForm(PieceFields, NamingForm):
    slots = 2
    text = words_box(3, _("Your answer"))


class ThanksForm(WordsForm):
    text = forms.CharField(label=_("Say thank you in your own words"), max_length=400)


class EditPostForm(NamingForm):
    """One's own post once more; for whom it is stays as it was."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    title = forms.CharField(label=_("In a few words"), max_length=120, required=False)
    text = words_box(6)
    who = forms.CharField(label=_("Who made it happen?"), max_length=120, required=False)
    language = language_box()

    def __init__(self, *args, drivers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["driver"] = driver_box(drivers)


class EditReplyForm(NamingForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    text = words_box(4, _("Your answer"))


class WeeklyForm(WordsForm):
    """The question of a week, put to everybody or to one role group."""

    title = forms.CharField(label=_("The question"), max_length=120)
    text = forms.CharField(
        label=_("A line or two beside it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why you ask, or an example. A good question has no right answer."),
    )
    week = forms.TypedChoiceField(label=_("In which week?"), coerce=str)
    audience = forms.ChoiceField(label=_("Who is asked?"))
    language = language_box()

    def __init__(self, *args, weeks, audiences, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["week"].choices = weeks
        self.fields["audience"].choices = audiences


class NoticingForm(forms.Form):
    question = forms.ChoiceField(label=_("Question"), choices=Question.choices, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What are we noticing?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip
