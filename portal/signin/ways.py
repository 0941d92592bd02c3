"""What a session that began with a card or a PIN may open: one collaborative, while the card or the tablet is good.

Whoever made a card could have used it, and four digits are soon seen over a shoulder. So such a session stays in the
collaborative it was made for, and changes neither a login nor anybody's way in. It ends with the next page when the
card is stopped, the tablet is switched off, or the person is no longer on the tablet's team.
"""

from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.contrib.auth import SESSION_KEY, logout
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from collaborative.cards import device
from collaborative.cards.actions import pins
from collaborative.cards.models import Card, Tablet
from collaborative.isolation import context

WAY = "way"
CARD, PIN = "card", "pin"
ACCOUNT_PAGES = "/accounts/"
SIGNING = ("account_logout", "account_login")  # of those, what stays open to everybody
# What gives somebody a way in, or takes data out: on one's own device, not on a team's tablet.
OWN_DEVICE = {
    ("card", "read"), ("card", "write"), ("tablet", "write"), ("pin", "write"), ("invitation", "write"),
    ("membership", "write"), ("assignment", "write"),
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """How a session began: with which card or tablet, and where it may go."""

    kind: str
    thing_id: str
    organization_id: str
    organization: str
    collaborative: str
    team_id: str = ""


def begun_with(request, way: Way | None, *, is_shared: bool) -> None:
    """Note on the request, before the sign-in, what `sessions.begin` writes into the session."""
    request.way_in, request.shares_device = way, is_shared


def way_of(session) -> Way | None:
    kept = session.get(WAY)
    return Way(**kept) if kept else None


def keep(request) -> None:
    """Write the way into the session that has just begun; any other sign-in leaves none there."""
    way = getattr(request, "way_in", None)
    if way:
        request.session[WAY] = asdict(way)
    else:
        request.session.pop(WAY, None)


def stay_inside(request, view, arguments, named):
    """Before each page: whether this session is still good, and whether the page lies where it may go."""
    way = way_of(request.session) if SESSION_KEY in request.session else None
    if way is None:
        return None
    if not _is_good(request, way):
        logout(request)
        return redirect("signin:tablet" if device.is_tablet(request) else "account_login")
    if request.path.startswith(ACCOUNT_PAGES):
        is_open = request.resolver_match.url_name in SIGNING or (way.kind == CARD and not request.user.email)
        return None if is_open else _not_here(request, way)
    door = getattr(view, "door", None)
    if door is None:
        return None
    if (named.get("organization"), named.get("collaborative")) != (way.organization, way.collaborative):
        raise Http404
    _kind, resource, verb, _methods = door
    if way.kind == PIN and ((resource, verb) in OWN_DEVICE or verb == "export"):
        return _not_here(request, way)
    return None


def _not_here(request, way):
    return render(request, "signin/own_device.html", {"by_pin": way.kind == PIN}, status=403)


def _is_good(request, way):
    """Whether the card or the tablet still is one, and on a tablet the person on its team."""
    user_id, here = UUID(request.session[SESSION_KEY]), UUID(way.organization_id)
    with context.entered(replace(context.current(), user=user_id, organization=here)):
        if way.kind == CARD:
            return Card.objects.shown().filter(pk=way.thing_id, revoked_at=None).exists()
        on = timezone.localdate()
        tablet = Tablet.objects.on().filter(pk=way.thing_id, team=way.team_id).exists()
        return tablet and pins.is_on_team(user_id, way.team_id, on) and not pins.sees_much(None, user_id, on)


def lies_inside(session, place) -> bool:
    """Whether one of a login's places may be opened in this session."""
    way = way_of(session)
    return way is None or (place.organization_slug, place.collaborative_slug) == (way.organization, way.collaborative)
