"""What every form of this room shares: plain errors, and a question where a child's name may stand."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import PlainForm
from collaborative.ui.child_names import possible_child_names


class WordsForm(PlainForm):
    """Words others will read: a name near a word about behavior is asked about before they do."""

    no_child_named = forms.BooleanField(required=False, label=_("No, this is not a child's name"))
    names = ()

    def clean(self):
        cleaned = super().clean()
        typed = [value for value in cleaned.values() if isinstance(value, str)]
        found = tuple(dict.fromkeys(name for words in typed for name in possible_child_names(words)))
        if found and not cleaned.pop("no_child_named", False):
            self.names = found
            question = _("{names}: is this a child's name? Please take it out, or tell us that it is not.")
            self.add_error("no_child_named", format_lazy(question, names=", ".join(found)))
        cleaned.pop("no_child_named", None)
        return cleaned


class VersionedForm(WordsForm):
    """Words that somebody else may change meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


def area(label, *, longest, rows=3, required=False, help_text=""):
    """A box for more than a line."""
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )  # fmt: skip


def persons(rows, nobody):
    """[(id, name)] of memberships to choose from, with a first line for nobody in particular."""
    named = dict.fromkeys((str(row.person_id), row.person.full_name) for row in rows)
    return [("", nobody), *named]
