from django import forms
from django.utils.translation import gettext_lazy as _

from ..enums import NoteKind
from .asking import PlainForm, VersionedForm, WordsForm, area


class BoardForm(VersionedForm):
    """The words on a storyboard; name, motto and people come from the team's page."""

    about_us = area(
        _("Our center in a few words"),
        longest=800,
        help_text=_("What would a visitor see, hear and smell? Two or three sentences."),
    )
    ask_us_about = area(
        _("Ask us about ..."), longest=500, rows=2, help_text=_("What you do well, and would gladly show others.")
    )
    love_help_with = area(
        _("We would love help with ..."), longest=500, rows=2, help_text=_("What you would like to see elsewhere.")
    )
    first_priorities = area(
        _("What we would like to work on first"), longest=500, rows=2, help_text=_("One to three lines. It may change.")
    )


class PictureForm(PlainForm):
    picture = forms.FileField(
        label=_("A picture"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text=_("A room, a door, a drawing, something you made. JPEG or PNG, up to 10 MB."),
    )
    shows = forms.CharField(
        label=_("What can be seen in it?"), max_length=200, help_text=_("For people who cannot see it.")
    )
    everyone_agreed = forms.BooleanField(
        label=_("Everyone in the picture said yes to showing it to all teams, or nobody can be seen"), required=False
    )

    def clean_everyone_agreed(self):
        if not self.cleaned_data["everyone_agreed"]:
            raise forms.ValidationError(_("Did everyone in the picture say yes? Please tick this, or leave it out."))
        return True


class NoteForm(WordsForm):
    text = area(_("Your note to this team"), longest=1000, rows=3, required=True)
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=NoteKind.choices, widget=forms.RadioSelect, initial=NoteKind.KIND_WORDS
    )
