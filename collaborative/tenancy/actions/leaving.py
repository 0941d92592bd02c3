"""A center leaves the collaborative, and may come back: its people's places here end and begin with it."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from collaborative.audit.actions import record_access
from collaborative.isolation.locking import save_if_unchanged

from ..enums import TEAM_ROLES, Role
from ..models import CoachAssignment, Departure, Membership, Team
from .memberships import CannotHold, HasRoleAlready, assign_coach, end_assignment, end_membership, give_membership

GONE = "center_left"
BACK = "center_came_back"


class HasLeftAlready(Exception):
    """The center is noted as gone already."""


class IsHere(Exception):
    """The center takes part: there is nothing to bring back."""


@transaction.atomic
def leave(team, *, left_on, words_after, by, on, **words) -> Departure:
    """The team's center takes no part from `left_on` on: every place on the team, and beside it, ends at once.

    What the team wrote goes as far as the center chose (`words_after`), from now on. `words`: reasons, own_words,
    lessons, chosen_by, language. `by` is a person of the project team. Raises HasLeftAlready.
    """
    here = Team.objects.shown().filter(pk=team.pk, left_on=None)
    if not here.update(left_on=left_on, words_after=words_after, version=F("version") + 1):
        raise HasLeftAlready
    members, coaches = list(_places_of(team, on)), list(_beside(team, on))
    departure = Departure.objects.create(
        collaborative_id=team.collaborative_id, team=team, left_on=left_on, words_after=words_after, noted_by=by,
        ended={"members": _as_they_were(members), "coaches": _as_they_were(coaches)}, **words,
    )  # fmt: skip
    for row in members:
        end_membership(row, by=by, on=on)
    for row in coaches:
        end_assignment(row, by=by, on=on)
    record_access(GONE, person_id=by.pk, thing_id=team.pk)
    return departure


def _places_of(team, on):
    """Who is on the team today or will be, and who directs its center here."""
    directs = Q(role=Role.DIRECTOR, center_id=team.center_id, collaborative_id=team.collaborative_id)
    rows = Membership.objects.shown().filter(Q(team_id=team.pk, role__in=TEAM_ROLES) | directs)
    return _holding(rows, on).select_related("collaborative", "team", "person")


def _beside(team, on):
    return _holding(CoachAssignment.objects.shown().filter(team_id=team.pk), on)


def _holding(rows, on):
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=on)).order_by("created_at", "pk")


def _as_they_were(rows):
    """[[id, the last day that was set, or null], ...]"""
    return [[str(row.pk), row.ends_on and row.ends_on.isoformat()] for row in rows]


@transaction.atomic
def change_departure(departure, *, version, words_after, by, on, **words) -> None:
    """Other words, or another choice about what the team wrote; it holds at once. Raises ChangedMeanwhile."""
    save_if_unchanged(departure, version, words_after=words_after, **words)
    gone = Team.objects.filter(pk=departure.team_id, left_on__isnull=False)
    if gone.exclude(words_after=words_after).update(words_after=words_after, version=F("version") + 1):
        record_access(GONE, person_id=by.pk, thing_id=departure.team_id)


@transaction.atomic
def take_back(departure, *, by, on) -> None:
    """It was a slip: the center has never left, and every place is as it was. Raises IsHere."""
    _takes_part_again(departure, by=by)
    Departure.objects.filter(pk=departure.pk).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )
    for model, name in ((Membership, "members"), (CoachAssignment, "coaches")):
        for pk, ends_on in departure.ended.get(name, []):
            _as_it_was(model, pk, ends_on and date.fromisoformat(ends_on))


def _as_it_was(model, pk, ends_on):
    """The row holds as it did, unless the person holds the same place anew."""
    try:
        with transaction.atomic():
            model.objects.filter(pk=pk).update(
                ends_on=ends_on, hidden_at=None, hidden_by_id=None, version=F("version") + 1
            )
    except IntegrityError:
        return


def may_come_back(departure):
    """The people and coaches whose places ended when the center left: (memberships, assignments), as queries.

    Who never came in is invited anew.
    """
    members = Membership.objects.filter(pk__in=_ids(departure, "members")).accepted()
    coaches = CoachAssignment.objects.filter(pk__in=_ids(departure, "coaches"))
    by_name = ("person__first_name", "person__family_name", "pk")
    return (
        members.select_related("person", "team__collaborative", "center", "collaborative").order_by(*by_name),
        coaches.select_related("person", "team__collaborative").order_by(*by_name),
    )


def _ids(departure, name):
    return [pk for pk, _ends_on in departure.ended.get(name, [])]


@transaction.atomic
def come_back(departure, *, places, by, on) -> list[str]:
    """The center takes part again from today on, with those who come back (`places`: ids of memberships and coaches).

    What it wrote is where it was. Returns the names of people who could not be given their place again, since
    what they are here by now speaks against it. Raises IsHere.
    """
    _takes_part_again(departure, by=by)
    Departure.objects.filter(pk=departure.pk).update(came_back_on=max(on, departure.left_on), version=F("version") + 1)
    members, coaches = (rows.filter(pk__in=places) for rows in may_come_back(departure))
    stayed_out = [row.person.full_name for row in members if not _given_again(row, by, on)]
    for row in coaches:
        try:
            assign_coach(row.person, row.team, by=by, on=on)
        except (CannotHold, HasRoleAlready):
            stayed_out.append(row.person.full_name)
    return stayed_out


def _given_again(row, by, on) -> bool:
    details = {name: getattr(row, name) for name in ("is_data_point_person", "is_key_contact")}
    place = {"team": row.team} if row.team_id else {"collaborative": row.collaborative, "center": row.center}
    try:
        give_membership(row.person, row.role, by=by, on=on, **place, **details)
    except HasRoleAlready:
        return True
    except CannotHold:
        return False
    return True


def _takes_part_again(departure, *, by):
    gone = Team.objects.filter(pk=departure.team_id, left_on__isnull=False)
    still = Departure.objects.shown().open().filter(pk=departure.pk)
    if not still.exists() or not gone.update(left_on=None, words_after="", version=F("version") + 1):
        raise IsHere
    record_access(BACK, person_id=by.pk, thing_id=departure.team_id)
