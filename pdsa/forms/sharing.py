from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience, ShownAs

from .words import group_name, names_question, one_of

# In the order of the ladder, widest first; the teams' agreement says which one is chosen beforehand.
RUNGS = (Audience.ALL, Audience.TEAM_STAFF, Audience.TEAM, Audience.GROUP, Audience.SELF)


class ShareForm(forms.Form):
    """Who sees a try, and how whoever leads it is shown to other teams."""

    audience = forms.ChoiceField(
        label=_("Who can see it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose who can see it.")},
    )
    shown_as = forms.ChoiceField(
        label=_("How shall other teams see you?"), choices=ShownAs, widget=forms.RadioSelect, required=False
    )
    no_child_named = forms.BooleanField(required=False, label=_("No, this is not a child's name"))

    def __init__(self, *args, groups=(), rung_labels=(), names=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.names = tuple(names)
        offered = [rung for rung in RUNGS if rung != Audience.GROUP or groups]
        labels = dict(rung_labels)
        self.fields["audience"].choices = [(rung.value, labels.get(rung, rung.label)) for rung in offered]
        if len(groups) > 1:
            self.fields["group"] = one_of(_("Which role group?"), groups, name=group_name)
        self.groups = groups

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("audience") == Audience.GROUP and "group" not in self.fields:
            cleaned["group"] = self.groups[0]
        wider = cleaned.get("audience") not in (None, Audience.SELF)
        if wider and self.names and not cleaned.get("no_child_named"):
            self.add_error("no_child_named", self.names_question())
        return cleaned

    def names_question(self):
        return names_question(self.names)
