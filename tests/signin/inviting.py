"""Invitations of the tests, and their mails."""

import re

from django.utils import timezone

from collaborative.isolation.context import changed, current
from collaborative.outbox.models import Message
from collaborative.tenancy.actions import invitations as actions
from collaborative.tenancy.enums import Role

LINK = re.compile(r"https?://[^/]+(/invitation/\S+/)")


def invite(leader, team, role=Role.FAMILY_PARTNER, email="denise@example.org", **values):
    invitation = actions.invite(
        **{
            "first_name": "Denise",
            "email": email,
            "role": role,
            "team": team,
            "by": leader,
            "on": timezone.localdate(),
            **values,
        }
    )
    return invitation, LINK.search(invitation.address).group(1)


def mail_of(invitation):
    """The mail as the invited person would read it."""
    earlier = current()
    changed(person=invitation.membership.person_id)
    message = Message.objects.get(person_id=invitation.membership.person_id)
    changed(person=earlier.person)
    return message
