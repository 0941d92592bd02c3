"""Shapes of input: who gets a card, what a tablet is called, and one's own digits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.forms import InvitationForm, PlainForm

from . import rules

DIGITS = {"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9]*", "maxlength": rules.PIN_DIGITS.stop - 1}


class WithoutMailForm(InvitationForm):
    """The same as for an invitation, but for the address."""

    field_order = ["first_name", "place", "language", "family_name", "works_on", "hours", "own_words"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"email", "text_to"} & set(self.fields):
            del self.fields[name]
        self.fields["family_name"].help_text = _("It does not stand on the card.")
        self.fields["works_on"].help_text = _(
            "Such as: help children with big feelings. It is printed beside the card."
        )

    def clean(self):
        """A card is handed over: no way to write to them is needed."""
        return super(InvitationForm, self).clean()


class TabletForm(PlainForm):
    name = forms.CharField(
        label=_("What do you call it?"),
        max_length=60,
        required=False,
        help_text=_("Such as: the tablet in the kitchen."),
    )


class PinForm(PlainForm):
    digits = forms.CharField(
        label=_("Your PIN: four to six digits"),
        max_length=12,
        widget=forms.PasswordInput(attrs={**DIGITS, "autocomplete": "off"}),
    )

    def clean_digits(self):
        digits = "".join(self.cleaned_data["digits"].split())
        if not rules.is_pin(digits):
            raise forms.ValidationError(_("Please choose four, five or six digits."))
        if rules.is_easy_to_guess(digits):
            raise forms.ValidationError(
                _("Many people would try this one first. Please choose digits that only you would think of.")
            )
        return digits
