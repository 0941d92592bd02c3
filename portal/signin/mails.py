"""Mails about signing in: they belong to no organization, and their words are erased once they are sent."""

from django.conf import settings

from collaborative.isolation.models import new_id
from collaborative.outbox.actions import write_message


def new_slot() -> str:
    """A slot of its own: this mail is sent whatever was sent before."""
    return f"account:{new_id()}"


def send(*, to: str, subject: str, body: str, slot: str, language: str) -> None:
    """Put the mail into the outbox; one that already stands in its slot is not sent twice."""
    write_message(
        organization_id=None,
        to=to,
        subject=subject,
        body=body,
        slot=slot,
        language=language,
        from_name=settings.SITE_NAME,
        erase_when_sent=True,
    )
