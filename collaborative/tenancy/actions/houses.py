"""A house from the day it is started to the day it is opened: its own words, opening, closing again, putting away."""

from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from collaborative.isolation.locking import save_if_unchanged

from .. import rules
from ..enums import CollaborativeState
from ..models import Center, Collaborative, House, Invitation, Membership, Organization, Person, Team
from . import holding, invitations
from .organizations import SlugTaken


class NotBeingPrepared(Exception):
    """The house is open, or was put away: somebody else was faster."""


class SomebodyCameIn(Exception):
    """Somebody is in already: the house stays open."""


def make_house(collaborative, *, by=None, on=None, **words) -> House:
    """What a collaborative says in its own words, and where it came from. `words`: fields of House."""
    return House.objects.create(collaborative=collaborative, **words)


def change_house(house, version, *, by, on, **words) -> House:
    """Other words. Raises ChangedMeanwhile when somebody else saved first."""
    save_if_unchanged(house, version, **words)
    return house


@transaction.atomic
def open_house(house, *, by, on) -> None:
    """Everybody may come in: roles that were given hold, and held invitations leave when the quiet minutes are over.

    Raises NotBeingPrepared.
    """
    collaborative = _taken(house, CollaborativeState.BUILDING)
    now = timezone.now()
    House.objects.filter(pk=house.pk).update(opened_at=now, opened_by=by)
    house.refresh_from_db()
    _stand(collaborative, CollaborativeState.PREPARING)
    _wake(collaborative)
    organization = Organization.objects.get(pk=collaborative.organization_id)
    for invitation in held_of(collaborative):
        invitations.let_go(
            invitation,
            organization=organization,
            house=house,
            not_before=now + rules.QUIET_MINUTES,
            letter_id=letter_id(invitation.pk, now),
        )


@transaction.atomic
def close_house(house, *, by, on) -> None:
    """Open no longer, before anybody came in; letters that have not left stay here.

    Raises SomebodyCameIn, NotBeingPrepared where it is not open.
    """
    collaborative = _taken(house, CollaborativeState.PREPARING)
    if house.opened_at is None or came_in(collaborative, since=house.opened_at):
        raise SomebodyCameIn
    if is_quiet(house, timezone.now()):
        asked = _open_invitations(collaborative).values_list("pk", flat=True)
        holding.hold_again({letter_id(pk, house.opened_at): pk for pk in asked})
    House.objects.filter(pk=house.pk).update(opened_at=None, opened_by=None)
    _stand(collaborative, CollaborativeState.BUILDING)
    Membership.objects.shown().filter(collaborative=collaborative).exclude(role__in=rules.PREPARING_ROLES).update(
        user_id=None
    )


def send_now(invitation, house, *, by, on) -> None:
    """A colleague of the project team is asked in before the house opens. Raises NoLongerOpen."""
    if not invitation.is_held or invitation.membership.role not in rules.PREPARING_ROLES:
        raise invitations.NoLongerOpen
    organization = Organization.objects.get(pk=invitation.organization_id)
    invitations.let_go(invitation, organization=organization, house=house)


@transaction.atomic
def put_away(collaborative, *, by, on) -> None:
    """A house that nobody lives in yet goes off every page, with the roles given in it. Raises NotBeingPrepared."""
    now = timezone.now()
    gone = Collaborative.objects.shown().filter(pk=collaborative.pk, state=CollaborativeState.BUILDING)
    if not gone.update(hidden_at=now, hidden_by_id=by.pk if by else None):
        raise NotBeingPrepared
    Membership.objects.shown().filter(collaborative=collaborative).update(
        hidden_at=now, hidden_by_id=by.pk if by else None
    )


@transaction.atomic
def bring_back(collaborative, *, by, on) -> None:
    """It is back as it was, and its roles with it. Raises SlugTaken where another goes by its address now."""
    put_away_at = collaborative.hidden_at
    try:
        with transaction.atomic():
            Collaborative.objects.filter(pk=collaborative.pk).update(hidden_at=None, hidden_by_id=None)
    except IntegrityError as error:
        raise SlugTaken from error
    Membership.objects.filter(collaborative=collaborative, hidden_at=put_away_at).update(
        hidden_at=None, hidden_by_id=None
    )


def held_of(collaborative):
    """Invitations that wait for the house, by center and name."""
    rows = Invitation.objects.held().filter(membership__collaborative=collaborative, membership__hidden_at=None)
    return rows.select_related(
        "membership__person", "membership__team__center", "membership__collaborative", "invited_by"
    ).order_by("membership__place_name", "membership__person__first_name", "pk")


def came_in(collaborative, *, since) -> bool:
    """Whether anybody but the project team said yes since then."""
    yes = Invitation.objects.shown().filter(membership__collaborative=collaborative, accepted_at__gte=since)
    return yes.exclude(membership__role__in=rules.PREPARING_ROLES).exists()


def is_quiet(house, now) -> bool:
    """Whether the letters of the opening are all still here."""
    return house.opened_at is not None and now < house.opened_at + rules.QUIET_MINUTES - rules.ON_THE_SAFE_SIDE


def letter_id(invitation_id: UUID, opened_at) -> UUID:
    """The letter of one invitation at one opening."""
    return uuid5(invitation_id, opened_at.isoformat())


def _taken(house, state):
    """The collaborative, locked, in the state it is expected to be in."""
    rows = Collaborative.objects.shown().select_for_update().filter(pk=house.collaborative_id, state=state)
    collaborative = rows.first()
    if collaborative is None:
        raise NotBeingPrepared
    return collaborative


def _stand(collaborative, state):
    save_if_unchanged(collaborative, collaborative.version, state=state)


def _wake(collaborative):
    """Roles given to people who have a login hold from now on; those who were asked hold with their yes."""
    asked = Invitation.objects.filter(accepted_at=None, revoked_at=None).values("membership_id")
    login = Person.objects.filter(pk=OuterRef("person_id")).values("user_id")[:1]
    Membership.objects.shown().filter(collaborative=collaborative, user_id=None, person__user__isnull=False).exclude(
        pk__in=asked
    ).update(user_id=Subquery(login))


def _open_invitations(collaborative):
    rows = Invitation.objects.shown().filter(membership__collaborative=collaborative)
    return rows.filter(accepted_at=None, revoked_at=None)


@transaction.atomic
def take_back(house, *, memberships=(), teams=(), centers=(), by, on) -> None:
    """What a list brought in goes again, before the house is open: invitations, roles, teams, and new centers.

    A center that takes part elsewhere stays. Raises NotBeingPrepared, SomebodyCameIn.
    """
    _taken(house, CollaborativeState.BUILDING)
    now, who = timezone.now(), by.pk if by else None
    if Invitation.objects.filter(membership_id__in=memberships, accepted_at__isnull=False).exists():
        raise SomebodyCameIn
    Invitation.objects.filter(membership_id__in=memberships, revoked_at=None).update(revoked_at=now)
    gone = Membership.objects.shown().filter(Q(pk__in=memberships) | Q(team_id__in=teams))
    persons = list(gone.filter(person__user=None).values_list("person_id", flat=True))
    gone.update(hidden_at=now, hidden_by_id=who)
    here = Membership.objects.shown().filter(person_id=OuterRef("pk"))
    Person.objects.filter(~Exists(here), pk__in=persons).update(hidden_at=now, hidden_by_id=who)
    Team.objects.shown().filter(pk__in=teams).update(hidden_at=now, hidden_by_id=who)
    elsewhere = Team.objects.shown().filter(center_id=OuterRef("pk"))
    Center.objects.shown().filter(~Exists(elsewhere), pk__in=centers).update(hidden_at=now, hidden_by_id=who)
