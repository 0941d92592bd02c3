"""What a person is, where, from when until when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.people.phones import E164

from ..enums import COLLABORATIVE_ROLES, TEAM_ROLES, Responsibility, Role
from ..querysets import AffinityGroupQuerySet, AssignmentQuerySet, InvitationQuerySet, MembershipQuerySet
from .organization import Center, Collaborative, Team
from .person import Person


class DateRange(Func):
    """daterange(from, to) with both ends inside; an open end where `to` is null."""

    function = "DATERANGE"
    output_field = DateRangeField()


@with_history
class Membership(OrganizationRow):
    """A role of one person, in the organization, a collaborative, a team, or for a center (a director)."""

    person = RowKey(Person, related_name="memberships")
    role = models.CharField(max_length=24, choices=Role)
    collaborative = RowKey(Collaborative, null=True, blank=True, related_name="memberships")
    team = RowKey(Team, null=True, blank=True, related_name="memberships")
    center = RowKey(Center, null=True, blank=True, related_name="memberships")
    responsibilities = ArrayField(models.CharField(max_length=24, choices=Responsibility), default=list, blank=True)
    leads_collaborative = models.BooleanField(default=False)
    is_data_point_person = models.BooleanField(default=False)
    is_key_contact = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    # Kept beside the keys, so that one's own places can be listed before any organization is entered.
    user_id = models.UUIDField(null=True, editable=False)
    behind_wall = models.BooleanField(default=False, editable=False)
    organization_slug = models.CharField(max_length=50, editable=False)
    organization_name = models.CharField(max_length=120, editable=False)
    collaborative_slug = models.CharField(max_length=50, blank=True, editable=False)
    collaborative_name = models.CharField(max_length=160, blank=True, editable=False)
    place_name = models.CharField(max_length=160, blank=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user_id", "organization_slug"], name="membership_of_login"),
            models.Index(fields=["organization_id", "collaborative", "role"], name="membership_in_collaborative"),
            models.Index(fields=["organization_id", "team"], name="membership_in_team"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person", "role", "collaborative", "team", "center"],
                condition=Q(hidden_at=None, ends_on=None),
                nulls_distinct=False,
                name="membership_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(role=Role.ORGANIZATION_ADMIN, collaborative=None, team=None, center=None)
                    | Q(role__in=COLLABORATIVE_ROLES, collaborative__isnull=False, team=None, center=None)
                    | Q(role=Role.DIRECTOR, collaborative__isnull=False, team=None, center__isnull=False)
                    | Q(role__in=TEAM_ROLES, collaborative__isnull=False, team__isnull=False, center=None)
                ),
                name="membership_place_fits_role",
            ),
            models.CheckConstraint(
                condition=Q(behind_wall=False) | Q(role=Role.OBSERVER), name="membership_behind_wall_observes"
            ),
            models.CheckConstraint(
                condition=Q(leads_collaborative=False) | Q(role=Role.IMPLEMENTATION_TEAM),
                name="membership_leader_is_project_team",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_start"
            ),
            ExclusionConstraint(
                name="one_senior_leader_at_a_time",
                expressions=[
                    ("collaborative", RangeOperators.EQUAL),
                    (
                        DateRange("starts_on", "ends_on", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(leads_collaborative=True, hidden_at=None),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.place_name}".strip()


@with_history
class CoachAssignment(OrganizationRow):
    """A faculty coach walks beside a team for a period; coaches rotate, so it has two dates."""

    person = RowKey(Person, related_name="assignments")
    team = RowKey(Team, related_name="assignments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "person"], name="assignment_of_coach")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="assignment_ends_after_start"
            )
        ]

    def __str__(self):
        return f"{self.person} with {self.team}"


@with_history
class AffinityGroup(OrganizationRow):
    """A role group across centers: a safe place for its members, its faculty coach and its co-lead, nobody else."""

    collaborative = RowKey(Collaborative, related_name="affinity_groups")
    role = models.CharField(max_length=24, choices=[(role.value, role.label) for role in TEAM_ROLES])
    name = models.CharField(_("name"), max_length=80)
    coach = RowKey(Person, null=True, blank=True, related_name="coached_groups")
    co_lead = RowKey(Person, null=True, blank=True, related_name="co_led_groups")

    objects = AffinityGroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "role"], condition=Q(hidden_at=None), name="group_once"
            )
        ]

    def __str__(self):
        return self.name


class Invitation(OrganizationRow):
    """The way in for one person to one role: single use, bound to that membership, 14 days, revocable.

    It went to an address or, as a text, to a phone. `declined_at`: the person said no; a word
    they added is in the message to the inviter, and nowhere else.
    """

    membership = RowKey(Membership, related_name="invitations")
    invited_by = RowKey(Person, related_name="invitations_sent")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=16, blank=True)
    token_hash = models.CharField(max_length=64)
    words = models.TextField(blank=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    # Accepted with another address: the inviter says yes before it counts.
    other_email = models.EmailField(blank=True)
    # Written before the house is open, it waits; its letter is made anew of these parts when it leaves.
    is_held = models.BooleanField(default=False, editable=False)
    parts = models.JSONField(default=dict, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "token_hash"], name="invitation_token")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(email="") & Q(phone__regex=E164)) | (~Q(email="") & Q(phone="")),
                name="invitation_by_mail_or_by_text",
            ),
        ]

    def __str__(self):
        return f"invitation {self.pk}"
