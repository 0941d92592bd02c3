"""What all forms with words share: the gentle question about children's names, and the day fields."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from collaborative.ui.own_words import in_own_words

from .. import rules

LONGEST = 4000  # characters of one answer; ours
# What is said where nothing was typed or chosen, unless a question has words of its own.
A_FEW_WORDS, PICK_ONE = _("A few words are enough."), _("Please choose one.")
PICK_A_DAY = _("Please choose a day. Next Tuesday is a good one.")


def text(label, *, help_text="", rows=3, required=False, ask=A_FEW_WORDS):
    """A box that grows with what is typed; `ask`: what is said when nothing was."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": ask},
    )


def line(label, *, help_text="", longest=240, required=False, ask=A_FEW_WORDS):
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=longest, error_messages={"required": ask}
    )


def day(label, *, help_text="", required=False):
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": PICK_A_DAY, "invalid": PICK_A_DAY},
    )


def one_of(label, rows, *, empty=None, widget=forms.RadioSelect, name=str, help_text="", ask=PICK_ONE):
    """A choice among rows; its value is the row, None where the empty choice is taken."""
    by_key = {str(row.pk): row for row in rows}
    choices = [(key, name(row)) for key, row in by_key.items()]
    return forms.TypedChoiceField(
        label=label,
        choices=[*choices, ("", empty)] if empty else choices,
        coerce=by_key.get,
        empty_value=None,
        required=empty is None,
        widget=widget,
        help_text=help_text,
        error_messages={"required": ask},
    )


def driver_name(driver):
    return in_own_words(driver.short_title)


def way_name(way):
    return f"{way.code} {in_own_words(way.label)}"


def group_name(group):
    return in_own_words(group.name)


def names_question(names):
    """The gentle question about words that may be children's names."""
    question = _("{names}: is this a child's name? Please take it out, or tell us that it is not.")
    return format_lazy(question, names=", ".join(names))


class WordsForm(forms.Form):
    """Words others will read: a name near a word about behavior is asked about before they do."""

    # Kept with the draft as well (which leaves out boxes of type "hidden"): a draft begun before somebody saved is
    # then noticed when it is sent.
    opened_version = forms.IntegerField(required=False, widget=forms.TextInput(attrs={"hidden": True}))
    no_child_named = forms.BooleanField(required=False, label=_("No, this is not a child's name"))

    names = ()

    def __init__(self, *args, ask_about_names=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.ask_about_names = ask_about_names

    def clean(self):
        cleaned = super().clean()
        typed = [value for value in cleaned.values() if isinstance(value, str)]
        found = dict.fromkeys(name for words in typed for name in rules.possible_child_names(words))
        if self.ask_about_names and found and not cleaned.get("no_child_named"):
            self.names = tuple(found)
            self.add_error("no_child_named", names_question(self.names))
        return cleaned

    def names_question(self):
        return names_question(self.names)

    # Fields that only the form itself needs; each form may add its own.
    own = frozenset({"opened_version", "no_child_named"})

    def words(self):
        """What was typed, without what only the form itself needs."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.own}
