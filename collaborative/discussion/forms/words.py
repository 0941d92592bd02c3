"""What every form with words others will read has in common."""

from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from collaborative.ui.child_names import possible_child_names


class WordsForm(forms.Form):
    """Words others will read: a name near a word about behavior is asked about before they do."""

    no_child_named = forms.BooleanField(required=False, label=_("No, this is not a child's name"))
    names_asked_about = ()

    def clean(self):
        cleaned = super().clean()
        typed = [value for name, value in cleaned.items() if isinstance(value, str) and name != "names"]
        found = tuple(dict.fromkeys(name for words in typed for name in possible_child_names(words)))
        if found and not cleaned.get("no_child_named"):
            self.names_asked_about = found
            question = _("{names}: is this a child's name? Please take it out, or tell us that it is not.")
            self.add_error("no_child_named", format_lazy(question, names=", ".join(found)))
        return cleaned


class PeopleField(forms.MultipleChoiceField):
    """Persons ticked in a list. Whether one may be named is asked when the names are read, not here."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value):
        return [UUID(one) for one in super().to_python(value) if self.valid_value(one)]

    def validate(self, value):
        """Any person's id is fine here."""

    def valid_value(self, value):
        try:
            UUID(value)
        except ValueError:
            return False
        return True


class NamingForm(WordsForm):
    """Words in which people are named, with an @ or in a box of their own."""

    names = forms.CharField(
        label=_("Who should hear of it?"),
        required=False,
        max_length=200,
        help_text=_(
            "First names, with commas between them. Only people who can read it are told, and no words travel."
        ),
    )
    people = PeopleField(label=_("Whom do you mean?"), required=False)

    def offer(self, people):
        """Let one tick these people: [(id, label)]."""
        self.fields["people"].choices = [(str(person), label) for person, label in people]
