"""Texts about signing in: they belong to no organization, and their words are erased once they are sent."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from collaborative.outbox.actions import write_message
from collaborative.outbox.enums import Channel
from collaborative.outbox.rules import as_text

from .mails import new_slot


def send_code(phone: str, code: str) -> None:
    """The code first: a phone shows it unopened, and can fill it in by itself (the last line says on which site)."""
    words = _("%(code)s is your code for %(site)s. It works for ten minutes. We never ask for it on the phone.")
    send(phone, words % {"code": code, "site": settings.SITE_NAME} + f"\n\n@{settings.MAIL_DOMAIN} #{code}")


def send(phone: str, words: str, *, language: str = "") -> None:
    """Put a text into the outbox."""
    write_message(
        organization_id=None,
        channel=Channel.TEXT,
        to=phone,
        subject="",
        body=as_text(words),
        slot=new_slot(),
        language=language or translation.get_language() or "en",
        from_name=settings.SITE_NAME,
        erase_when_sent=True,
    )
