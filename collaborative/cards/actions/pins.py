"""PINs: chosen by the person, good on the team's tablets alone, and never tried without being counted."""

from dataclasses import dataclass, replace

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from collaborative.isolation import context
from collaborative.isolation.inserting import add_unless_there
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import Membership

from .. import rules
from ..models import Pin, PinGuess, Tablet

TOO_STRONG_ROLES = (Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)


class EasyToGuess(Exception):
    """One of the digits everybody would try first."""


class NeedsOwnDevice(Exception):
    """Whoever sees more than one team does not come in with four digits."""


class WrongPin(Exception):
    """Not this PIN, or not now; it says nothing more."""


@dataclass(frozen=True)
class Name:
    """A person as the tablet shows them."""

    person_id: object
    name: str


@transaction.atomic
def set_pin(person, team, digits: str, *, on) -> None:
    """The person's own digits for this team's tablets; what was mistyped before no longer counts.

    Raises EasyToGuess, NeedsOwnDevice.
    """
    if not rules.is_pin(digits) or rules.is_easy_to_guess(digits):
        raise EasyToGuess
    if sees_much(person.pk, person.user_id, on):
        raise NeedsOwnDevice
    pin = Pin(person=person, team=team, digits_hash=make_password(digits))
    if add_unless_there(pin):
        return
    (earlier,) = Pin.objects.of(person.pk, [team.pk])
    Pin.objects.filter(pk=earlier.pk).update(
        digits_hash=pin.digits_hash, wrong=0, version=F("version") + 1, updated_at=timezone.now()
    )
    PinGuess.objects.filter(pin=earlier).update(wrong=0, rests_until=None)


@transaction.atomic
def drop_pins(person, teams) -> None:
    """The person no longer comes in with digits there."""
    own = Pin.objects.of(person.pk, teams)
    PinGuess.objects.filter(pin__in=own).delete()
    own.delete()


def names_on(tablet, *, on) -> list[Name]:
    """Who may come in here today: the team's people of today who chose a PIN."""
    pins = list(
        Pin.objects.shown()
        .filter(team=tablet.team_id, person__in=_members(tablet.team_id, on).values("person_id"))
        .select_related("person")
        .order_by("person__first_name", "person__family_name", "pk")
    )
    names = rules.names_on_tablet([(pin.person.first_name, pin.person.family_name) for pin in pins])
    return [Name(pin.person_id, name) for pin, name in zip(pins, names, strict=True)]


def come_in(tablet, person_id, digits: str, *, on):
    """The user of this person, if these are their digits, they are on the team today, and it is not resting.

    A try is counted before it is looked at, so that many at once are not looked at for one. Raises WrongPin.
    """
    now = timezone.now()
    member = _members(tablet.team_id, on).filter(person_id=person_id).select_related("person__user").first()
    pin = Pin.objects.of(person_id, [tablet.team_id]).select_for_update().first() if member else None
    if pin is None or not member.person.user or not member.person.user.is_active:
        raise WrongPin
    guess = _guesses(tablet, pin)
    if not rules.may_guess(on_tablet=guess.wrong, anywhere=pin.wrong, rests_until=guess.rests_until, now=now):
        raise WrongPin
    _count(pin, guess, now)
    if not check_password(digits, pin.digits_hash) or sees_much(person_id, member.user_id, on):
        raise WrongPin
    _take_back(pin, guess)
    Tablet.objects.filter(pk=tablet.pk).exclude(used_on=on).update(used_on=on)
    return member.person.user


def sees_much(person_id, user_id, on) -> bool:
    """Whether a person, or their login anywhere, holds a role that reaches beyond one team."""
    strong = Membership.objects.on(on).filter(role__in=TOO_STRONG_ROLES)
    if user_id is None:
        return strong.filter(person_id=person_id).exists()
    with context.entered(replace(context.current(), user=user_id)):  # other organizations show one's own roles alone
        return strong.filter(Q(person_id=person_id) | Q(user_id=user_id)).exists()


def is_on_team(user_id, team_id, on) -> bool:
    return _members(team_id, on).filter(user_id=user_id).exists()


def _members(team_id, on):
    return Membership.objects.on(on).filter(team_id=team_id, role__in=TEAM_ROLES, person__hidden_at=None)


def _guesses(tablet, pin):
    """The count of this PIN on this tablet, held until the end of the transaction."""
    add_unless_there(PinGuess(tablet=tablet, pin=pin, team_id=tablet.team_id))
    return PinGuess.objects.select_for_update().get(tablet=tablet, pin=pin)


def _count(pin, guess, now):
    rests = now + rules.REST if rules.rests_after(guess.wrong + 1) else None
    PinGuess.objects.filter(pk=guess.pk).update(wrong=F("wrong") + 1, rests_until=rests)
    Pin.objects.filter(pk=pin.pk).update(wrong=F("wrong") + 1)


def _take_back(pin, guess):
    """The person came in: what they mistyped here no longer counts, what was tried on other tablets does."""
    PinGuess.objects.filter(pk=guess.pk).update(wrong=0, rests_until=None)
    Pin.objects.filter(pk=pin.pk).update(wrong=Greatest(F("wrong") - guess.wrong - 1, Value(0)))
