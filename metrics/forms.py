"""The shape of what people put in; every message says what to do next."""

from django import forms
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _

from . import fitting
from .enums import Collect, Hope, Kind
from .typed import DecimalNumberField, PlainForm, WholeNumberField

FROM_ONE = {"min_value": _("This starts at 1.")}
MANY = 1000  # nobody waits for more slips than this


def a_few_lines():
    return forms.Textarea(attrs={"rows": 4})


class ObservationForm(PlainForm):
    """What one room or the whole center counted in one period, or why it could not."""

    numerator = WholeNumberField()
    denominator = WholeNumberField()
    value = DecimalNumberField(required=False)
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

    def __init__(self, *args, definition, rooms=(), is_worked_out=False, **kwargs):
        """`rooms`: the center's rooms as mappings with a name and families, where one form is for all of them.

        `is_worked_out`: what is in is an average somebody worked out already, and is asked for as such.
        """
        super().__init__(*args, **kwargs)
        self.definition = definition
        self.adds_up = definition.adds_up and not is_worked_out
        self.asks_if_sure = bool(self.data.get(self.add_prefix("sure")))
        self.families = {room["name"]: room.get("families") for room in rooms}
        self.fields["rooms"].choices = [(name, name) for name in self.families]
        if len(self.families) < 2:
            del self.fields["rooms"]
        for name in {"numerator", "denominator", "value"} - set(self._asked()):
            del self.fields[name]

    def _asked(self):
        """The numbers that are asked for."""
        if self.definition.kind == Kind.COUNT:
            return ("numerator",)
        is_average = self.definition.kind == Kind.AVERAGE and not self.adds_up
        return ("value", "denominator") if is_average else ("numerator", "denominator")

    @property
    def numbers(self):
        """The numbers that were understood, by column; those of other kinds are not there."""
        kept = ("numerator", "denominator", "value")
        return {name: self.cleaned_data.get(name) for name in kept if name in self.fields}

    @property
    def has_numbers(self):
        return any(number is not None for number in self.numbers.values())

    @property
    def has_too_few(self):
        """Whether it was said that too few stand behind a number: the way to say so then lies open."""
        return any(error.code == fitting.FEWER for error in self.errors.get("denominator", ErrorList()).as_data())

    @property
    def is_blank(self):
        """Nothing was put in: the rooms alone say nothing."""
        return not (self.has_numbers or self.cleaned_data.get("reason") or self.errors)

    def clean(self):
        data = super().clean()
        if data.get("reason") and fitting.is_few(self.definition, data.get("denominator")):
            data |= dict.fromkeys(self.numbers)  # they stay in the jar, as agreed
        if data.get("reason") and self.has_numbers:
            self.add_error("reason", _("There is a number above and a reason here. Please keep just one of them."))
        elif self.has_numbers and not self.errors:
            question = fitting.question_about(self.definition, self.numbers)
            if question:
                self.add_error(*question)
            self._fits_rooms(data)
        return data

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


class GoalForm(PlainForm):
    """A team's own goal."""

    goal = DecimalNumberField(label=_("Our goal"))
    set_by = forms.CharField(
        label=_("Who set it"),
        max_length=120,
        help_text=_("For example: all of us, at our Tuesday meeting"),
        error_messages={"required": _("Please say whose goal it is.")},
    )

    def __init__(self, *args, definition, **kwargs):
        super().__init__(*args, **kwargs)
        self.definition = definition

    def clean_goal(self):
        goal, definition = self.cleaned_data["goal"], self.definition
        if definition.kind == Kind.PERCENTAGE and goal > 100:
            raise forms.ValidationError(_("A percent goes up to 100. What would be a good goal?"))
        if not fitting.is_on_scale(definition, goal):
            raise forms.ValidationError(
                _("This goes from %(lowest)s to %(highest)s. What would be a good goal?"),
                params=fitting.scale(definition),
            )
        return goal


class NoteForm(PlainForm):
    """What the team was trying then, or what else was going on."""

    period = forms.DateField(label=_("When"), widget=forms.Select)
    text = forms.CharField(
        label=_("What were we trying then? What else was going on?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
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


class DefinitionForm(PlainForm):
    """What we count and how."""

    name = forms.CharField(max_length=160, label=_("Name, in words a family would use"))
    why = forms.CharField(required=False, max_length=2000, label=_("Why we count it"), widget=a_few_lines())
    kind = forms.ChoiceField(choices=Kind.choices, label=_("What kind of number is it?"))
    numerator_words = forms.CharField(max_length=160, label=_("What we count"))
    denominator_words = forms.CharField(required=False, max_length=160, label=_("Out of what"))
    counts_families = forms.BooleanField(
        required=False, label=_("The whole are the families of the rooms that counted")
    )
    unit = forms.CharField(
        required=False, max_length=60, label=_("What the number counts, in two words (hard moments)")
    )
    per = WholeNumberField(min_value=1, error_messages=FROM_ONE, label=_("For a rate: for every how many?"))
    lowest = DecimalNumberField(required=False, label=_("For an average: the lowest one can give"))
    highest = DecimalNumberField(required=False, label=_("For an average: the highest one can give"))
    fewest = WholeNumberField(
        min_value=1,
        max_value=MANY,
        error_messages=FROM_ONE,
        label=_("With fewer than how many is nothing put in?"),
        help_text=_("For slips without a name, for example 5: with fewer, it could show who said what."),
    )
    collect = forms.ChoiceField(choices=Collect.choices, label=_("How often?"))
    hope = forms.ChoiceField(choices=Hope.choices, label=_("Hoped-for way"))
    operational_definition = forms.CharField(
        required=False, max_length=4000, label=_("What counts and what does not"), widget=a_few_lines()
    )
    guidance = forms.CharField(required=False, max_length=4000, label=_("How to count it"), widget=a_few_lines())
    is_required = forms.BooleanField(required=False, label=_("All centers count it"))
    goal = DecimalNumberField(required=False, label=_("A goal for all, if there is one"))
    goal_set_by = forms.CharField(required=False, max_length=120, label=_("Who set the goal"))

    def clean(self):
        data = super().clean()
        if data.get("kind") in (Kind.PERCENTAGE, Kind.RATE) and not data.get("denominator_words"):
            self.add_error("denominator_words", _("Please say out of what, for a percent or a rate."))
        if data.get("goal") is not None and not data.get("goal_set_by"):
            self.add_error("goal_set_by", _("Please say who set this goal."))
        data["per"] = data.get("per") or 1 if data.get("kind") == Kind.RATE else 1
        self._clean_scale(data)
        return data

    def _clean_scale(self, data):
        lowest, highest = data.get("lowest"), data.get("highest")
        if data.get("kind") != Kind.AVERAGE:
            data |= {"lowest": None, "highest": None}
        elif "lowest" in self.errors or "highest" in self.errors:
            return
        elif (lowest is None) != (highest is None):
            self.add_error("highest" if highest is None else "lowest", _("Please put in both, or leave both empty."))
        elif lowest is not None and highest <= lowest:
            self.add_error("highest", _("The highest lies above the lowest. Which of the two is a slip?"))
        if data.get("kind") in (Kind.COUNT, Kind.RATE):
            data["fewest"] = None


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
