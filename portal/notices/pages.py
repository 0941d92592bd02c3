"""What the list of friendly calls shows, as plain values."""

from dataclasses import dataclass

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership

from . import words
from .forms import NoteForm
from .models import FriendlyCall

MOST_TALKED = 30


@dataclass(frozen=True)
class Contact:
    """Somebody of the team one can phone."""

    name: str
    role: str
    phone: str
    how: str


@dataclass
class Line:
    """One line of the list. `theirs` says what somebody else noted meanwhile."""

    call: FriendlyCall
    center: str
    why: str
    offer: str
    contacts: list[Contact]
    is_mine: bool
    form: NoteForm | None = None
    theirs: str = ""


def lines(actor, calls) -> list[Line]:
    """The list's lines, those one phones oneself first."""
    calls = list(calls)
    contacts = _contacts(actor, {call.team_id for call in calls})
    found = [
        Line(
            call=call,
            center=call.team.center.name,
            why=words.why_words(call),
            offer=words.offer_words(call),
            contacts=contacts.get(call.team_id, []),
            is_mine=call.helper_id == actor.person_id,
            form=NoteForm(prefix=str(call.pk), initial={"version": call.version}),
        )
        for call in calls
    ]
    return sorted(found, key=lambda line: not line.is_mine)


def _contacts(actor, team_ids):
    """The team leader first, then who enters the numbers."""
    rows = Membership.objects.visible_to(actor).on(actor.today).filter(team_id__in=team_ids)
    found = {}
    for row in rows.select_related("person").order_by("created_at", "pk"):
        if row.role == Role.TEAM_LEADER or row.is_data_point_person:
            found.setdefault(row.team_id, []).append(row)
    return {
        team: [
            Contact(row.person.full_name, row.get_role_display(), row.person.phone, row.person.how_to_reach)
            for row in sorted(members, key=lambda row: row.role != Role.TEAM_LEADER)
        ]
        for team, members in found.items()
    }
