"""How long one stays signed in: a month for who works in a center, a working day for who can see much, and two hours
on a device that others use too."""

import time
from dataclasses import replace

from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils import timezone

from collaborative.cards import device
from collaborative.isolation import context
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership

from . import language, second, ways

STRICT_ROLES = (Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM)
HOUR = 3600
LONGEST = 30 * 24 * HOUR  # NIST SP 800-63B-4: at most 30 days at AAL1
LONGEST_STRICT = 12 * HOUR
LONGEST_IDLE_STRICT = 1 * HOUR
LONGEST_SHARED = 2 * HOUR  # one half of a working morning; ours
LONGEST_IDLE_TABLET = HOUR // 4
NOTED_EVERY = 60  # seconds between two notes of "still here", so that not every page writes the session

BEGAN, STRICT, SEEN, SHARED = "began_at", "strict", "seen_at", "shared"
ON_TABLET = "tablet"


@receiver(user_logged_in)
def begin(sender, request, user, **details) -> None:
    """Note when the session began, and whether the person holds a role that sees much; whatever way they came in."""
    with context.entered(replace(context.current(), user=user.pk)):
        strict = Membership.objects.on(timezone.localdate()).filter(user_id=user.pk, role__in=STRICT_ROLES).exists()
        language.keep(request.session, user)
    ways.keep(request)
    if device.is_tablet(request):
        request.session[SHARED] = ON_TABLET
    elif getattr(request, "shares_device", False):
        request.session[SHARED] = "device"
    _mark(request, strict, time.time())


def is_over(session, now: float) -> bool:
    """Whether a signed-in session has reached its end."""
    began_at = session.get(BEGAN, 0)
    if session.get(SHARED) and now - began_at >= LONGEST_SHARED:
        return True
    if session.get(SHARED) == ON_TABLET and now - session.get(SEEN, 0) >= LONGEST_IDLE_TABLET:
        return True
    if not session.get(STRICT, True):
        return now - began_at >= LONGEST
    return now - began_at >= LONGEST_STRICT or now - session.get(SEEN, 0) >= LONGEST_IDLE_STRICT


def session_limits(get_response):
    """End sessions that have reached their time, before anybody asks who is signed in.

    However one on a shared device ends, the browser then forgets what it has kept.
    """

    def middleware(request):
        now, request.at_the_door = time.time(), second.stand_at_the_door
        was_shared = SESSION_KEY in request.session and SHARED in request.session
        if SESSION_KEY in request.session and is_over(request.session, now):
            logout(request)
        response = get_response(request)
        if SESSION_KEY in request.session:
            _still_here(request, now)
        elif was_shared:
            device.clear_browser(response)
        return response

    middleware.process_view = ways.stay_inside
    return middleware


def _still_here(request, now):
    session = request.session
    actor = getattr(request, "actor", None)
    if actor and not session.get(STRICT) and actor.has_role(*STRICT_ROLES):  # the role came after signing in
        _mark(request, True, session.get(BEGAN, now))
    is_noted = session.get(STRICT) or session.get(SHARED) == ON_TABLET
    if is_noted and now - session.get(SEEN, 0) >= NOTED_EVERY:
        session[SEEN] = now


def _mark(request, strict, began_at):
    request.session[BEGAN] = began_at
    request.session[STRICT] = strict
    request.session[SEEN] = time.time()
    longest = LONGEST_STRICT if strict else LONGEST
    request.session.set_expiry(LONGEST_SHARED if request.session.get(SHARED) else longest)
