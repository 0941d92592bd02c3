"""The shape of what people send in this room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.schedule.forms import ClockField, DayField, VersionedForm, WordsField
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models.sharing import NEW_TRIES

from .enums import ASKED_ROLES, Every, LeadsTo, PreworkDayPlan, Works

PLEASE_CHOOSE = [("", _("Please choose"))]


def text(label, longest, *, rows=4, required=True, help_text=""):
    return WordsField(
        label=label, max_length=longest, required=required, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def line(label, longest, *, required=False, help_text=""):
    return WordsField(label=label, max_length=longest, required=required, help_text=help_text)


class ExpectationForm(VersionedForm):
    role = forms.ChoiceField(
        label=_("For whom?"), choices=[*PLEASE_CHOOSE, *[(role.value, role.label) for role in ASKED_ROLES]],
        error_messages={"required": _("Please choose a role.")},
    )  # fmt: skip
    what = text(_("What do we ask?"), 1200)
    how_much = line(_("How much time?"), 160, help_text=_("Such as: about three hours a month."))
    when = line(_("When?"), 240)
    whose_time = line(_("On whose time?"), 240, help_text=_("Paid or not, and who covers in the room."))
    cover = line(
        _("What does it cost the center?"), 400,
        help_text=_("Cover and time, so that senior leaders can plan it."),
    )  # fmt: skip

    def __init__(self, *args, is_new=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["role"]


class LetterForm(VersionedForm):
    title = line(_("Title"), 120, required=True)
    text = text(
        _("The letter"), 8000, rows=18, help_text=_("A line that begins with a dash becomes a point of a list.")
    )


class SignForm(forms.Form):
    typed_name = line(_("Your name"), 120, required=True)
    agrees = forms.BooleanField(
        label=_("I have read it, and I sign it for myself"),
        error_messages={"required": _("Please tick this when you have read the letter.")},
    )


class TakeBackForm(forms.Form):
    words = line(_("A word about why, if you like"), 400)


class AssignmentForm(VersionedForm):
    title = line(_("What is it?"), 120, required=True)
    why = text(_("What is it good for?"), 600, rows=3)
    how = text(_("How is it done?"), 2000, required=False)
    on_day = DayField(label=_("A good day to be ready"), required=False)
    where = line(_("Where does it appear?"), 160)
    leads_to = forms.ChoiceField(label=_("Where do teams do it?"), choices=LeadsTo, required=False)
    ask_id = forms.TypedChoiceField(label=_("Whom to ask?"), required=False, empty_value=None)

    def __init__(self, *args, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ask_id"].choices = [("", _("The point person")), *people]


class PreworkDayForm(VersionedForm):
    plan = forms.ChoiceField(label=_("Do we meet for a day?"), choices=PreworkDayPlan, widget=forms.RadioSelect)
    on_day = DayField(label=_("On which day?"), required=False)
    at = ClockField(label=_("Begins at"), required=False)
    place = line(_("Place, or how to join"), 200)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    objectives = text(_("What is it for?"), 1200, rows=6, help_text=_("One line for each."))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("plan") == PreworkDayPlan.HELD and not cleaned.get("on_day") and "on_day" not in self.errors:
            self.add_error("on_day", _("Please choose the day we meet."))
        return cleaned


class WhoForm(VersionedForm):
    who = line(_("Who of us does it?"), 160, help_text=_("First names are enough."))


class HandForm(forms.Form):
    words = text(
        _("What would help?"), 400, rows=3, required=False,
        help_text=_("It goes to the project team, as your words. A few are enough, or none."),
    )  # fmt: skip


class RestForm(VersionedForm):
    plan_who = line(_("Who is on it?"), 160)
    plan_by = DayField(label=_("By when?"), required=False)
    plan_how = text(_("How?"), 400, rows=3, required=False)


class SlotForm(VersionedForm):
    """A time for a role group's call. `groups`: (id, name) of those one may offer it to."""

    group_id = forms.ChoiceField(
        label=_("For which role group?"), error_messages={"required": _("Please choose a group.")}
    )
    on = DayField(label=_("On which day?"))
    at = ClockField(label=_("At what time?"), error_messages={"required": _("Please choose a time, such as 11:00.")})
    minutes = forms.IntegerField(label=_("How long, in minutes?"), min_value=5, max_value=600, initial=45)
    every = forms.ChoiceField(label=_("How often?"), choices=Every, initial=Every.MONTH)
    link = forms.URLField(label=_("Link to join"), required=False, assume_scheme="https")

    def __init__(self, *args, groups=(), zone_words="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group_id"].choices = groups if len(groups) == 1 else [*PLEASE_CHOOSE, *groups]
        self.fields["at"].help_text = zone_words


class WorksForm(forms.Form):
    works = forms.ChoiceField(choices=Works)


class TrialForm(forms.Form):
    who = line(_("Who tried it?"), 120, required=True)
    device = line(
        _("On what, and where?"), 160, required=True, help_text=_("Such as: an old phone, at home, mobile data.")
    )
    happened = text(_("What happened?"), 1200, rows=3)


SUBJECTS = ("tries", "scores", "numbers", "photos", "failures")


class AgreementForm(forms.Form):
    """The teams' agreement, subject by subject: their words, and what holds from now on."""

    about_tries = text(_("What we try"), 2000, rows=3)
    new_tries = forms.ChoiceField(
        label=_("A new try is first shown to"),
        choices=[(rung.value, rung.label) for rung in NEW_TRIES],
        widget=forms.RadioSelect,
        initial=Audience.ALL,
        help_text=_("Whoever leads a try may always choose otherwise."),
    )
    about_scores = text(_("Our scores"), 2000, rows=3)
    scores_by_name = forms.BooleanField(label=_("Teams see each other's scores by center name"), required=False)
    about_numbers = text(_("Our numbers"), 2000, rows=3)
    numbers_by_name = forms.BooleanField(label=_("Teams see each other's numbers by center name"), required=False)
    about_photos = text(_("Photos"), 2000, rows=3)
    photos_to_all = forms.BooleanField(label=_("Photos may go to all teams, if all in them agree"), required=False)
    about_failures = text(_("What did not work"), 2000, rows=3)
    teams_there = forms.MultipleChoiceField(
        label=_("Which teams were there?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    who_was_there = text(_("Who else, and anything to remember"), 2000, rows=2, required=False)
    agreed_on = DayField(label=_("Agreed on"))
    look_again_on = DayField(label=_("We look at it again on"))

    def __init__(self, *args, today, since=None, teams=(), **kwargs):
        """`since`: the day of the agreement that holds now. `teams`: (id, name) of the teams here."""
        super().__init__(*args, **kwargs)
        self.today, self.since = today, since
        self.fields["teams_there"].choices = teams

    def clean_agreed_on(self):
        day = self.cleaned_data["agreed_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come. Write it down when the teams have agreed."))
        if self.since and day < self.since:
            raise forms.ValidationError(
                _("The agreement that holds now is newer than this day. Please choose a later one.")
            )
        return day

    def clean(self):
        cleaned = super().clean()
        agreed, again = cleaned.get("agreed_on"), cleaned.get("look_again_on")
        if agreed and again and again <= agreed:
            self.add_error("look_again_on", _("This day lies before the agreement. Please choose a later one."))
        if not cleaned.get("teams_there") and not cleaned.get("who_was_there"):
            self.add_error("teams_there", _("Please say who was there: an agreement is made together."))
        return cleaned
