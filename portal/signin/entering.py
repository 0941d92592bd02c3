"""Signing somebody in who has shown a card or a PIN: as elsewhere, with no mail and no second step."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout

from . import ways


def come_in(request, user, *, way: ways.Way, is_shared: bool) -> None:
    """Whoever was signed in here before is signed out first, and nothing of them is left in the session."""
    logout(request)
    ways.begun_with(request, way, is_shared=is_shared)
    record_authentication(request, user, method=way.kind)
    get_adapter().login(request, user)
    UserSession.objects.create_from_request(request)
