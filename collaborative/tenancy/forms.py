"""Shapes of input about people and places; each ends at `cleaned_data`."""

import zoneinfo

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from collaborative.people.addresses import AddressField
from collaborative.people.phones import AS_TYPED, can_be_texted

from .enums import TEAM_ROLES, Reminders, Responsibility, Role, ShownAs

LANGUAGES = [(code, get_language_info(code)["name_local"].capitalize()) for code, _name in settings.LANGUAGES]
# Those most people here live in, by the names they use; every other one below them.
NEAR = {
    "America/New_York": _("Eastern time (New York)"),
    "America/Chicago": _("Central time (Chicago)"),
    "America/Denver": _("Mountain time (Denver)"),
    "America/Phoenix": _("Arizona (Phoenix)"),
    "America/Los_Angeles": _("Pacific time (Los Angeles)"),
    "America/Anchorage": _("Alaska (Anchorage)"),
    "Pacific/Honolulu": _("Hawaii (Honolulu)"),
    "America/Puerto_Rico": _("Puerto Rico"),
}
FAR = [name for name in sorted(zoneinfo.available_timezones()) if "/" in name and name not in NEAR]
TIME_ZONES = [*NEAR.items(), *((name, name.replace("_", " ")) for name in FAR)]


class PlainForm(forms.Form):
    """A form that asks for what is still empty in plain words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TimeField(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class LanguageForm(PlainForm):
    language = forms.ChoiceField(label=_("I like to read in"), choices=LANGUAGES, widget=forms.RadioSelect)


class WelcomeForm(LanguageForm):
    shown_as = forms.ChoiceField(
        label=_("To other teams I am shown with"),
        choices=ShownAs,
        widget=forms.RadioSelect,
        help_text=_("Your own team always sees your name. You can change this whenever you like."),
    )
    line = forms.CharField(
        label=_("One line about me"),
        max_length=160,
        required=False,
        help_text=_("If you like: what you do here, how to say your name, how to speak of you. Your team reads it."),
    )


class WordsField(forms.CharField):
    """Several words or names in one box, with commas between them."""

    def __init__(self, *, most=8, longest=40, **kwargs):
        super().__init__(**kwargs)
        self.most, self.longest = most, longest

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value):
        said = [" ".join(part.split()) for part in super().clean(value).split(",")]
        words = list(dict.fromkeys(part for part in said if part))
        if len(words) > self.most or any(len(word) > self.longest for word in words):
            raise forms.ValidationError(_("Please write a few short names, with a comma between them."))
        return words


class ProfileForm(WelcomeForm):
    first_name = forms.CharField(label=_("First name"), max_length=60)
    family_name = forms.CharField(label=_("Family name"), max_length=60, required=False)
    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("Seen by your team, your coach and the project team."),
    )
    how_to_reach = forms.CharField(
        label=_("How and when to reach me"),
        max_length=160,
        required=False,
        help_text=_("Such as: a text is best, after four."),
    )
    languages = WordsField(
        label=_("Languages I speak"),
        required=False,
        help_text=_("As many as you like, with commas between them: Spanish, some Portuguese."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False, choices=[("", _("As at our place"))])
    quiet_from = TimeField(label=_("No messages from"), required=False)
    quiet_until = TimeField(label=_("until"), required=False)
    weekend_mail = forms.BooleanField(label=_("Messages at the weekend are fine"), required=False)
    reminders = forms.ChoiceField(
        label=_("Messages reach me"),
        choices=Reminders,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("One a week with everything in it, unless you choose otherwise under “What reaches me”."),
    )

    field_order = [
        "first_name", "family_name", "line", "languages", "phone", "how_to_reach", "shown_as", "language", "time_zone",
        "quiet_from", "quiet_until", "weekend_mail", "reminders",
    ]  # fmt: skip

    def __init__(self, *args, country="", **kwargs):
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["time_zone"].choices = [("", _("As at our place")), *TIME_ZONES]
        if not settings.TEXTS:
            self.fields["reminders"].choices = [pair for pair in Reminders.choices if pair[0] != Reminders.TEXT]

    def clean_reminders(self):
        return self.cleaned_data["reminders"] or self.initial.get("reminders") or Reminders.MAIL

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("reminders") == Reminders.TEXT and not can_be_texted(cleaned.get("phone", ""), self.country):
            self.add_error("phone", AS_TYPED)
        return cleaned


class PhotoForm(PlainForm):
    photo = forms.FileField(
        label=_("A photo of me"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text=_("JPEG or PNG, up to 10 MB. We draw it anew and small; where it was taken is not kept."),
    )


class InvitationForm(PlainForm):
    """Somebody to invite; `places` are the (value, label) pairs this inviter may choose from."""

    first_name = forms.CharField(label=_("First name"), max_length=60)
    family_name = forms.CharField(label=_("Family name"), max_length=60, required=False)
    email = AddressField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    text_to = forms.CharField(
        label=_("Or their phone, for a text"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        help_text=_("For somebody without e-mail: the letter goes as a short text, and later their codes do too."),
    )
    place = forms.ChoiceField(label=_("To take part as"))
    language = forms.ChoiceField(label=_("Reads best in"), choices=LANGUAGES)
    works_on = forms.CharField(
        label=_("We try small new ways to ..."),
        max_length=120,
        required=False,
        help_text=_("Such as: help children with big feelings. It becomes part of the letter."),
    )
    hours = forms.CharField(
        label=_("About how much time a month?"),
        max_length=40,
        required=False,
        help_text=_("Such as: three hours. Leave it empty if you are not sure."),
    )
    own_words = forms.CharField(
        label=_("A few words of your own"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, places, country="", **kwargs):
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["place"].choices = _to_choose(places)
        if not settings.TEXTS:
            del self.fields["text_to"]
            self.fields["email"].required = True
        for name in {"email", "text_to"} & set(self.fields):
            self.fields[name].one_of_two = True  # neither is a "may", one of them is needed

    def clean(self):
        """One way to reach them: where both are filled in, the mail goes, and the phone is kept to call."""
        cleaned = super().clean()
        typed = cleaned.pop("text_to", "")
        if cleaned.get("email"):
            cleaned["phone"] = typed
        elif typed and not can_be_texted(typed, self.country):
            self.add_error("text_to", AS_TYPED)
        elif typed:
            cleaned["text_to"] = typed
        elif "email" not in self.errors:
            self.add_error("email", _("Please fill in an e-mail address or a phone number."))
        return cleaned


def _to_choose(choices):
    """Nothing is chosen beforehand where there is a choice."""
    return choices if len(choices) == 1 else [("", _("Please choose")), *choices]


class MembershipForm(PlainForm):
    """Responsibilities and flags of a membership."""

    responsibilities = forms.MultipleChoiceField(
        label=_("Has in hand"),
        choices=[(item.value, item.label) for item in Responsibility if item != Responsibility.SENIOR_LEADER],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    leads_collaborative = forms.BooleanField(
        label=_("Is the senior leader of the project team"),
        required=False,
        help_text=_("One at a time: decides on content and process, and is the face of the collaborative."),
    )
    is_data_point_person = forms.BooleanField(label=_("Data point person of the team"), required=False)
    is_key_contact = forms.BooleanField(label=_("Key contact of the team"), required=False)

    def __init__(self, *args, role, may_name_leader, **kwargs):
        super().__init__(*args, **kwargs)
        if role != Role.IMPLEMENTATION_TEAM:
            del self.fields["responsibilities"]
        if role != Role.IMPLEMENTATION_TEAM or not may_name_leader:
            del self.fields["leads_collaborative"]
        if role not in TEAM_ROLES:
            del self.fields["is_data_point_person"]
            del self.fields["is_key_contact"]


class GiveForm(PlainForm):
    """A further role for somebody who is here already."""

    person = forms.ChoiceField(label=_("Who"))
    place = forms.ChoiceField(label=_("As"))
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"), required=False, help_text=_("Leave it empty if there is no end yet."))

    def __init__(self, *args, persons, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = _to_choose(persons)
        self.fields["place"].choices = _to_choose(places)

    def clean(self):
        cleaned = super().clean()
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("This day lies before the first one."))
        return cleaned


class EndForm(PlainForm):
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty to end it right now."))


class AssignmentForm(GiveForm):
    """A coach beside a team."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].label = _("Coach")
        self.fields["place"].label = _("Walks beside")


class GroupForm(PlainForm):
    role = forms.ChoiceField(label=_("For"), choices=[(role.value, role.label) for role in TEAM_ROLES])
    name = forms.CharField(label=_("Name"), max_length=80)
    coach = forms.ChoiceField(label=_("Faculty coach"), required=False)
    co_lead = forms.ChoiceField(label=_("Co-lead from the project team"), required=False)

    def __init__(self, *args, coaches, co_leads, is_new, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["coach"].choices = [("", _("Still to come")), *coaches]
        self.fields["co_lead"].choices = [("", _("Still to come")), *co_leads]
        if not is_new:
            del self.fields["role"]


class MakeGroupsForm(PlainForm):
    roles = forms.MultipleChoiceField(label=_("Make a group for"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = roles
        self.fields["roles"].initial = [role for role, _name in roles]
