"""Where a login belongs: read by the login alone, before any organization is entered."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from collaborative.isolation import context
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership


@dataclass(frozen=True)
class Place:
    """One collaborative (or organization) a person belongs to, and as what."""

    organization_slug: str
    collaborative_slug: str
    name: str
    organization_name: str
    roles: tuple[str, ...]
    url: str


def places_of(user_id) -> list[Place]:
    """The places this login belongs to today, in the order in which it came to them."""
    context.changed(user=user_id)
    memberships = list(Membership.objects.on(timezone.localdate()).filter(user_id=user_id).order_by("created_at", "pk"))
    by_address = {}
    for membership in memberships:
        address = (membership.organization_slug, membership.collaborative_slug)
        by_address.setdefault(address, []).append(membership)
    return [_place(address, found) for address, found in by_address.items()]


def _place(address, memberships):
    first = memberships[0]
    return Place(
        organization_slug=address[0],
        collaborative_slug=address[1],
        name=first.collaborative_name or first.organization_name,
        organization_name=first.organization_name,
        roles=tuple(dict.fromkeys(_role(membership) for membership in memberships)),
        url=address_of(*address),
    )


def _role(membership):
    role = str(Role(membership.role).label)
    return f"{role}, {membership.place_name}" if membership.place_name else role


def address_of(organization: str, collaborative: str) -> str:
    """The first page of a collaborative, or of an organization where none is named."""
    if not collaborative:
        return reverse("tenancy:organization_home", args=[organization])
    try:
        return reverse("home:home", args=[organization, collaborative])
    except NoReverseMatch:
        return reverse("tenancy:who_is_who", args=[organization, collaborative])
