"""The shape of each step of preparing a house."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Meeting, Responsibility, Role
from collaborative.ui import nouns

from .forms import DayField, WordsField
from .holiday_weeks import calendar_choices
from .pasted import TooManyRows, rows_of

LARGEST_FILE = 200_000  # bytes
OWN = "own"
ASKED_OF = {
    "center": _("Where children are cared for"),
    "project_team": _("Who runs the collaborative"),
    "team_leader": _("Who keeps a team going"),
    "family_partner": _("A parent on the team"),
    "learning_session": _("A day when all teams meet"),
}
IN_HAND = (
    ("leads", None, _("Who has the last word?"), _("The senior leader of the project team; one person.")),
    ("point", Responsibility.RELATIONSHIP_MANAGER, _("Whom do centers call first?"),
     _("Name and phone stand at the foot of every page.")),
    ("liaison", Responsibility.FAMILY_LIAISON, _("Whom do family partners call?"), _("The family liaison.")),
    ("data", Responsibility.DATA_LEAD, _("Who helps with numbers?"), ""),
)  # fmt: skip


class VersionedForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field, DayField):
                field.error_messages["required"] = _("Please fill this in.")


class DatesForm(VersionedForm):
    """`sessions` and `lines`: rows of the schedule, each with a day field of its own."""

    name = WordsField(label=_("What is it called?"), max_length=160)
    meeting = forms.ChoiceField(label=_("How we meet"), required=False, choices=[("", _("Not said")), *Meeting.choices])
    place = forms.CharField(label=_("Where"), max_length=120, required=False)
    lead_organization = forms.CharField(label=_("Who leads it"), max_length=160, required=False)
    holidays = forms.ChoiceField(
        label=_("Whose public holidays?"),
        required=False,
        help_text=_("We tell you when a date falls in a week with a holiday."),
    )

    def __init__(self, *args, sessions, lines, country, calendar, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["holidays"].choices = calendar_choices(country, calendar)
        self.sessions, self.lines = sessions, lines
        for row in sessions:
            self.fields[f"session_{row.number}"] = DayField(label=row.name, help_text=row.title)
        for row in lines:
            self.fields[f"line_{row.pk}"] = DayField(label=row.title, required=False)

    def clean(self):
        cleaned = super().clean()
        earlier = None
        for row in self.sessions:
            day = cleaned.get(f"session_{row.number}")
            if day and earlier and day <= earlier:
                self.add_error(f"session_{row.number}", _("Please choose a day after the session before it."))
            earlier = day or earlier
        return cleaned

    @property
    def facts(self):
        return {name: self.cleaned_data[name] for name in ("name", "meeting", "place", "lead_organization")}

    def moved_sessions(self):
        days = {row: self.cleaned_data[f"session_{row.number}"] for row in self.sessions}
        return {row: day for row, day in days.items() if day != row.starts_on}

    def moved_lines(self):
        """Lines somebody gave another day by hand; the others follow their session."""
        days = {row: self.cleaned_data.get(f"line_{row.pk}") for row in self.lines}
        return {row: day for row, day in days.items() if day and day != row.on}

    def about(self):
        return [self[name] for name in ("name", "lead_organization", "place", "meeting")]

    def days(self):
        return [self[f"session_{row.number}"] for row in self.sessions]

    def following(self):
        return [self[f"line_{row.pk}"] for row in self.lines]


def _plain(value):
    if value and not nouns.is_plain(value):
        raise forms.ValidationError(_("Please use letters, spaces and hyphens only, up to forty of them."))


class NounForm(forms.Form):
    """One noun: one of those offered, or one's own; the Spanish one where there is one."""

    def __init__(self, *args, noun, offers, **kwargs):
        super().__init__(*args, prefix=noun, **kwargs)
        self.noun, self.offers = noun, offers
        choices = [(str(index), offer["en"][0]) for index, offer in enumerate(offers)]
        self.fields["choice"] = forms.ChoiceField(
            label=ASKED_OF[noun],
            choices=[*choices, (OWN, _("Another word"))],
            widget=forms.RadioSelect,
        )
        for name, label in (
            ("en_one", _("One, in English")), ("en_many", _("More than one, in English")),
            ("es_one", _("One, in Spanish")), ("es_many", _("More than one, in Spanish")),
        ):  # fmt: skip
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=nouns.LONGEST, validators=[_plain]
            )
        self.fields["es_gender"] = forms.ChoiceField(
            label=_("In Spanish with"), required=False, choices=[("m", "el"), ("f", "la")]
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("choice") == OWN:
            for one, many in (("en_one", "en_many"), ("es_one", "es_many")):
                if bool(cleaned.get(one)) != bool(cleaned.get(many)):
                    self.add_error(many if cleaned.get(one) else one, _("Please write it for one and for more."))
            if not cleaned.get("en_one") and not cleaned.get("es_one") and not self.errors:
                self.add_error("en_one", _("Which word do you use?"))
        return cleaned

    @property
    def said(self) -> dict:
        """The noun as it is kept; {} where it is ours."""
        chosen = self.cleaned_data["choice"]
        if chosen != OWN:
            return {} if chosen == "0" else self.offers[int(chosen)]
        said = {}
        if self.cleaned_data["en_one"]:
            said["en"] = [self.cleaned_data["en_one"], self.cleaned_data["en_many"]]
        if self.cleaned_data["es_one"]:
            gender = self.cleaned_data["es_gender"] or "m"
            said["es"] = [self.cleaned_data["es_one"], self.cleaned_data["es_many"], gender]
        return said

    @staticmethod
    def initial_of(kept, offers):
        """What stands in the form when the noun was kept so."""
        if not kept:
            return {"choice": "0"}
        if kept in offers:
            return {"choice": str(offers.index(kept))}
        english, spanish = kept.get("en", ["", ""]), kept.get("es", ["", "", "m"])
        return {
            "choice": OWN, "en_one": english[0], "en_many": english[1], "es_one": spanish[0], "es_many": spanish[1],
            "es_gender": spanish[2],
        }  # fmt: skip


class PastedForm(forms.Form):
    """A pasted list, or a small CSV file in its place; `rows` once it is valid."""

    rows = forms.CharField(required=False, max_length=60_000, widget=forms.Textarea(attrs={"rows": 8, "wrap": "off"}))
    file = forms.FileField(
        label=_("Or a small CSV file"), required=False, widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv"})
    )

    def clean(self):
        cleaned = super().clean()
        text = self._text(cleaned)
        if self.errors:
            return cleaned
        try:
            cleaned["read"] = rows_of(text)
        except TooManyRows:
            self.add_error("rows", _("Two hundred lines at a time, please. The rest can follow."))
            return cleaned
        if not cleaned["read"]:
            self.add_error("rows", _("Nothing is written here yet."))
        cleaned["rows"] = text
        return cleaned

    def _text(self, cleaned):
        file = cleaned.get("file")
        if not file:
            return cleaned.get("rows", "")
        if file.size > LARGEST_FILE:
            self.add_error("file", _("This file is larger than two hundred lines of names. Please take a smaller one."))
            return ""
        raw = file.read()
        for encoding in ("utf-8-sig", "cp1252"):
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" not in text:
                return text
        self.add_error("file", _("This does not look like a list in a text file. Please save it as CSV."))
        return ""


class CentersForm(PastedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"].label = _("Centers and their team leaders, one a line")
        self.fields["rows"].help_text = _(
            "Center, town, first name, family name, e-mail, phone, language. Paste it from a spreadsheet, or type "
            "commas. A center may come without a team leader. The letter is in English where no language stands."
        )


class PeopleForm(PastedForm):
    def __init__(self, *args, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"].label = _("People, one a line")
        self.fields["rows"].help_text = _(
            "First name, family name, e-mail, phone, language. The letter is in English where no language stands."
        )
        self.fields["role"] = forms.ChoiceField(
            label=_("What are these people here for?"),
            choices=[(role.value, role.label) for role in roles],
            widget=forms.RadioSelect,
            help_text=_("One kind at a time. The next kind can follow when these are in."),
            error_messages={"required": _("Please say what the people in this list are here for.")},
        )
        self.order_fields(["role", "rows", "file"])

    def clean_role(self):
        return Role(self.cleaned_data["role"])


class InHandForm(forms.Form):
    """Who of the project team has what in hand; `members`: their memberships."""

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody yet")), *((str(row.pk), row.person.full_name) for row in members)]
        for key, _responsibility, label, help_text in IN_HAND:
            self.fields[key] = forms.ChoiceField(label=label, help_text=help_text, required=False, choices=choices)

    def chosen(self, members) -> dict:
        """{membership id: (responsibilities, leads)} as the form says."""
        result = {}
        for row in members:
            pk, said = str(row.pk), list(row.responsibilities)
            for key, responsibility, _label, _help in IN_HAND[1:]:
                has = self.cleaned_data[key] == pk
                said = [one for one in said if one != responsibility] + ([responsibility.value] if has else [])
            result[row.pk] = (sorted(said), self.cleaned_data["leads"] == pk)
        return result


class TextsForm(VersionedForm):
    invitation_words = forms.CharField(
        label=_("What every invitation says besides"), required=False, max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It follows the letter's own sentences. Say how much time it takes, and on whose time."),
    )  # fmt: skip
    practical_supports = forms.CharField(
        label=_("What taking part brings"), required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only what is true here, one line each: pay, child care, rides, an interpreter. Family partners "
                    "read it in their invitation and on their home."),
    )  # fmt: skip
    welcome_words = forms.CharField(
        label=_("Words of welcome"), required=False, max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Everybody reads them when they come in first."),
    )  # fmt: skip
    promise_words = forms.CharField(
        label=_("What we promise each other"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It stands on the page about who can see and do what."),
    )  # fmt: skip


class FrameworkForm(VersionedForm):
    equity_words = forms.CharField(
        label=_("Where does the framework speak of racial equity, cultural humility and inclusion?"),
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A driver, an idea, a word that is explained. If it is nowhere yet, write what could be added."),
    )  # fmt: skip
