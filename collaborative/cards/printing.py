"""What stands on a printed card, in the language of the person it is for."""

from dataclasses import dataclass

import qrcode
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.models import Membership, Organization

from . import rules

# Whom to call, the first who is there: for a family partner the family liaison goes before.
POINT_PERSONS = (
    Responsibility.RELATIONSHIP_MANAGER, Responsibility.CENTER_COMMUNICATION, Responsibility.PROJECT_MANAGER,
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """One person's card. The family name and the address of the mailbox do not stand on it."""

    language: str
    first_name: str
    place: str
    collaborative: str
    organization_slug: str
    codes: tuple[str, ...]
    first_address: str
    typed_at: str
    drawing: str
    good_until: object
    point_person: object
    letter: str


def sheet_of(card, codes) -> Sheet:
    """The card with these codes, and its letter beside it where it has one."""
    person = card.person
    organization = Organization.objects.get(pk=card.organization_id)
    membership = (
        person.memberships.shown().filter(collaborative=card.collaborative).order_by("created_at", "pk").first()
    )
    base = settings.PUBLIC_ADDRESS.rstrip("/")
    printed = tuple(rules.printed_code(code) for code in codes)
    address = base + reverse("signin:card_open", args=[organization.slug, printed[0]])
    return Sheet(
        language=person.language if person.language in settings.SPOKEN_LANGUAGES else settings.LANGUAGE_CODE,
        first_name=person.first_name,
        place=membership.place_name or card.collaborative.name,
        collaborative=card.collaborative.name,
        organization_slug=organization.slug,
        codes=printed,
        first_address=address,
        typed_at=(base + reverse("signin:card", args=[organization.slug])).partition("://")[2],
        drawing=drawn(address, person.language),
        good_until=timezone.localtime(card.expires_at).date(),
        point_person=point_person_of(card.collaborative, membership.role, timezone.localdate()),
        letter=card.letter,
    )


def drawn(address: str, language: str) -> str:
    """The address as a QR code: one path of squares, black on white whatever the device likes."""
    code = qrcode.QRCode(border=2, error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    squares = "".join(
        f"M{column} {row}h1v1h-1z" for row, line in enumerate(rows) for column, is_dark in enumerate(line) if is_dark
    )
    with translation.override(language):
        label = _("A square for the camera of a phone")
    return format_html(
        '<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="{}" shape-rendering="crispEdges">'
        '<rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{}"/></svg>',
        len(rows), len(rows), label, squares,
    )  # fmt: skip


def point_person_of(collaborative, role, on):
    """The person of the project team to call, with a phone; None where there is none yet."""
    first = (Responsibility.FAMILY_LIAISON, *POINT_PERSONS) if role == Role.FAMILY_PARTNER else POINT_PERSONS
    team = list(
        Membership.objects.on(on)
        .filter(collaborative=collaborative, role=Role.IMPLEMENTATION_TEAM)
        .exclude(person__phone="")
        .select_related("person")
        .order_by("created_at", "pk")
    )
    for responsibility in first:
        for membership in team:
            if responsibility in membership.responsibilities:
                return membership.person
    return team[0].person if team else None
