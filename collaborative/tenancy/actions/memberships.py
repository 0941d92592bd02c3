"""Roles given and ended, coaches beside teams, role groups."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from collaborative.outbox.actions import say_no_more

from .. import rules
from ..enums import TEAM_ROLES, Responsibility, Role
from ..models import AffinityGroup, CoachAssignment, Invitation, Membership, Organization
from .organizations import place_of

CENTER_ROLES = (*TEAM_ROLES, Role.DIRECTOR)
STAFF_ROLES = tuple(role for role in CENTER_ROLES if role != Role.FAMILY_PARTNER)


class NotYoursToGive(Exception):
    """The giver's own roles do not reach this far."""


class AnotherSeniorLeader(Exception):
    """The project team has a senior leader in these days; `current` is their membership."""

    def __init__(self, current):
        super().__init__("another senior leader")
        self.current = current


class HasRoleAlready(Exception):
    """The person holds this role there already."""


class CannotHold(Exception):
    """What the person is here already speaks against this role."""


class CoachBelongsToCenter(CannotHold):
    """A faculty coach comes from outside: whoever belongs to a center here cannot coach here."""


class StandsBehindWall(CannotHold):
    """The person oversees the centers and may only observe."""


class FamilyOrStaff(CannotHold):
    """Family partners speak among themselves: nobody is a family partner and staff of a center in one collaborative."""


@transaction.atomic
def give_membership(
    person, role, *, collaborative=None, team=None, center=None, by=None, on, starts_on=None, ends_on=None, **details
) -> Membership:
    """Give a person a role at its place, from `starts_on` (today) on.

    `by` is the giver (a Person), None for an operator's command. Nobody but an organization's admin gives a role to
    themselves, and from a team roles go to its own people: others are invited, and say yes. Raises NotYoursToGive,
    AnotherSeniorLeader, HasRoleAlready, CannotHold.
    """
    collaborative = team.collaborative if team else collaborative
    starts_on = starts_on or on
    if by is not None:
        reaching = _refuse_beyond_reach(by, role, collaborative, team, on)
        _refuse_oneself_and_strangers(by, reaching, person, team, on)
    refuse_what_cannot_be(person, role, collaborative=collaborative, starts_on=starts_on, ends_on=ends_on)
    organization = Organization.objects.get(pk=person.organization_id)
    membership = Membership(
        person=person,
        role=role,
        collaborative=collaborative,
        team=team,
        center=center,
        starts_on=starts_on,
        ends_on=ends_on,
        user_id=person.user_id if rules.is_awake(role, collaborative) else None,
        behind_wall=person.behind_wall,
        organization_slug=organization.slug,
        organization_name=organization.name,
        collaborative_slug=collaborative.slug if collaborative else "",
        collaborative_name=collaborative.name if collaborative else "",
        place_name=place_of(team) if team else center.name if center else "",
        **details,
    )
    return _saved(membership, force_insert=True)


@transaction.atomic
def change_membership(membership, *, by=None, on, **changes) -> Membership:
    """Change responsibilities, flags or dates of a membership. Raises AnotherSeniorLeader, NotYoursToGive."""
    if by is not None:
        _refuse_beyond_reach(by, membership.role, membership.collaborative, membership.team, on)
    for name, value in changes.items():
        setattr(membership, name, value)
    others = [item for item in membership.responsibilities if item != Responsibility.SENIOR_LEADER]
    membership.responsibilities = [Responsibility.SENIOR_LEADER, *others] if membership.leads_collaborative else others
    membership.version += 1
    return _saved(membership, update_fields={*changes, "responsibilities", "version"})


@transaction.atomic
def end_membership(membership, *, by=None, on, last_day=None) -> Membership:
    """A role holds up to and including `last_day`; without one it no longer holds from this moment on.

    Whoever holds none any more gets no message that still waits for them; their words stay.
    """
    if by is not None:
        _refuse_beyond_reach(by, membership.role, membership.collaborative, membership.team, on)
    Invitation.objects.filter(membership=membership, accepted_at=None, revoked_at=None).update(
        revoked_at=timezone.now()
    )
    ended = _ended(membership, on, last_day, by)
    if not Membership.objects.on(on).filter(person_id=membership.person_id).exists():
        say_no_more(membership.person_id)
    return ended


@transaction.atomic
def assign_coach(person, team, *, by=None, on, starts_on=None, ends_on=None) -> CoachAssignment:
    """A faculty coach walks beside a team from `starts_on` (today) on. Raises CoachBelongsToCenter, HasRoleAlready."""
    starts_on = starts_on or on
    _refuse_coach_of_own(person, Role.FACULTY_COACH, team.collaborative, starts_on, ends_on)
    same = CoachAssignment.objects.shown().filter(_overlaps(starts_on, ends_on), person=person, team=team)
    if same.exists():
        raise HasRoleAlready
    return CoachAssignment.objects.create(person=person, team=team, starts_on=starts_on, ends_on=ends_on)


def end_assignment(assignment, *, by=None, on, last_day=None) -> CoachAssignment:
    """The coach walks beside the team up to and including `last_day`; without one, no longer from this moment on."""
    return _ended(assignment, on, last_day, by)


def create_affinity_group(*, collaborative, role, name, coach=None, co_lead=None, by=None, on=None) -> AffinityGroup:
    """A role group across the centers of a collaborative. Raises HasRoleAlready where it has one for this role."""
    try:
        with transaction.atomic():
            return AffinityGroup.objects.create(
                collaborative=collaborative, role=role, name=name, coach=coach, co_lead=co_lead
            )
    except IntegrityError as error:
        raise HasRoleAlready from error


def change_affinity_group(group, *, by, on, **changes) -> AffinityGroup:
    """Change the name, the coach or the co-lead of a role group."""
    for name, value in changes.items():
        setattr(group, name, value)
    group.version += 1
    group.save(update_fields=[*changes, "version"])
    return group


def _ended(row, on, last_day, by):
    """Set the last day; a row that would have held on no day at all is hidden."""
    last_day = last_day or on - datetime.timedelta(days=1)
    if last_day < row.starts_on:
        row.hidden_at = timezone.now()
        row.hidden_by_id = by.pk if by else None
    else:
        row.ends_on = last_day
    row.version += 1
    row.save(update_fields=["ends_on", "hidden_at", "hidden_by_id", "version"])
    return row


def _refuse_beyond_reach(by, role, collaborative, team, on):
    """The memberships of `by` that reach as far as this role; raises where there are none."""
    held = list(Membership.objects.on(on).filter(person=by))
    collaborative_id = collaborative.pk if collaborative else None
    team_id = team.pk if team else None
    reaching = [giver for giver in held if rules.may_give(giver, role, collaborative_id, team_id)]
    if not reaching:
        raise NotYoursToGive
    return reaching


def _refuse_oneself_and_strangers(by, reaching, person, team, on):
    roles = {giver.role for giver in reaching}
    if Role.ORGANIZATION_ADMIN in roles:
        return
    if person.pk == by.pk:
        raise NotYoursToGive
    if roles <= set(rules.INVITING_TEAM_ROLES) and person.user_id:
        colleagues = Membership.objects.on(on).accepted().filter(team=team)
        if not colleagues.filter(person=person).exists():
            raise NotYoursToGive


def refuse_what_cannot_be(person, role, *, collaborative, starts_on, ends_on=None):
    """Raise the CannotHold that fits where what the person is here already speaks against this role."""
    if person.behind_wall and role != Role.OBSERVER:
        raise StandsBehindWall
    _refuse_coach_of_own(person, role, collaborative, starts_on, ends_on)
    if role not in CENTER_ROLES:
        return
    others = STAFF_ROLES if role == Role.FAMILY_PARTNER else (Role.FAMILY_PARTNER,)
    if _held_here(person, others, collaborative, starts_on, ends_on).exists():
        raise FamilyOrStaff


def _refuse_coach_of_own(person, role, collaborative, starts_on, ends_on):
    if role != Role.FACULTY_COACH and role not in CENTER_ROLES:
        return
    others = CENTER_ROLES if role == Role.FACULTY_COACH else (Role.FACULTY_COACH,)
    if _held_here(person, others, collaborative, starts_on, ends_on).exists():
        raise CoachBelongsToCenter


def _held_here(person, roles, collaborative, starts_on, ends_on):
    return Membership.objects.shown().filter(
        _overlaps(starts_on, ends_on), person=person, collaborative=collaborative, role__in=roles
    )


def _overlaps(starts_on, ends_on):
    condition = Q(ends_on=None) | Q(ends_on__gte=starts_on)
    return condition & Q(starts_on__lte=ends_on) if ends_on else condition


def _saved(membership, **how):
    try:
        with transaction.atomic():
            membership.save(**how)
    except IntegrityError as error:
        if "one_senior_leader_at_a_time" in str(error):
            raise AnotherSeniorLeader(_leader_beside(membership)) from error
        if "membership_once" in str(error):
            raise HasRoleAlready from error
        raise
    return membership


def _leader_beside(membership):
    return (
        Membership.objects.shown()
        .filter(
            _overlaps(membership.starts_on, membership.ends_on),
            collaborative=membership.collaborative,
            leads_collaborative=True,
        )
        .exclude(pk=membership.pk)
        .select_related("person")
        .order_by("starts_on", "pk")
        .first()
    )
