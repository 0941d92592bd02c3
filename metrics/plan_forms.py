"""The shape of a data plan: who counts, what is counted already, and a talk about a chart."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.ui.own_words import in_own_words

from .forms import a_few_lines
from .typed import PlainForm


def a_day():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PlanForm(PlainForm):
    """Who counts, when and where: one number on one page."""

    who = forms.CharField(required=False, max_length=240, label=_("Who counts?"))
    stand_in = forms.CharField(required=False, max_length=240, label=_("Who does it when that person is away?"))
    when = forms.CharField(required=False, max_length=240, label=_("When? Which days, which hours?"))
    where = forms.CharField(required=False, max_length=240, label=_("Where, and in which rooms?"))
    how = forms.CharField(
        required=False,
        max_length=2000,
        label=_("How do we write it down while it happens?"),
        widget=a_few_lines(),
        help_text=_("A small sample is enough: ten families, or one two-hour window a week."),
    )
    who_types = forms.CharField(
        required=False, max_length=240, label=_("Who puts the number in here, and on which day?")
    )
    when_together = forms.CharField(required=False, max_length=240, label=_("When do we look at the chart together?"))
    starts_on = forms.DateField(required=False, label=_("From which week on?"), widget=a_day())
    tried = forms.CharField(
        required=False,
        max_length=1000,
        label=_("What did we learn when we tried it once?"),
        widget=a_few_lines(),
        help_text=_("Count one morning with one or two teachers before you begin. Then change the plan."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


PLAN_WORDS = tuple(name for name in PlanForm.base_fields if name != "version")


class SourceForm(PlainForm):
    """Something the center counts or writes down already."""

    name = forms.CharField(
        max_length=160,
        label=_("What do you count or write down already?"),
        help_text=_("For example: sign-in sheets, incident notes, a family survey, a report for a grant"),
    )
    kept_by = forms.CharField(required=False, max_length=160, label=_("Who keeps it?"))
    how_often = forms.CharField(required=False, max_length=160, label=_("How often?"))
    metric = forms.ChoiceField(required=False, label=_("Could it serve one of our numbers?"))
    note = forms.CharField(required=False, max_length=400, label=_("What could it be good for?"), widget=a_few_lines())
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, metrics, **kwargs):
        super().__init__(*args, **kwargs)
        self.metrics = {str(metric.pk): metric for metric in metrics}
        choices = [(key, in_own_words(metric.name)) for key, metric in self.metrics.items()]
        self.fields["metric"].choices = [("", _("Not that we know of")), *choices]

    def clean_metric(self):
        return self.metrics.get(self.cleaned_data["metric"])


class TalkForm(PlainForm):
    """What was said when the team looked at a chart."""

    held_on = forms.DateField(label=_("When did you look at it?"), widget=a_day())
    who = forms.CharField(
        required=False, max_length=240, label=_("Who was there?"), help_text=_("Whose view have we not heard?")
    )
    saw = forms.CharField(
        max_length=2000,
        label=_("What did you see? What story do the dots tell?"),
        widget=a_few_lines(),
        error_messages={"required": _("Please write a few words.")},
    )
    for_whom = forms.CharField(
        required=False,
        max_length=2000,
        label=_("For whom did it get better, and for whom not yet?"),
        widget=a_few_lines(),
    )
    next_step = forms.CharField(
        required=False, max_length=2000, label=_("What small thing will you try by next Tuesday?"), widget=a_few_lines()
    )

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day is still to come. Please pick the day you talked."))
        return day
