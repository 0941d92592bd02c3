"""Cards made, stopped and used. A card opens one collaborative, for one person, and whoever makes it could use it:
so nobody makes one for somebody whose rights there go beyond what the maker looks after."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from collaborative.audit.actions import record_access
from collaborative.isolation.models import new_id
from collaborative.outbox.actions import write_message
from collaborative.people.models import User
from collaborative.tenancy.actions.people import attach_login
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import Invitation, Membership, Person

from .. import rules, secret
from ..models import Card, CardCode

STRONG_ROLES = (Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM)  # they hold a passkey or an app


class TakesNoPart(Exception):
    """The person holds no role in this collaborative."""


class NeedsStrongerWay(Exception):
    """Whoever sees much signs in with more than a piece of paper."""


class NotYoursToHandOut(Exception):
    """The person's roles here reach beyond what the maker looks after."""


class EnoughCardsForToday(Exception):
    """Twenty cards a day from one team are enough."""


class DoesNotOpen(Exception):
    """The code is unknown, used, too old or stopped; or the person no longer takes part."""


@dataclass(frozen=True)
class Made:
    """A card and its codes, told once: in order, in their plain form; and the seed to show them by."""

    card: Card
    codes: tuple[str, ...]
    seed: str


@dataclass(frozen=True)
class CameIn:
    """Whose card it was, as what login, and whether it was their first time here."""

    user: User
    card: Card
    is_first: bool


@transaction.atomic
def make_card(person, *, collaborative, by, on, letter="") -> Made:
    """A new card for a person who takes part; the earlier one stops. `by`: its maker, None for an operator's command.

    `letter`: the words printed beside it.

    Raises TakesNoPart, NeedsStrongerWay, NotYoursToHandOut, EnoughCardsForToday.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)  # of two at once, one after the other
    roles = roles_here(person, collaborative, on)
    refuse_what_is_not_for_a_card(roles)
    if by is not None:
        refuse_beyond_reach(roles, by, collaborative, on)
        _refuse_beyond_cap(by, collaborative, on)
    _stop(Card.objects.shown().filter(person=person, collaborative=collaborative, revoked_at=None), by)
    card = Card.objects.create(
        person=person,
        collaborative=collaborative,
        team_id=next((role.team_id for role in roles if role.team_id), None),
        made_by=by,
        letter=letter,
        expires_at=timezone.now() + datetime.timedelta(days=rules.VALID_DAYS),
    )
    seed = secret.new_seed()
    codes = secret.codes_of(seed)
    CardCode.objects.bulk_create(
        CardCode(card=card, number=number, code_hash=secret.hash_of(code)) for number, code in enumerate(codes, start=1)
    )
    if by is not None:
        record_access("card.made", person_id=by.pk, thing_id=card.pk)
        _tell(person, by)
    return Made(card, codes, seed)


@transaction.atomic
def stop_card(card, *, by, on) -> None:
    """The card no longer opens, and where it was used one is signed out."""
    if _stop(Card.objects.filter(pk=card.pk, revoked_at=None), by):
        record_access("card.stopped", person_id=by.pk, thing_id=card.pk)


def find_code(typed: str) -> CardCode | None:
    """The code of a good card in the organization that was entered, if this is one; looking changes nothing."""
    code = rules.plain_code(typed)
    found = CardCode.objects.filter(
        code_hash__in=secret.hashes_of(code), used_at=None, card__in=Card.objects.good(timezone.now())
    )
    return found.select_related("card__person", "card__collaborative").first()


@transaction.atomic
def use_code(code_id, *, on) -> CameIn:
    """The person comes in; the code is good no more. Of several at once, one counts. Raises DoesNotOpen."""
    now = timezone.now()
    code = CardCode.objects.filter(pk=code_id).first()
    # The card's row is held: whoever stops it at this moment waits, or has been before us.
    card = Card.objects.good(now).select_for_update().filter(pk=code.card_id).first() if code else None
    if card is None or not CardCode.objects.filter(pk=code.pk, used_at=None).update(used_at=now):
        raise DoesNotOpen
    person = Person.objects.shown().filter(pk=card.person_id).first()
    roles = roles_here(person, card.collaborative, on) if person else []
    if not [role for role in roles if role.starts_on <= on] or _are_strong(roles):
        raise DoesNotOpen
    is_first = person.user_id is None
    if is_first:
        attach_login(person, User.objects.create_user())
        _answered(roles, now)
    user = User.objects.get(pk=person.user_id)
    if not user.is_active:
        raise DoesNotOpen
    return CameIn(user, card, is_first)


def roles_here(person, collaborative, on) -> list[Membership]:
    """What the person is in this collaborative, and above it, now or from a later day on."""
    return list(
        Membership.objects.shown()
        .filter(Q(collaborative=collaborative) | Q(collaborative=None), Q(ends_on=None) | Q(ends_on__gte=on))
        .filter(person=person)
        .order_by("created_at", "pk")
    )


def refuse_what_is_not_for_a_card(roles):
    """Raise TakesNoPart or NeedsStrongerWay where these roles speak against a card."""
    if not [role for role in roles if role.collaborative_id]:
        raise TakesNoPart
    if _are_strong(roles):
        raise NeedsStrongerWay


def _are_strong(roles):
    return any(role.role in STRONG_ROLES for role in roles)


def refuse_beyond_reach(roles, by, collaborative, on):
    held = Membership.objects.on(on).filter(person=by, collaborative=collaborative)
    places = {(held_role.role, held_role.team_id) for held_role in held}
    if Role.IMPLEMENTATION_TEAM in {role for role, _team in places}:
        return
    led = {team for role, team in places if role == Role.TEAM_LEADER}
    if not all(role.role in TEAM_ROLES and role.team_id in led for role in roles):
        raise NotYoursToHandOut


def _refuse_beyond_cap(by, collaborative, on):
    if Membership.objects.on(on).filter(person=by, collaborative=collaborative, role=Role.IMPLEMENTATION_TEAM).exists():
        return  # the project team prints cards for a whole room of people in one afternoon
    since = timezone.now() - datetime.timedelta(days=1)
    if Card.objects.filter(made_by=by, created_at__gte=since).count() >= rules.CARDS_A_DAY:
        raise EnoughCardsForToday


def _stop(cards, by):
    return cards.update(revoked_at=timezone.now(), revoked_by=by)


def _answered(roles, now):
    """Coming in by card is a yes: an invitation by mail to the same role is answered with it."""
    Invitation.objects.filter(membership__in=roles, accepted_at=None, revoked_at=None).update(accepted_at=now)


def _tell(person, by):
    """Whoever has an address reads there that a card was made for them."""
    if not person.email or person.pk == by.pk:
        return
    with translation.override(person.language):
        subject = _("A sign-in card was made for you")
        body = _(
            "%(maker)s made a printed card with which you can sign in. If you did not want one, tell %(maker)s, or "
            "stop it yourself under About me, How I come in."
        ) % {"maker": by.full_name}
    write_message(
        to=person.email, subject=subject, body=body, slot=f"card:{new_id()}", person_id=person.pk,
        language=person.language,
    )  # fmt: skip
