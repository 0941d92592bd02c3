from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import DayField

from ..enums import Ease, ReachBy, SupportKind
from .asking import VersionedForm, persons

NOT_SAID = [("", _("I would rather not say"))]


class PromiseForm(VersionedForm):
    kind = forms.ChoiceField(label=_("What is it?"), choices=SupportKind.choices)
    text = forms.CharField(
        label=_("What we promise, in a whole sentence"),
        max_length=240,
        help_text=_("Only what is true here. Invitations to family partners say it word for word."),
    )
    ask = forms.ChoiceField(label=_("Whom to ask"), required=False)
    how = forms.CharField(
        label=_("How to ask"), max_length=200, required=False, help_text=_("Such as: a text the day before is enough.")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ask"].choices = persons(people, _("The project team"))


class GivenForm(VersionedForm):
    person = forms.ChoiceField(label=_("For whom"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=SupportKind.choices)
    what = forms.CharField(
        label=_("What was given"), max_length=200, help_text=_("Such as: gas for two drives, three hours in May.")
    )
    given_on = DayField(label=_("When"))
    given_by = forms.ChoiceField(label=_("By whom"))
    amount = forms.DecimalField(
        label=_("Amount"), required=False, min_value=0, max_digits=8, decimal_places=2, help_text=_("Only if you like.")
    )

    def __init__(self, *args, members, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = persons(members, _("Please choose"))
        self.fields["given_by"].choices = persons(people, _("Please choose"))


class ComfortForm(VersionedForm):
    with_technology = forms.ChoiceField(
        label=_("Phones, tablets and this place here"),
        choices=[*Ease.choices, *NOT_SAID],
        required=False,
        widget=forms.RadioSelect,
    )
    with_numbers = forms.ChoiceField(
        label=_("Counting and charts"), choices=[*Ease.choices, *NOT_SAID], required=False, widget=forms.RadioSelect
    )
    device = forms.CharField(
        label=_("What do you use, and how do you get online?"),
        max_length=200,
        required=False,
        help_text=_("Such as: my own phone, Wi-Fi at the center only. Or: nothing of my own."),
    )
    reach_by = forms.ChoiceField(
        label=_("How do we best reach you?"), choices=[("", _("Any way is fine")), *ReachBy.choices], required=False
    )
    words = forms.CharField(label=_("Anything else that would help?"), max_length=400, required=False)
