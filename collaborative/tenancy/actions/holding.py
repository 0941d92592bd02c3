"""Invitations that wait for their house to open: kept in parts, so that the letter speaks as the house does then."""

import datetime

from django.utils import timezone

from collaborative.outbox.actions import withhold

from .. import letters
from ..models import House, Invitation

LETTER = "letter"  # the kind of notice that lets a letter be held back until it has left
UNTIL_IT_LEAVES = datetime.timedelta(days=3650)  # an invitation that waits for its house does not run out


def house_of(collaborative) -> House | None:
    """The house's own words, where a collaborative has any."""
    return House.objects.shown().filter(collaborative=collaborative).first() if collaborative else None


def letter_of(invitation, organization, house) -> str:
    """The letter's words as they would leave now."""
    membership = invitation.membership
    return letters.invitation_words(
        membership.person, membership, invitation.invited_by, organization, house=house, **invitation.parts
    )


def hold(invitation):
    """It waits for the house to be opened: no letter, no link."""
    invitation.is_held, invitation.token_hash = True, ""
    invitation.expires_at = timezone.now() + UNTIL_IT_LEAVES
    invitation.save()


def hold_again(letters_: dict) -> None:
    """Letters that have not left stay here, and their invitations wait again. `letters_`: {letter id: invitation id}.

    An invitation whose letter is none of those left on its own, and is as it was.
    """
    stayed = withhold(LETTER, list(letters_))
    Invitation.objects.filter(pk__in=[letters_[letter_id] for letter_id in stayed]).update(
        is_held=True, token_hash="", expires_at=timezone.now() + UNTIL_IT_LEAVES
    )
