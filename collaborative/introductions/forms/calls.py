from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import DayField

from .asking import VersionedForm, area, persons


class CallForm(VersionedForm):
    """First who calls and when; after the call what was said."""

    caller = forms.ChoiceField(label=_("Who calls"))
    called = forms.ChoiceField(label=_("Whom"), required=False)
    on = DayField(label=_("When"))
    has_been = forms.BooleanField(label=_("We have talked"), required=False)
    questions = area(_("What they asked, and what we said"), longest=3000)
    promised = area(
        _("What we promised"), longest=1000, rows=2, help_text=_("So that whoever calls next knows, and keeps it.")
    )
    note = area(_("A short note"), longest=1000, rows=2, help_text=_("Something personal one would like to remember."))

    def __init__(self, *args, people, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["caller"].choices = persons(people, _("Please choose"))
        self.fields["called"].choices = persons(members, _("The team as a whole"))
