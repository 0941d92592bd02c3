"""Who takes part here today, fetched as one reader may see it."""

from django.db.models import Case, Q, Value, When

from .enums import Role
from .models import CoachAssignment, Membership, Portrait, Team

ORDER_OF_ROLES = {role: number for number, role in enumerate(Role)}


def members_here(actor):
    """The memberships of everybody who has come in and takes part today, as a query."""
    return (
        Membership.objects.visible_to(actor)
        .on(actor.today)
        .filter(collaborative_id=actor.collaborative_id)
        .accepted()
        .select_related("person", "team__center")
        .order_by("person__first_name", "person__family_name", "pk")
    )


def by_role(memberships) -> list:
    """Memberships in the order of the roles, and by name within one."""
    return sorted(memberships, key=lambda membership: ORDER_OF_ROLES[membership.role])


def of_staff_and(team_ids) -> Q:
    """The project team, the coaches, and the people of these teams."""
    return Q(role__in=(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)) | Q(team_id__in=team_ids)


def project_team_here(actor) -> list:
    """The memberships of the project team today, by name."""
    return list(members_here(actor).filter(role=Role.IMPLEMENTATION_TEAM))


def assignments_here(actor) -> list:
    """Which coach walks beside which team today, by center."""
    return list(
        CoachAssignment.objects.visible_to(actor)
        .on(actor.today)
        .filter(team__collaborative_id=actor.collaborative_id)
        .select_related("person", "team__center")
        .order_by("team__center__name", "pk")
    )


def teams_here(actor):
    """The teams that take part in the collaborative, the reader's own first, then by center, as a query."""
    own = Case(When(pk__in=actor.own_team_ids, then=Value(0)), default=Value(1))
    return (
        Team.objects.visible_to(actor)
        .taking_part(on=actor.today)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("center")
        .order_by(own, "center__name", "pk")
    )


def left_here(actor) -> list:
    """The teams whose center has left, the last to leave first."""
    gone = Team.objects.visible_to(actor).left(on=actor.today).filter(collaborative_id=actor.collaborative_id)
    return list(gone.select_related("center").order_by("-left_on", "center__name", "pk"))


def faces(actor, memberships) -> dict:
    """{person: photo} of those among these people who have one here."""
    portraits = Portrait.objects.visible_to(actor).filter(
        collaborative_id=actor.collaborative_id, person_id__in={row.person_id for row in memberships}
    )
    return dict(portraits.values_list("person_id", "pk"))
