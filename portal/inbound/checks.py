"""Whoever switches answers by mail on has said where they come in."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

HERE = ("localhost", "127.0.0.1", "::1")


def mail_can_come(app_configs, **options):
    """INBOUND_URL is one that `manage.py receive` knows, and INBOUND_ADDRESS an address."""
    found = []
    if settings.INBOUND_ADDRESS:
        try:
            validate_email(settings.INBOUND_ADDRESS)
        except ValidationError:
            hint = "Write it as reply@example.org: a word is put behind the name with a plus sign."
            found.append(Error("INBOUND_ADDRESS is no e-mail address.", hint=hint, id="inbound.E001"))
    if not settings.INBOUND_URL:
        return found
    address = urlsplit(settings.INBOUND_URL)
    if address.scheme not in ("lmtp", "imaps", "imap") or not address.hostname:
        hint = "lmtp://127.0.0.1:8024 listens there; imaps://user:password@host/INBOX asks that mailbox."
        found.append(Error("INBOUND_URL says nothing we know.", hint=hint, id="inbound.E002"))
    elif address.scheme == "imap" and address.hostname not in HERE:
        hint = "Use imaps://, so that nobody reads the password and the mails on their way."
        found.append(Error("INBOUND_URL would travel readable.", hint=hint, id="inbound.E003"))
    return found
