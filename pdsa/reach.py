"""How far tries have come, and whose voice is still to come: what pages say of it, in sentences."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from collaborative.schedule.models import LearningSession
from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, Team
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words

from .models import PDSACycle, Spread, Voices
from .rules import voices as rules

MOST_TRIES = 200  # of a team, looked at for the rooms they name; ours
STILL_TO_COME = {
    Role.FAMILY_PARTNER: _("A family partner is still to come. Who has a child with you now, or had one lately?"),
    Role.TEACHER: _("A teacher from the rooms is still to come. Who is with the children all day?"),
    Role.SENIOR_LEADER: _("A senior leader is still to come. Who can say yes to cover and time?"),
}
SIDES = {
    Role.FAMILY_PARTNER: _("families"),
    Role.TEACHER: _("the teachers in the rooms"),
    Role.SENIOR_LEADER: _("the office"),
}


def rooms_in(center) -> list[str]:
    return [room["name"] for room in center.rooms if room.get("name")]


def rooms_of_tries(actor, team) -> list[str]:
    """The rooms of the center that the team's tries name as the place where something was tried."""
    rooms = rooms_in(team.center)
    if not rooms:
        return []
    tries = PDSACycle.objects.visible_to(actor).of_teams([team.pk]).posted().order_by("-pk")
    texts = [text for pair in tries.values_list("where", "with_whom")[:MOST_TRIES] for text in pair]
    return rules.rooms_named(rooms, texts)


def sentences(row) -> list[str]:
    """What one day's numbers say."""
    found = []
    if row.rooms_reached is not None:
        said = ngettext(
            "Something was tried in %(reached)s of %(rooms)s room.",
            "Something was tried in %(reached)s of %(rooms)s rooms.",
            row.rooms,
        )
        found.append(said % {"reached": row.rooms_reached, "rooms": row.rooms})
    elif row.rooms is not None:
        found.append(ngettext("%(rooms)s room.", "%(rooms)s rooms.", row.rooms) % {"rooms": row.rooms})
    if row.staff_reached is not None:
        said = ngettext(
            "%(reached)s of %(staff)s person outside the team has tried something, or helped to.",
            "%(reached)s of %(staff)s people outside the team have tried something, or helped to.",
            row.staff,
        )
        found.append(said % {"reached": row.staff_reached, "staff": row.staff})
    elif row.staff is not None:
        said = ngettext("%(staff)s person outside the team.", "%(staff)s people outside the team.", row.staff)
        found.append(said % {"staff": row.staff})
    return found


def spread_of_ramp(actor, team, cycles) -> str:
    """In which rooms a change was tried so far, out of how many; "" where its tries name none, or not for this reader.

    Out of how many: as the team noted last, else the rooms on the center's page.
    """
    if not can(actor, "read", "spread", TeamRow.of(team)):
        return ""
    rooms = rooms_in(team.center)
    named = rules.rooms_named(rooms, [text for cycle in cycles for text in (cycle.where, cycle.with_whom)])
    if not named:
        return ""
    noted = Spread.objects.visible_to(actor).filter(team=team, rooms__isnull=False).newest_first()
    there = max(noted.values_list("rooms", flat=True).first() or 0, len(rooms))
    said = ngettext(
        "Tried so far in %(named)s, %(reached)s of our %(rooms)s room.",
        "Tried so far in %(named)s, %(reached)s of our %(rooms)s rooms.",
        there,
    )
    return said % {"named": listed(named), "reached": len(named), "rooms": there}


@dataclass(frozen=True)
class Asked:
    """What a team leader may ask themselves: `places` on the team, `families` it cannot speak with or rooms it does
    not know, and the question about what was written down `lately`; "" and [] where there is nothing to ask."""

    places: list
    families: list[str]
    lately: str

    def __bool__(self):
        return bool(self.places or self.families or self.lately)


def led_team_id(actor):
    """The team this person leads day by day."""
    return next((place.team_id for place in actor.memberships if place.role == Role.TEAM_LEADER), None)


def own_notes(actor, team_id) -> Voices | None:
    rows = Voices.objects.visible_to(actor).filter(team_id=team_id, author_id=actor.person_id)
    return rows.order_by("pk").first()


def first_question(actor) -> str:
    """The first of the questions below, for who leads a team; "" for everybody else."""
    team_id = led_team_id(actor)
    if team_id is None or actor.is_closed:
        return ""
    team = Team.objects.visible_to(actor).select_related("center").get(pk=team_id)
    asked = to_ask_oneself(actor, team, own_notes(actor, team_id))
    return next((str(one) for one in (asked.lately, *asked.families, *asked.places) if one), "")


def to_ask_oneself(actor, team, notes) -> Asked:
    """Questions for the leader of this team alone; nobody is named in them."""
    members = Membership.objects.visible_to(actor).on(actor.today).filter(team=team).accepted()
    members = list(members.order_by("pk").values_list("person__first_name", "role"))
    families = []
    if notes:
        families += [
            gettext("Some families speak %(language)s, and nobody on the team does yet. Who could speak for them?")
            % {"language": language}
            for language in rules.without_us(notes.languages, notes.we_speak)
        ]
        unknown = [room for room in rooms_in(team.center) if room not in notes.rooms] if notes.rooms else []
        if unknown:
            said = gettext("Who could tell the team what the day is like in %(rooms)s?")
            families.append(said % {"rooms": listed(unknown)})
    places = [STILL_TO_COME[role] for role in rules.places_to_fill(role for _name, role in members)]
    return Asked(places, families, _lately(actor, team, members))


def _lately(actor, team, members):
    """Whose side is not in anything the team can read since the first learning session."""
    session = LearningSession.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).in_order()
    first = session.filter(starts__on__lte=actor.today).first()
    if first is None:
        return ""
    tries = PDSACycle.objects.visible_to(actor).of_teams([team.pk]).posted()
    tries = tries.filter(begun_on__gte=first.starts.on).order_by("-pk")
    said = list(tries.values_list("author_role", "whose_idea", "where", "with_whom")[:MOST_TRIES])
    if not said:
        return ""
    sides = [str(SIDES[role]) for role in rules.not_heard(members, [(role, idea) for role, idea, *_place in said])]
    texts = [text for _role, _idea, *place in said for text in place]
    rooms = rules.rooms_not_heard(rooms_in(team.center), texts)
    sides += [gettext("%(room)s (a room)") % {"room": room} for room in rooms]
    if not sides:
        return ""
    asked = gettext("Since %(session)s we have not read a try yet from %(sides)s. Whom could you ask on Tuesday?")
    return asked % {"session": in_own_words(first.name), "sides": listed(sides)}
