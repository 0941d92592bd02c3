"""`visible_to(actor)`: the first call on every queryset in a door. The database holds a second lock behind it."""

from django.db import models
from django.db.models import Q

from . import grants
from .enums import HIDING, TEAM_ROLES, Audience, Role, Scope, ShownAs, Verb

NOTHING = Q(pk__in=[])
WORDS_LOOKED_FOR = 4


class RowQuerySet(models.QuerySet):
    """Rows of an organization. Subclasses say where a row's collaborative, team and author are found."""

    resource = ""
    collaborative_path = "collaborative_id"
    team_path = "team_id"
    author_path = "author_id"
    # Where the teams whose words a row holds are found: what a center took back when it left is theirs alone.
    speaking_paths = ()

    def shown(self):
        """Rows that are not hidden."""
        return self.filter(hidden_at=None)

    def visible_to(self, actor):
        """The rows `actor` may read: same organization, not hidden, and within the scope of the permission table."""
        return self.within(actor, Verb.READ)

    def within(self, actor, verb):
        """The rows on which `actor` may do `verb`."""
        rows = self.shown().filter(organization_id=actor.organization_id).filter(self.reach(actor, verb))
        return rows.filter(self.still_told(actor)) if actor.hushed_team_ids and self.speaking_paths else rows

    def still_told(self, actor) -> Q:
        """All but the words of centers that left and took them back; whoever wrote a row keeps it."""
        told = Q()
        for path in self.speaking_paths:
            told &= ~Q(**{f"{path}__in": actor.hushed_team_ids})
        return told | Q(**{self.author_path: actor.person_id}) if self.author_path else told

    def reach(self, actor, verb) -> Q:
        """The rows within reach of any of the actor's roles, as a condition."""
        return self.reach_of(actor, self.resource, verb)

    def reach_of(self, actor, resource, verb) -> Q:
        condition = NOTHING
        for membership in actor.memberships:
            condition |= self.scope_condition(actor, membership, grants.scope_for(resource, verb, membership))
        return condition

    def scope_condition(self, actor, membership, scope) -> Q:
        """One scope of one membership as a condition over this table's columns."""
        if scope == Scope.ALL:
            return self.everything_in(membership)
        if scope == Scope.ASSIGNED:
            return Q(**{f"{self.team_path}__in": membership.assigned_team_ids})
        if scope == Scope.TEAM:
            return Q(**{f"{self.team_path}__in": membership.team_ids})
        if scope == Scope.OWN:
            return Q(**{self.author_path: actor.person_id})
        return NOTHING

    def everything_in(self, membership) -> Q:
        if membership.collaborative_id is None:
            return Q(organization_id=membership.organization_id)
        return Q(**{self.collaborative_path: membership.collaborative_id})

    def still_told_here(self):
        """The same for a task, which reads for everybody: without the words of centers that took them back."""
        rows = self
        for path in self.speaking_paths:
            rows = rows.exclude(**{f"{path.removesuffix('_id')}__words_after__in": HIDING})
        return rows


class AudienceQuerySet(RowQuerySet):
    """Rows with an audience. The resource is read per rung: `try` becomes `try.self`, `try.team` and so on."""

    def reach(self, actor, verb):
        condition = NOTHING
        for line in grants.lines_of(self.resource):
            rung = Audience(line.removeprefix(f"{self.resource}."))
            condition |= Q(audience=rung) & self.rung_reach(actor, rung, verb)
        return condition

    def rung_reach(self, actor, rung, verb):
        condition = NOTHING
        for membership in actor.memberships:
            scope = grants.scope_of(f"{self.resource}.{rung}", verb, membership.role)
            if scope == Scope.GROUP:
                condition |= Q(group_id__in=actor.group_ids)
            else:
                condition |= self.scope_condition(actor, membership, scope)
        return condition


class DatedQuerySet(RowQuerySet):
    """Rows that hold from one day to another, both days inside."""

    def on(self, day):
        """Rows that hold on `day`."""
        return self.shown().filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class CollaborativeQuerySet(RowQuerySet):
    resource = "collaborative"
    collaborative_path = "id"


class TeamQuerySet(RowQuerySet):
    resource = "team"
    team_path = "id"

    def taking_part(self, *, on):
        """Teams whose center had not left on that day."""
        return self.filter(Q(left_on=None) | Q(left_on__gt=on))

    def left(self, *, on):
        """Teams whose center had left on that day."""
        return self.filter(left_on__lte=on)


class CenterQuerySet(RowQuerySet):
    """Centers outlive collaboratives: within one, those that have a team there."""

    resource = "center"

    def everything_in(self, membership):
        if membership.collaborative_id is None:
            return Q(organization_id=membership.organization_id)
        return self._with_team(collaborative_id=membership.collaborative_id)

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.TEAM:
            return self._with_team(id__in=membership.team_ids)
        return super().scope_condition(actor, membership, scope)

    def _with_team(self, **condition):
        teams = self.model._meta.get_field("teams").related_model
        return Q(pk__in=teams.objects.filter(hidden_at=None, **condition).values("center_id"))


class PersonQuerySet(RowQuerySet):
    """Persons are reached through their memberships: within a collaborative, whoever takes part in it."""

    resource = "person"
    author_path = "id"

    def everything_in(self, membership):
        if membership.collaborative_id is None:
            return Q(organization_id=membership.organization_id)
        memberships = self.model._meta.get_field("memberships").related_model
        here = memberships.objects.filter(hidden_at=None, collaborative_id=membership.collaborative_id)
        return Q(pk__in=here.values("person_id"))


class TeamRowQuerySet(RowQuerySet):
    """Rows that belong to a team; the collaborative is the team's."""

    collaborative_path = "team__collaborative_id"


class MembershipQuerySet(DatedQuerySet):
    resource = "membership"
    author_path = "person_id"

    def accepted(self):
        """Memberships of people who have come in: with an invitation that was accepted, or with a printed card."""
        invitations = self.model._meta.get_field("invitations").related_model
        open_ones = invitations.objects.filter(accepted_at=None)
        return self.exclude(user_id=None).exclude(pk__in=open_ones.values("membership_id"))

    def answering_to(self, words, actor):
        """Those whose name, role or team holds each of these words, as far as `actor` may know it."""
        found = self
        for word in words.split()[:WORDS_LOOKED_FOR]:
            found = found.filter(self._answers(word, actor))
        return found

    def _answers(self, word, actor):
        roles = [role.value for role in Role if word.casefold() in str(role.label).casefold()]
        place = Q(team__name__icontains=word) | Q(team__center__name__icontains=word)
        first, family = Q(person__first_name__icontains=word), Q(person__family_name__icontains=word)
        chosen = first & Q(person__shown_as=ShownAs.FIRST_NAME)
        return Q(role__in=roles) | place | chosen | (first | family) & self.known_to(actor)

    def known_to(self, actor):
        """Whose whole name one may know: the same as a card shows."""
        if actor.has_role(Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH):
            return Q()
        return ~Q(role__in=TEAM_ROLES) | Q(team_id__in=actor.member_team_ids) | Q(person_id=actor.person_id)


class AssignmentQuerySet(DatedQuerySet):
    resource = "assignment"
    collaborative_path = "team__collaborative_id"
    author_path = "person_id"


class HouseQuerySet(RowQuerySet):
    """What a house says in its own words is for everybody in it; its pages are for whoever prepares it."""

    resource = "collaborative"


class AffinityGroupQuerySet(RowQuerySet):
    resource = "affinity_group"


class InvitationQuerySet(RowQuerySet):
    resource = "invitation"
    collaborative_path = "membership__collaborative_id"
    team_path = "membership__team_id"
    author_path = "invited_by_id"

    def held(self):
        """Waiting for the house to be opened: no letter has left."""
        return self.shown().filter(is_held=True, accepted_at=None, revoked_at=None)


class PortraitQuerySet(RowQuerySet):
    resource = "person"
    author_path = "person_id"


class AgreementQuerySet(RowQuerySet):
    resource = "agreement"


class PauseQuerySet(TeamRowQuerySet):
    resource = "pause"
    author_path = "asked_by_id"


class DepartureQuerySet(RowQuerySet):
    """Why centers left, and what is learned from it: the project team's alone."""

    resource = "departure"
    author_path = "noted_by_id"

    def open(self):
        """Centers that have not come back."""
        return self.filter(came_back_on=None)
