"""The places and roles somebody may give, as choices of a form; read back without trusting the form."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import rules
from .enums import COLLABORATIVE_ROLES, TEAM_ROLES, Role
from .models import Collaborative, Membership, Person, Team


@dataclass(frozen=True)
class Gift:
    """A role at its place."""

    value: str
    label: str
    role: str
    collaborative: object = None
    team: object = None
    center: object = None

    def place(self):
        return {"collaborative": self.collaborative, "team": self.team, "center": self.center}


def gifts_of(actor) -> list[Gift]:
    """Everything `actor` may give where they are now, the own team's roles first."""
    collaborative = Collaborative.objects.visible_to(actor).filter(pk=actor.collaborative_id).first()
    teams = list(
        Team.objects.visible_to(actor)
        .taking_part(on=actor.today)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("center", "collaborative")
        .order_by("center__name", "pk")
    )
    gifts = [*_in_collaborative(collaborative), *_in_teams(teams), *_in_organization()]
    return [gift for gift in gifts if _may_give(actor, gift)]


def persons_for(actor) -> list[Person]:
    """Who may be given a further role: from a team its own people alone, others whoever came in; never oneself."""
    held = Membership.objects.visible_to(actor).on(actor.today).accepted()
    if not actor.has_role(Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM):
        held = held.filter(team_id__in=actor.own_team_ids)
    persons = Person.objects.visible_to(actor).filter(pk__in=held.values("person_id"))
    if not actor.has_role(Role.ORGANIZATION_ADMIN):
        persons = persons.exclude(pk=actor.person_id)
    return list(persons.order_by("first_name", "family_name", "pk"))


def _may_give(actor, gift):
    collaborative_id = gift.collaborative.pk if gift.collaborative else None
    team_id = gift.team.pk if gift.team else None
    return any(rules.may_give(place, gift.role, collaborative_id, team_id) for place in actor.memberships)


def _in_collaborative(collaborative):
    if collaborative:
        for role in COLLABORATIVE_ROLES:
            yield Gift(str(role), str(role.label), role, collaborative=collaborative)


def _in_teams(teams):
    for team in teams:
        for role in TEAM_ROLES:
            label = _("%(role)s at %(center)s") % {"role": role.label, "center": team.center.name}
            yield Gift(f"{role}:{team.pk}", label, role, collaborative=team.collaborative, team=team)
    for team in teams:
        label = _("%(role)s of %(center)s") % {"role": Role.DIRECTOR.label, "center": team.center.name}
        yield Gift(
            f"{Role.DIRECTOR}:{team.pk}", label, Role.DIRECTOR, collaborative=team.collaborative, center=team.center
        )


def _in_organization():
    yield Gift(str(Role.ORGANIZATION_ADMIN), str(Role.ORGANIZATION_ADMIN.label), Role.ORGANIZATION_ADMIN)
