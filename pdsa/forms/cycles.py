"""The four stages, each with the field's prompts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import ShownAs

from .. import rules
from ..enums import Decision
from .words import WordsForm, day, driver_name, line, one_of, text, way_name

NOT_SURE = _("Not sure, I will ask")


class PlanFields(WordsForm):
    """The words of a plan; only what and by when are needed.

    `today` is the reader's; `begun_on` the day before which there is nothing to look back at; `saved_days` are as they
    were saved, and are not questioned again.
    """

    what = text(_("What small thing will we try?"), required=True, rows=3, ask=_("What will you try? Two words do."))
    look_back_on = day(_("When do we look back at it?"), required=True)
    title = line(_("A short name for it"), longest=120)
    with_whom = line(_("With whom?"), help_text=_("A few children, one family, one room. No names, please."))
    where = line(_("Where, and at what time of the day?"))
    starts_on = day(_("On which day do we try it?"))
    prediction = text(_("What do we think will happen?"), rows=2)
    how_to_tell = text(_("How will we tell?"), rows=2)
    whose_idea = line(
        _("Whose idea was it?"),
        longest=120,
        help_text=_("If it came from someone else, name them as they like to be named. It is shown with the try."),
    )

    def __init__(self, *args, today, begun_on=None, saved_days=(), drivers=(), priorities=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.begun_on, self.saved_days = today, begun_on or today, saved_days
        self.fields["driver"] = one_of(_("What does it belong to?"), drivers, empty=NOT_SURE, name=driver_name)
        if priorities:
            self.fields["priority"] = one_of(
                _("Which of the things we are working on?"), priorities, empty=_("None of them")
            )

    def clean(self):
        cleaned = super().clean()
        for name in ("starts_on", "look_back_on"):
            if cleaned.get(name) not in self.saved_days:
                check_not_far(self, name, self.today)
        starts_on, look_back_on = cleaned.get("starts_on"), cleaned.get("look_back_on")
        if rules.day_is_before(look_back_on, starts_on):
            self.add_error("look_back_on", _("Please choose a day to look back that is not before the try itself."))
        elif starts_on is None and look_back_on not in self.saved_days:
            check_not_passed(self, self.begun_on)
        return cleaned

    def unfolds(self):
        """Whether anything besides the two answers is filled in, or wants a look."""
        seldom = ("title", "with_whom", "where", "starts_on", "prediction", "how_to_tell", "whose_idea")
        return any(self[name].value() for name in seldom) or bool(set(self.errors) - {"what", "look_back_on"})

    def all_words(self):
        """Everything that says how large it is, as one text."""
        return " ".join(str(self.cleaned_data.get(name, "")) for name in ("what", "with_whom", "where"))


class FreshForm(PlanFields):
    """A plan not written down yet, unless it was, just now: then it is asked whether it is the same one."""

    another = forms.BooleanField(required=False, widget=forms.HiddenInput)  # "It is another one"
    into = forms.UUIDField(required=False, widget=forms.HiddenInput)  # the one it is to be saved in

    own = PlanFields.own | {"another", "into"}
    written_before = None  # the one it may be
    may_go_into = False  # nobody else has read that one yet
    same_one = None  # the one it is

    def ask_whether_same(self, cycle, *, may_go_into):
        """Come back with the question whether it is this one; the version says what it was asked about."""
        self.written_before, self.may_go_into = cycle, may_go_into
        self.data = {**self.data.dict(), "opened_version": cycle.version}


class StartForm(FreshForm):
    # Whether "What would the Tuesday version be?" was asked already.
    size_asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    own = FreshForm.own | {"size_asked"}


class NextForm(FreshForm):
    """The next cycle: the plan is carried over, and one thing is changed."""


class PlanForm(PlanFields):
    def __init__(self, *args, secondary_drivers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["secondary"] = one_of(
            _("More exactly, if you like"),
            secondary_drivers,
            empty=_("Leave it open"),
            widget=forms.Select,
            name=way_name,
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("secondary"):
            cleaned["driver"] = cleaned["secondary"].primary
        return cleaned


def check_not_far(form, name, today):
    """A day more than a year off is most likely a slip: which one is meant?"""
    day = form.cleaned_data.get(name)
    if rules.day_is_far(day, today):
        ahead = _("That is more than a year away. Which day do you mean?")
        form.add_error(name, ahead if day > today else _("That is more than a year ago. Which day do you mean?"))


def check_not_passed(form, first):
    """Looking back at a new try lies ahead; `first`: the first day that may be chosen."""
    if rules.day_is_before(form.cleaned_data.get("look_back_on"), first):
        form.add_error("look_back_on", _("That day has passed already. Which day is good to look back?"))


class DoForm(WordsForm):
    did = text(_("What did you do?"), rows=3)
    saw = text(_("What did you see and hear?"), rows=4)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("did") and not cleaned.get("saw") and not self.errors:
            self.add_error("did", _("A few words are enough. “We did not get to it” is an answer too."))
        return cleaned


class StudyForm(WordsForm):
    compared = text(_("How does that fit with what you thought?"))
    surprised = text(_("What surprised you?"), rows=2)
    for_whom = text(_("For whom did it work well, and for whom not yet?"))

    def __init__(self, *args, asks_for_guess=False, **kwargs):
        super().__init__(*args, **kwargs)
        if asks_for_guess:
            self.fields["prediction"] = text(
                _("What did you expect, deep down?"),
                rows=2,
                help_text=_("No guess was written down before. Leave it empty, or write it now: it says so beside it."),
            )

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("compared", "surprised", "for_whom")) and not self.errors:
            self.add_error("compared", _("One of the three is enough. What comes to mind first?"))
        return cleaned


class ActForm(WordsForm):
    decision = forms.ChoiceField(
        label=_("What next?"),
        choices=Decision,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the four. You can change it later.")},
    )
    decision_reason = text(_("Why?"), rows=2, help_text=_("One line is enough."))
    next_step = text(_("What will we do with it?"), rows=2)

    def __init__(self, *args, asks_how_shown=False, **kwargs):
        super().__init__(*args, **kwargs)
        if asks_how_shown:
            self.fields["shown_as"] = forms.ChoiceField(
                label=_("If we let it go: how shall other teams see you?"),
                choices=ShownAs,
                widget=forms.RadioSelect,
                required=False,
            )
