"""The shape of what is asked of teams, centers, collaboratives and organizations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import AgeGroup, CenterKind, CollaborativeState, Meeting, Setting
from .forms import TIME_ZONES, DayField, PlainForm


class TeamForm(PlainForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Team name"), max_length=80, required=False, help_text=_("Whatever you like to be called.")
    )
    motto = forms.CharField(label=_("Motto"), max_length=160, required=False)
    picture = forms.FileField(
        label=_("A picture of us"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text=_("A drawing, your door, the team. All teams see it."),
    )
    everyone_agreed = forms.BooleanField(
        label=_("Everyone in the picture said yes to showing it, or nobody can be seen"), required=False
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("picture") and not cleaned.pop("everyone_agreed", False):
            question = _("Did everyone in the picture say yes? Please tick this, or leave it out.")
            self.add_error("everyone_agreed", question)
        return cleaned


class CenterForm(PlainForm):
    """A center: totals only, nothing of any one child."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name of the center"), max_length=120)
    town = forms.CharField(label=_("Town"), max_length=80, required=False)
    rooms = forms.CharField(
        label=_("Rooms"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One room a line, with the number of families and the age if you like: Bluebirds, 14, toddlers"),
    )
    kind = forms.ChoiceField(
        label=_("Kind of center"), required=False, choices=[("", _("Not said")), *CenterKind.choices]
    )
    age_groups = forms.MultipleChoiceField(
        label=_("Ages"), required=False, choices=AgeGroup.choices, widget=forms.CheckboxSelectMultiple
    )
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    children = forms.IntegerField(label=_("How many children in all?"), required=False, min_value=0, max_value=5000)
    staff = forms.IntegerField(label=_("How many people work there?"), required=False, min_value=0, max_value=2000)
    about = forms.CharField(
        label=_("About the center"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("How you work, special programs, the families you serve. No names, please."),
    )

    def clean_rooms(self):
        return [self._room(line) for line in self.cleaned_data["rooms"].splitlines() if line.strip()]

    def _room(self, line):
        parts = [part.strip() for part in line.split(",")]
        age = parts.pop() if len(parts) > 2 and not parts[-1].isdigit() else ""
        families = parts.pop() if len(parts) > 1 else ""
        name = ", ".join(parts)
        if not name or not families.isdecimal() or int(families[:6]) > 500:
            raise forms.ValidationError(
                _("Please write each room like this: Bluebirds, 14. This line is different: %(line)s"),
                params={"line": line[:60]},
            )
        return {"name": name[:60], "families": int(families), "age": age[:40]}


class CollaborativeForm(PlainForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=160)
    short_name = forms.CharField(label=_("Short name"), max_length=60, help_text=_("As people say it."))
    content_area = forms.CharField(label=_("What it is about"), max_length=120, required=False)
    starts_on = DayField(label=_("Begins on"))
    ends_on = DayField(label=_("Ends on"), required=False)
    state = forms.ChoiceField(
        label=_("Where it stands"),
        required=False,
        choices=[choice for choice in CollaborativeState.choices if choice[0] != CollaborativeState.BUILDING],
        help_text=_(
            "Finished: everything stays here to read, new words cannot be added, and centers may go on counting. You "
            "can open it again."
        ),
    )
    lead_organization = forms.CharField(label=_("Who leads it"), max_length=160, required=False)
    place = forms.CharField(label=_("Where"), max_length=120, required=False)
    meeting = forms.ChoiceField(label=_("How we meet"), required=False, choices=[("", _("Not said")), *Meeting.choices])
    centers_hoped_for = forms.IntegerField(
        label=_("How many centers do you hope for?"), required=False, min_value=1, max_value=500
    )
    centers_at_most = forms.IntegerField(
        label=_("How many is there room for?"),
        required=False,
        min_value=1,
        max_value=500,
        help_text=_("From 6 to 160 centers have done this together. It depends on your people and your space."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("ends_on") and cleaned.get("starts_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("This day lies before the first one."))
        hoped_for, at_most = cleaned.get("centers_hoped_for"), cleaned.get("centers_at_most")
        if hoped_for and at_most and hoped_for > at_most:
            self.add_error("centers_at_most", _("This is less than you hope for. Please change one of the two."))
        if not cleaned.get("state"):  # nothing said: it stands where it stood
            cleaned.pop("state", None)
        return cleaned


class OrganizationForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=TIME_ZONES)
    country = forms.CharField(label=_("Country, two letters"), max_length=2, min_length=2)
    subdivision = forms.CharField(label=_("State or region, for holidays"), max_length=6, required=False)
    setting = forms.ChoiceField(
        label=_("Where children are cared for"), required=False, choices=[("", _("Not said")), *Setting.choices]
    )
    oversees_centers = forms.TypedChoiceField(
        label=_("Do you license, rate, fund or monitor these centers?"),
        choices=[("no", _("No")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        help_text=_(
            "If so, name the people who do. They get totals of many centers, never a team's words or numbers: people "
            "try new things only where it is safe."
        ),
    )
    not_used_to_rate_signed_by = forms.CharField(
        label=_("Who signs that nothing here is used to rate a center or anyone in it"),
        max_length=120,
        required=False,
        help_text=_("Your senior leader, by name. Only then do people read that promise. Empty: nobody has signed."),
    )
