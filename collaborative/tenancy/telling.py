"""A short word to one person of the organization, the way that person can be reached."""

from django.conf import settings

from collaborative.outbox.actions import write_message
from collaborative.outbox.enums import Channel
from collaborative.outbox.rules import as_text
from collaborative.people import phones

from .enums import Reminders


def text_number(person, country: str = "") -> str:
    """Where this person gets texts; "" where they cannot, or texts are not sent from here."""
    if not settings.TEXTS or not person.phone:
        return ""
    try:
        return phones.canonical(person.phone, country)
    except ValueError:
        return ""


def way_to(person, country: str = "") -> dict | None:
    """Channel and address of the weekly message, as the person chose; None where they want none or cannot be reached.

    A number gets texts only where its owner asked for them; where no text can go, a mail does.
    """
    if person.reminders == Reminders.NONE:
        return None
    number = text_number(person, country) if person.reminders == Reminders.TEXT else ""
    if number:
        return {"channel": Channel.TEXT, "to": number}
    return {"channel": Channel.MAIL, "to": person.email} if person.email else None


def tell(person, subject: str, body: str, slot: str) -> None:
    """By mail where there is an address, else as a text to whoever asked for texts; once per slot."""
    if person.email:
        words = {"to": person.email, "subject": subject, "body": body}
    elif person.reminders == Reminders.TEXT and (number := text_number(person)):
        words = {"channel": Channel.TEXT, "to": number, "subject": "", "body": as_text(body)}
    else:
        return
    write_message(**words, slot=slot, person_id=person.pk, language=person.language)
