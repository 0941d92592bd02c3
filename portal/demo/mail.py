"""Messages to read on a page instead of in a mailbox: those to a login, and the invitations it wrote."""

from collaborative.isolation import context
from collaborative.outbox.models import Message
from collaborative.tenancy.models import Invitation, Person

MOST = 50


def messages_for(user_id) -> list[Message]:
    """The newest first. Each person's are read under that person's own context, as row-level security asks."""
    context.changed(user=user_id)
    me = list(Person.objects.shown().filter(user_id=user_id).order_by("created_at", "pk"))
    found = []
    for person in me:
        context.changed(organization=person.organization_id)
        invited = Invitation.objects.shown().filter(invited_by=person).values_list("membership__person_id", flat=True)
        for reader in dict.fromkeys([person.pk, *invited]):
            context.changed(person=reader)
            theirs = Message.objects.filter(person_id=reader).order_by("-created_at", "-pk")
            found += (theirs if reader == person.pk else _invitations_by(person, theirs))[:MOST]
    return sorted(found, key=lambda message: message.created_at, reverse=True)[:MOST]


def _invitations_by(person, messages):
    """Of the messages to somebody invited, the invitations this person wrote: nothing else they were told."""
    return messages.filter(slot__startswith="invitation:", from_name=person.full_name, reply_to=person.email)
