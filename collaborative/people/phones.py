"""The one form in which a phone number is texted to and looked for: E.164, such as +16175550142.

What people type stays beside it for people to read: it is shown as they wrote it, and only sent to in this form.
"""

import phonenumbers
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from collaborative.outbox.rules import E164

__all__ = ["E164", "PhoneField", "can_be_texted", "canonical", "in_words"]

AS_TYPED = _("Please write the whole number with its area code, such as (617) 555-0142.")


def canonical(typed: str, region: str = "") -> str:
    """The number as it goes over the wire. `region`: where a number without a country code is dialled.

    Raises ValueError for what is no number, or one that no text can reach (an extension).
    """
    try:
        number = phonenumbers.parse(typed.strip()[:40], (region or settings.PHONE_REGION).upper())
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number") from error
    if number.extension or not phonenumbers.is_valid_number(number):
        raise ValueError("not a number one can text")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def can_be_texted(typed: str, region: str = "") -> bool:
    """Whether a number as somebody typed it can get a text."""
    try:
        return bool(canonical(typed, region))
    except ValueError:
        return False


def in_words(number: str) -> str:
    """A canonical number as people read it: as at home where it is from here, else with its country."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    is_near = phonenumbers.region_code_for_number(parsed) == settings.PHONE_REGION
    form = phonenumbers.PhoneNumberFormat.NATIONAL if is_near else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


class PhoneField(forms.CharField):
    """A phone number, cleaned to its canonical form."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, *, region="", **kwargs):
        kwargs.setdefault("label", _("Phone"))
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)
        self.region = region

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return typed
        try:
            return canonical(typed, self.region)
        except ValueError as error:
            raise ValidationError(AS_TYPED, code="invalid") from error
