"""The shape of what people put in; every message says what to do next."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import Collect, Hope, Kind

LARGEST = 1_000_000  # of one count; beyond it a finger slipped
WHOLE_NUMBER = {
    "invalid": _("Please use a whole number, such as 34."),
    "min_value": _("Numbers start at 0 here."),
    "max_value": _("This looks like a slip of the finger: it is a very large number."),
}
DECIMAL = {**WHOLE_NUMBER, "invalid": _("Please use a number, such as 3.5.")}


def whole_number(**values):
    """A field for a count, which a phone opens with its number keys."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12})
    return forms.IntegerField(
        required=False, min_value=0, max_value=LARGEST, widget=widget, error_messages=WHOLE_NUMBER, **values
    )


class ObservationForm(forms.Form):
    """What one room or the whole center counted in one period, or why it could not."""

    numerator = whole_number()
    denominator = whole_number()
    value = forms.FloatField(
        required=False,
        min_value=0,
        max_value=LARGEST,
        error_messages=DECIMAL,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 12}),
    )
    rooms = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(
        required=False,
        max_length=240,
        label=_("Not this time, because"),
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
    )
    note = forms.CharField(required=False, max_length=400, label=_("A note, if you like"))
    sure = forms.BooleanField(required=False)
    version = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args, definition, rooms=(), **kwargs):
        """`rooms`: the center's rooms as mappings with a name and families, where one form is for all of them."""
        super().__init__(*args, **kwargs)
        self.definition = definition
        self.asks_if_sure = bool(self.data.get(self.add_prefix("sure")))
        self.families = {room["name"]: room.get("families") for room in rooms}
        self.fields["rooms"].choices = [(name, name) for name in self.families]
        if len(self.families) < 2:
            del self.fields["rooms"]
        used = {Kind.COUNT: ("numerator",), Kind.AVERAGE: ("value", "denominator")}
        for name in {"numerator", "denominator", "value"} - set(
            used.get(definition.kind, ("numerator", "denominator"))
        ):
            del self.fields[name]

    @property
    def numbers(self):
        """The numbers that were understood, by column; those of other kinds are not there."""
        kept = ("numerator", "denominator", "value")
        return {name: self.cleaned_data.get(name) for name in kept if name in self.fields}

    @property
    def has_numbers(self):
        return any(number is not None for number in self.numbers.values())

    @property
    def is_blank(self):
        """Nothing was put in: the rooms alone say nothing."""
        return not (self.has_numbers or self.cleaned_data.get("reason") or self.errors)

    def clean(self):
        data = super().clean()
        if data.get("reason") and self.has_numbers:
            self.add_error("reason", _("There is a number above and a reason here. Please keep just one of them."))
        elif self.has_numbers and not self.errors:
            self._complete(data)
            self._fits_rooms(data)
        return data

    def _complete(self, data):
        numerator, denominator = data.get("numerator"), data.get("denominator")
        if self.definition.kind == Kind.AVERAGE:
            if data.get("value") is None:
                self.add_error("value", _("And what was the average?"))
        elif numerator is None:
            self.add_error("numerator", _("And how many of them?"))
        elif self.definition.kind == Kind.COUNT:
            return
        elif denominator is None:
            self.add_error("denominator", _("And out of how many?"))
        elif denominator == 0:
            self.add_error("denominator", _("Out of 0 we cannot tell. If nobody was there, tell us why below instead."))
        elif self.definition.kind == Kind.PERCENTAGE and numerator > denominator:
            words = {"part": numerator, "whole": denominator}
            said = _("%(part)s is more than %(whole)s, and it is a part of it. Which of the two is a slip?") % words
            self.add_error("numerator", said)

    def _fits_rooms(self, data):
        if "rooms" not in self.fields or self.errors:
            return
        if not data["rooms"]:
            self.add_error("rooms", _("Please tick the rooms that counted."))
            return
        known = [self.families[name] for name in data["rooms"]]
        if not self.definition.counts_families or not all(known) or data["sure"]:
            return
        if data["denominator"] > sum(known):
            words = {"families": sum(known), "typed": data["denominator"]}
            said = _("The rooms you ticked have %(families)s families, as far as we know. Is %(typed)s right?")
            self.add_error("denominator", said % words)
            self.asks_if_sure = True


class GoalForm(forms.Form):
    """A team's own goal."""

    goal = forms.FloatField(
        label=_("Our goal"),
        min_value=0,
        max_value=LARGEST,
        error_messages={**DECIMAL, "required": _("Please put in a number.")},
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    set_by = forms.CharField(
        label=_("Who set it"),
        max_length=120,
        help_text=_("For example: all of us, at our Tuesday meeting"),
        error_messages={"required": _("Please say whose goal it is.")},
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind

    def clean_goal(self):
        goal = self.cleaned_data["goal"]
        if self.kind == Kind.PERCENTAGE and goal > 100:
            raise forms.ValidationError(_("A percent goes up to 100. What would be a good goal?"))
        return goal


class NoteForm(forms.Form):
    """What the team was trying then, or what else was going on."""

    period = forms.DateField(label=_("When"), widget=forms.Select)
    text = forms.CharField(
        label=_("What were we trying then? What else was going on?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Please leave out children's names and anything that points to one child."),
        error_messages={"required": _("Please write a few words.")},
    )
    is_nothing_to_do_with_tests = forms.BooleanField(
        required=False, label=_("This has nothing to do with our tests (a new teacher, a snow week)")
    )

    def __init__(self, *args, periods, **kwargs):
        """`periods`: (first day, words) of every period of the chart, newest first."""
        super().__init__(*args, **kwargs)
        self.fields["period"].widget.choices = [(start.isoformat(), words) for start, words in periods]
        self.starts = {start for start, _words in periods}

    def clean_period(self):
        period = self.cleaned_data["period"]
        if period not in self.starts:
            raise forms.ValidationError(_("Please pick one of the periods of the chart."))
        return period


class PlanForm(forms.Form):
    """Who counts, when and where: one page."""

    who = forms.CharField(required=False, max_length=240, label=_("Who counts?"))
    when = forms.CharField(required=False, max_length=240, label=_("When? Which days, which hours?"))
    where = forms.CharField(required=False, max_length=240, label=_("Where, and in which rooms?"))
    how = forms.CharField(
        required=False,
        max_length=2000,
        label=_("How do we write it down while it happens?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A small sample is enough: ten families, or one two-hour window a week."),
    )
    who_types = forms.CharField(
        required=False, max_length=240, label=_("Who puts the number in here, and on which day?")
    )
    when_together = forms.CharField(required=False, max_length=240, label=_("When do we look at the chart together?"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DefinitionForm(forms.Form):
    """What we count and how."""

    name = forms.CharField(max_length=160, label=_("Name, in words a family would use"))
    why = forms.CharField(required=False, max_length=2000, label=_("Why we count it"), widget=forms.Textarea)
    kind = forms.ChoiceField(choices=Kind.choices, label=_("What kind of number is it?"))
    numerator_words = forms.CharField(max_length=160, label=_("What we count"))
    denominator_words = forms.CharField(required=False, max_length=160, label=_("Out of what"))
    counts_families = forms.BooleanField(
        required=False, label=_("The whole are the families of the rooms that counted")
    )
    unit = forms.CharField(
        required=False, max_length=60, label=_("What the number counts, in two words (hard moments)")
    )
    per = forms.IntegerField(required=False, min_value=1, max_value=LARGEST, label=_("For a rate: for every how many?"))
    collect = forms.ChoiceField(choices=Collect.choices, label=_("How often?"))
    hope = forms.ChoiceField(choices=Hope.choices, label=_("Hoped-for way"))
    operational_definition = forms.CharField(
        required=False, max_length=4000, label=_("What counts and what does not"), widget=forms.Textarea
    )
    guidance = forms.CharField(required=False, max_length=4000, label=_("How to count it"), widget=forms.Textarea)
    is_required = forms.BooleanField(required=False, label=_("All centers count it"))
    goal = forms.FloatField(required=False, min_value=0, max_value=LARGEST, label=_("A goal for all, if there is one"))
    goal_set_by = forms.CharField(required=False, max_length=120, label=_("Who set the goal"))

    def clean(self):
        data = super().clean()
        if data.get("kind") in (Kind.PERCENTAGE, Kind.RATE) and not data.get("denominator_words"):
            self.add_error("denominator_words", _("Please say out of what, for a percent or a rate."))
        if data.get("goal") is not None and not data.get("goal_set_by"):
            self.add_error("goal_set_by", _("Please say who set this goal."))
        if data.get("kind") != Kind.RATE:
            data["per"] = 1
        data["per"] = data.get("per") or 1
        return data


class RedefinitionForm(DefinitionForm):
    """A change of a definition: better words for the same, or another meaning from a day on."""

    SAME, OTHER = "same", "other"
    meaning = forms.ChoiceField(
        label=_("Does this change what is counted?"),
        choices=[
            (SAME, _("No. It says the same in better words.")),
            (OTHER, _("Yes. From now on we count something else. Charts begin a new middle line.")),
        ],
        widget=forms.RadioSelect,
    )
    starts_on = forms.DateField(
        required=False, label=_("If yes: from which day on?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    change_note = forms.CharField(required=False, max_length=200, label=_("What changed, in one line"))
    version = forms.IntegerField(widget=forms.HiddenInput)
    metric_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, definition, **kwargs):
        super().__init__(*args, **kwargs)
        self.definition = definition

    def clean(self):
        data = super().clean()
        if data.get("meaning") == self.OTHER:
            starts_on = data.get("starts_on")
            if starts_on is None:
                self.add_error("starts_on", _("Please say from which day on."))
            elif starts_on <= self.definition.starts_on:
                self.add_error("starts_on", _("Please pick a day after the earlier definition began."))
        elif any(data.get(name) != getattr(self.definition, name) for name in ("kind", "collect", "per")):
            self.add_error("meaning", _("Another kind of number or another rhythm is a change of what is counted."))
        return data
