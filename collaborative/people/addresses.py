"""The one form in which an e-mail address is stored and looked for, so that no two spellings pass for one another."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PLAIN_LETTERS = _("Please write this address with plain letters, as it stands in the person's own mails.")


def canonical(email: str) -> str:
    """The address in lower case, its domain as it goes over the wire: "Ana@Kita.ORG" is "ana@kita.org".

    Letters that look like others (a dotless i, a long s) are refused before the @, where mail servers tell them apart,
    and become the domain's own ASCII form after it: what a database's idea of upper case makes of them never counts.
    Raises ValueError for what cannot be written so.
    """
    local, at, domain = email.strip().rpartition("@")
    if not at or not local.isascii():
        raise ValueError("not an address in plain letters")
    if not domain.isascii():
        domain = domain.encode("idna").decode("ascii")  # UnicodeError is a ValueError
    return f"{local}@{domain}".lower()


class AddressField(forms.EmailField):
    """An e-mail address, cleaned to its canonical form."""

    def clean(self, value):
        address = super().clean(value)
        if not address:
            return address
        try:
            return canonical(address)
        except ValueError as error:
            raise ValidationError(PLAIN_LETTERS, code="invalid") from error
