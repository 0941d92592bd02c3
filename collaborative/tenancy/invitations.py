"""Links that work without signing in: from an address with an organization's name and a token to an invitation."""

import hashlib
import secrets

from django.conf import settings
from django.urls import reverse

from collaborative.isolation import context

from .models import Invitation, Organization


def new_token() -> str:
    return secrets.token_urlsafe(32)


def new_short_token() -> str:
    """For a text, where each letter counts: 128 bits, which nobody guesses either."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> str:
    """Only this is kept: who reads the database cannot use an invitation."""
    return hashlib.sha256(token.encode()).hexdigest()


def address_of(organization_slug: str, token: str) -> str:
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse("signin:invitation", args=[organization_slug, token])


def enter_by_name(organization_slug: str) -> Organization | None:
    """The organization of that name, and the database told that we are in it; None where there is none."""
    context.changed(organization_slug=organization_slug)
    organization = Organization.objects.filter(slug=organization_slug).first()
    if organization:
        context.changed(organization=organization.pk)
    return organization


def find_invitation(token: str) -> Invitation | None:
    """The invitation of this token in the organization that was entered, whatever its state."""
    return (
        Invitation.objects.shown()
        .filter(token_hash=hash_of(token))
        .select_related("membership__person", "membership__collaborative", "membership__team__center", "invited_by")
        .first()
    )
