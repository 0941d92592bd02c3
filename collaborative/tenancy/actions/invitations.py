"""Invitations: the way in is the account. Single use, bound to one membership, fourteen days, revocable."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id
from collaborative.outbox.actions import send_unless_dropped, write_message
from collaborative.people import phones
from collaborative.people.addresses import canonical

from .. import invitations, letters, logins, rules
from ..enums import CollaborativeState, Reminders, Role
from ..models import Invitation, Membership, Organization, Person
from ..telling import tell
from .holding import LETTER, hold, house_of, letter_of
from .memberships import HasRoleAlready, NotYoursToGive, give_membership, refuse_what_cannot_be

JUST_NOW = datetime.timedelta(minutes=10)


class NoLongerOpen(Exception):
    """The invitation was used, taken back, or has run out."""


class EnoughForToday(Exception):
    """Twenty invitations a day from one team are enough."""


class SentJustNow(Exception):
    """It went out a few minutes ago."""


class SignInFirst(Exception):
    """The invited address or number has a login already: its owner signs in, then says yes."""


@transaction.atomic
def invite(
    *, role, by, on, first_name, email="", text_to="", family_name="", language="en", phone="",
    collaborative=None, team=None, center=None, works_on="", hours="", own_words="", **details
) -> Invitation:  # fmt: skip
    """Ask somebody in, by mail or (`text_to`, a phone as people type it) by text: a person as the inviter names them,
    their membership, the invitation and its message.

    Whoever is here already under this address stays who they are: with their yes the role becomes theirs. Until then
    the inviter learns nothing about them. `by` is the inviter (a Person), None for an operator's command. The returned
    invitation carries its link once, as `address`.
    Raises HasRoleAlready, EnoughForToday, ValueError for an address that cannot be, and what `give_membership` raises.
    """
    organization = Organization.objects.get(pk=current_organization_id())
    number = "" if email else phones.canonical(text_to, organization.country)
    email = canonical(email) if email else ""
    place = {"collaborative": team.collaborative if team else collaborative, "team": team, "center": center}
    known = logins.find_person(email) if email else logins.find_person_by_phone(number)
    if by is not None:
        _refuse_beyond_cap(by, on)
        _refuse_asked_already({"email": email, "phone": number}, role, place)
    if known is not None:
        _refuse_known(known, role, place, by=by, on=on)
    person = known if by is None else None
    if person is None:
        reached = {"email": email} if email else {"reminders": Reminders.TEXT}
        reached["phone"] = phone or text_to.strip()[:30]
        person = Person.objects.create(first_name=first_name, family_name=family_name, language=language, **reached)
    membership = give_membership(
        person, role, collaborative=collaborative, team=team, center=center, by=by, on=on, **details
    )
    Membership.objects.filter(pk=membership.pk).update(user_id=None)  # not before the person says yes
    inviter = by or person
    parts = {"works_on": works_on, "hours": hours, "own_words": own_words}
    invitation = Invitation(membership=membership, invited_by=inviter, email=email, phone=number, parts=parts)
    if membership.collaborative and membership.collaborative.state == CollaborativeState.BUILDING:
        hold(invitation)
    else:
        invitation.words = letter_of(invitation, organization, house_of(membership.collaborative))
        _send(invitation, organization)
    return invitation


def let_go(invitation, *, organization, house, not_before=None, letter_id=None) -> None:
    """A held invitation leaves, in the words of this moment; with `letter_id` it can be held back until it has left."""
    invitation.is_held = False
    invitation.words = letter_of(invitation, organization, house)
    _send(invitation, organization, not_before=not_before, letter_id=letter_id)


@transaction.atomic
def send_again(invitation, *, by, on) -> Invitation:
    """A new link in place of the old one, for fourteen days more. Raises NoLongerOpen, SentJustNow, EnoughForToday."""
    if invitation.accepted_at or invitation.revoked_at or invitation.is_held:
        raise NoLongerOpen
    sent_at = invitation.expires_at - datetime.timedelta(days=rules.VALID_DAYS)
    if timezone.now() - sent_at < JUST_NOW:
        raise SentJustNow
    _refuse_beyond_cap(by, on)
    _send(invitation, Organization.objects.get(pk=invitation.organization_id))
    return invitation


@transaction.atomic
def revoke(invitation, *, by, on) -> None:
    """Take an invitation back; the role it would have brought goes with it. Raises NoLongerOpen once it is used."""
    _close(invitation, by_person=by.pk)


@transaction.atomic
def decline(invitation, *, words="") -> None:
    """The invited person says no, thank you; whoever asked is told so, kindly, with the word they may have added.

    That word goes to the inviter alone. Nothing more is sent to the person. Raises NoLongerOpen.
    """
    person, inviter = invitation.membership.person, invitation.invited_by
    _close(invitation, by_person=person.pk)
    Invitation.objects.filter(pk=invitation.pk).update(declined_at=timezone.now())
    with translation.override(inviter.language):
        subject = _("%(name)s says no, thank you") % {"name": person.full_name}
        body = _("%(name)s read your invitation and says no for now. That is fine. A call may still be welcome.") % {
            "name": person.full_name
        }
    said = "\n\n".join(part for part in (body, words.strip()[:300]) if part)
    tell(inviter, subject, said, f"declined:{invitation.pk}")


@transaction.atomic
def accept(invitation, *, user=None, visitor=None, on) -> Membership:
    """The person comes in: the login of the invited address or number (or `user`, once the inviter agreed) gets the
    membership.

    A login that exists already is opened by signing in and by nothing else: `visitor` is who is signed in. Exactly one
    acceptance counts, however many arrive at once. Raises NoLongerOpen, SignInFirst, CannotHold.
    """
    membership = invitation.membership
    if not rules.is_awake(membership.role, membership.collaborative):
        raise NoLongerOpen
    now = timezone.now()
    used = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None, expires_at__gt=now).update(
        accepted_at=now
    )
    if not used:
        raise NoLongerOpen
    if user is None:
        user = _login_of(invitation, visitor)
    return _come_in(invitation.membership, user, invitation.invited_by)


def _login_of(invitation, visitor):
    """The login of the invited address or number: made where there is none, and else only for its owner, signed in."""
    by_mail = bool(invitation.email)
    known = logins.find_login(invitation.email) if by_mail else logins.find_login_by_phone(invitation.phone)
    if known not in (None, visitor):
        raise SignInFirst
    if not by_mail:
        return logins.find_or_make_login_by_phone(invitation.phone)
    user = logins.find_or_make_login(invitation.email)
    logins.prove_address(user, invitation.email)
    return user


@transaction.atomic
def ask_with_other_address(invitation, *, email, on) -> None:
    """The person is signed in with another address and asks to come in with that one; the inviter decides."""
    asked = Invitation.objects.filter(
        pk=invitation.pk, accepted_at=None, revoked_at=None, expires_at__gt=timezone.now()
    ).update(other_email=email)
    if not asked:
        raise NoLongerOpen
    inviter, person = invitation.invited_by, invitation.membership.person
    with translation.override(inviter.language):
        subject = _("%(name)s would like to come in with another address") % {"name": person.full_name}
        body = _(
            "You invited %(name)s at %(invited)s. Somebody with that link is signed in as %(other)s. If you know that "
            "this is the same person, say yes on your page of invitations."
        ) % {"name": person.full_name, "invited": invitation.email or phones.in_words(invitation.phone), "other": email}
    tell(inviter, subject, body, f"other-address:{invitation.pk}:{email}"[:80])


@transaction.atomic
def agree_to_other_address(invitation, *, by, on) -> Membership:
    """The inviter knows that the other address is the same person. Raises NoLongerOpen."""
    user = logins.find_login(invitation.other_email) if invitation.other_email else None
    if user is None:
        raise NoLongerOpen
    return accept(invitation, user=user, on=on)


def refuse_other_address(invitation, *, by, on) -> None:
    """The other address stays outside; the invitation itself stays open."""
    Invitation.objects.filter(pk=invitation.pk).update(other_email="")


def _come_in(membership, user, invited_by):
    """The membership becomes the login's; if the login stands for a person here already, it becomes that person's."""
    person = membership.person
    known = Person.objects.shown().filter(user=user).exclude(pk=person.pk).first()
    if known is None and person.user_id not in (None, user.pk):
        raise NoLongerOpen  # another login stands for this person
    if known is None:
        Person.objects.filter(pk=person.pk, user=None).update(user=user)
        Membership.objects.filter(pk=membership.pk).update(user_id=user.pk)
    else:
        _refuse_known(known, membership.role, _place_of(membership), by=invited_by, on=membership.starts_on, again=True)
        membership = _moved(membership, known, user)
        _hide_if_empty(person)
    membership.refresh_from_db()
    return membership


def _place_of(membership):
    return {name: getattr(membership, name) for name in ("collaborative", "team", "center")}


def _refuse_asked_already(way, role, place):
    """One open invitation to one role at one place."""
    place = {f"membership__{name}": value for name, value in place.items()}
    asked = Invitation.objects.filter(**way, membership__role=role, accepted_at=None, revoked_at=None, **place)
    if asked.filter(expires_at__gt=timezone.now()).exists():
        raise HasRoleAlready


def _refuse_known(known, role, place, *, by, on, again=False):
    """Refuse what the known person holds already (unless `again`), cannot hold, or would give to themselves."""
    if by is not None and known.pk == by.pk and not _is_admin(by, on):
        raise NotYoursToGive
    if not again and Membership.objects.shown().filter(person=known, role=role, ends_on=None, **place).exists():
        raise HasRoleAlready
    refuse_what_cannot_be(known, role, collaborative=place["collaborative"], starts_on=on)


def _is_admin(person, on):
    return Membership.objects.on(on).filter(person=person, role=Role.ORGANIZATION_ADMIN).exists()


def _moved(membership, person, user):
    """The same role of the person they already are here: an open one stays, otherwise this one is theirs."""
    place = _place_of(membership)
    same = Membership.objects.shown().filter(person=person, role=membership.role, ends_on=None, **place).first()
    row = Membership.objects.filter(pk=membership.pk)
    if same:
        row.update(hidden_at=timezone.now())
        return same
    row.update(person=person, behind_wall=person.behind_wall, user_id=user.pk)
    return membership


def _hide_if_empty(person):
    if not Membership.objects.shown().filter(person=person).exists():
        Person.objects.filter(pk=person.pk).update(hidden_at=timezone.now())


def _close(invitation, *, by_person):
    now = timezone.now()
    closed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(revoked_at=now)
    if not closed:
        raise NoLongerOpen
    Membership.objects.filter(pk=invitation.membership_id).update(hidden_at=now, hidden_by_id=by_person)
    person = invitation.membership.person
    if person.user_id is None:
        _hide_if_empty(person)


def _refuse_beyond_cap(by, on):
    held = Membership.objects.on(on).filter(person=by).values_list("role", flat=True)
    if any(rules.roles_to_give(role) and role not in rules.INVITING_TEAM_ROLES for role in held):
        return  # the project team invites a whole collaborative in one afternoon
    since = timezone.now() - datetime.timedelta(days=1)
    sent = Invitation.objects.filter(invited_by=by, created_at__gte=since).count()
    if sent >= rules.INVITATIONS_A_DAY:
        raise EnoughForToday


def _send(invitation, organization, *, not_before=None, letter_id=None):
    """Give the invitation a fresh token and write its mail or text."""
    by_mail = bool(invitation.email)
    token = invitations.new_token() if by_mail else invitations.new_short_token()
    person, inviter = invitation.membership.person, invitation.invited_by
    invitation.token_hash = invitations.hash_of(token)
    invitation.expires_at = timezone.now() + datetime.timedelta(days=rules.VALID_DAYS)
    invitation.save()
    invitation.address = invitations.address_of(organization.slug, token)
    message = write_message(
        **(letters.as_mail(invitation, organization) if by_mail else letters.as_text(invitation, organization)),
        slot=f"invitation:{new_id()}",
        person_id=person.pk,
        from_name=inviter.full_name,
        reply_to=inviter.email,
        language=person.language,
        not_before=not_before,
        erase_when_sent=not settings.DEMO,  # the link opens the door: it is kept only where mails are there to be read
    )
    if letter_id:
        send_unless_dropped(
            message, kind=LETTER, about_id=letter_id, due_on=timezone.localdate(), words=invitation.address
        )
