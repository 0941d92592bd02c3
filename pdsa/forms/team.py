"""What a team is working on, what it needs, several tries on one page, and a photo of the paper form."""

import datetime

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

from ..enums import NeedKind
from .cycles import check_not_far, check_not_passed
from .words import PICK_A_DAY, WordsForm, day, driver_name, line, one_of, text

WRITTEN_LATER = datetime.timedelta(days=31)  # a team may write down what it tried, and looked back at, lately; ours


class PriorityForm(WordsForm):
    text = line(_("We are working on ..."), longest=200, required=True)
    reason = line(_("Why this first?"), help_text=_("What did you see, count or hear that makes it matter now?"))

    def __init__(self, *args, drivers=(), **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)
        self.fields["driver"] = one_of(
            _("What does it belong to?"), drivers, empty=_("Leave it open"), widget=forms.Select, name=driver_name
        )
        self.order_fields(["text", "driver", "reason"])


class NeedForm(WordsForm):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=NeedKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what comes nearest.")},
    )
    text = line(_("In a few words"), required=True, help_text=_("For example: cover in our room on Tuesday, 9 to 9:30"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)


class TeamTryForm(WordsForm):
    """One line of "Write it down for the team"; an empty one is left out."""

    what = text(_("What will be tried, or was?"), rows=2)
    whose_idea = line(_("Whose idea was it?"), longest=120)
    look_back_on = day(_("When do we look back at it?"))
    another = forms.BooleanField(required=False, label=_("Yes, this is another one"))

    own = WordsForm.own | {"another"}

    def __init__(self, *args, today, drivers=(), **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)
        self.today = today
        self.fields["driver"] = one_of(
            _("What does it belong to?"), drivers, empty=_("Not sure"), widget=forms.Select, name=driver_name
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("whose_idea") and not cleaned.get("what") and "what" not in self.errors:
            self.add_error("what", format_lazy(_("What is the idea of {name}?"), name=cleaned["whose_idea"]))
        if cleaned.get("what") and not cleaned.get("look_back_on") and "look_back_on" not in self.errors:
            self.add_error("look_back_on", PICK_A_DAY)
        if cleaned.get("what"):
            check_not_far(self, "look_back_on", self.today)
            check_not_passed(self, self.today - WRITTEN_LATER)
        return cleaned

    def ask_whether_another(self):
        self.add_error(
            "another", _("You wrote this down a little while ago. Is it another one? If not, empty the box.")
        )


class WriteForTeamForm(forms.Form):
    audience = forms.ChoiceField(
        label=_("Who can see them?"),
        choices=[
            (Audience.TEAM, _("My team")),
            (Audience.ALL, _("All teams, by center")),
            (Audience.SELF, _("Just me for now")),
        ],
        initial=Audience.TEAM,
        widget=forms.RadioSelect,
    )


class PhotoForm(WordsForm):
    photo = forms.FileField(
        label=_("The photo"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": _("Please choose a photo first.")},
    )
    description = line(
        _("What does it show?"), longest=200, help_text=_("For people who cannot see the picture. No names, please.")
    )

    def __init__(self, *args, may_go_further=False, **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)
        if may_go_further:
            self.fields["everyone_agreed"] = forms.BooleanField(
                required=False,
                label=_("Everyone in it, and the family of every child in it, said other teams may see this photo"),
            )
