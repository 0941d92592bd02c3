from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import PlainForm

from ..enums import Skill, Subject, Viewpoint
from .asking import VersionedForm, WordsForm, area, persons


class ContactsForm(PlainForm):
    """Whom to ask, subject by subject."""

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        choices = persons(people, _("Still to come"))
        for subject in Subject:
            self.fields[subject.value] = forms.ChoiceField(label=subject.label, choices=choices, required=False)


class CentersForm(PlainForm):
    """Whom the centers of a page call first."""

    def __init__(self, *args, teams, people, **kwargs):
        super().__init__(*args, **kwargs)
        choices = persons(people, _("Nobody in particular yet"))
        for team in teams:
            self.fields[str(team.pk)] = forms.ChoiceField(
                label=team.center.name, choices=choices, required=False, initial=str(team.point_person_id or "")
            )


class HoldersForm(PlainForm):
    """Who has a line in hand: one person or several."""

    holders = forms.MultipleChoiceField(
        label=_("Who has this in hand?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("More than one is fine, and one person may have several things in hand."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["holders"].choices = [(str(row.pk), row.person.full_name) for row in people]


class StructureForm(VersionedForm):
    text = area(_("Our answer"), longest=2000, rows=4, required=True)


class SkillsForm(WordsForm):
    """Two lines a skill: what I bring, and what I would like help with."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for skill in Skill:
            for name, label in (("brings", _("I bring")), ("would_like", _("I would like help with"))):
                self.fields[f"{skill}-{name}"] = forms.CharField(label=label, max_length=300, required=False)

    def pairs(self):
        """[(skill, its two boxes)] in the order of the guide."""
        return [(skill, self[f"{skill}-brings"], self[f"{skill}-would_like"]) for skill in Skill]

    def notes(self):
        """{skill: (what I bring, what I would like help with)}."""
        said = self.cleaned_data
        return {str(skill): (said[f"{skill}-brings"], said[f"{skill}-would_like"]) for skill in Skill}


class ViewsForm(WordsForm):
    """One line a view one brings."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for view in Viewpoint:
            self.fields[view.value] = forms.CharField(label=view.label, max_length=400, required=False)

    def views(self):
        return {str(view): self.cleaned_data[view.value] for view in Viewpoint}
