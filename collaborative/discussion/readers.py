"""Who may see a post, besides the one who asks: the one place that says it for others.

A door asks `Post.objects.visible_to(actor)` for the person at it. Whoever wants to name, tell or write to other people
asks here; both read the same permission table, and a test holds them to the same answer.
"""

from collaborative.tenancy import grants
from collaborative.tenancy.enums import TEAM_ROLES, Audience, Role, Scope, ShownAs, Verb
from collaborative.tenancy.models import AffinityGroup, Membership

from .models import CircleMember


def readers_of(place, *, on, among=None) -> list[Membership]:
    """The memberships by which people may read what stands in `place`, with their persons and teams, by first name.

    `place`: a post, or anything with its collaborative, team, audience, group and circle. `among`: a condition on
    memberships that narrows the question (a first name, some persons).
    """
    rows = Membership.objects.on(on).filter(collaborative_id=place.collaborative_id, person__hidden_at=None)
    if among is not None:
        rows = rows.filter(among)
    rows = rows.accepted().select_related("person", "team__center")
    rows = list(rows.order_by("person__first_name", "person__family_name", "pk"))
    return among_rows(rows, place)


def among_rows(rows, place, known=None) -> list[Membership]:
    """Of these memberships in the place's collaborative, those by which people may read what stands there.

    `known`: a dict that remembers who is in which group, for asking about many places.
    """
    if known is not None and place.audience == Audience.GROUP:
        key = place.group_id, place.circle_id
        if key not in known:
            known[key] = _insiders(place)
        place.insiders = known[key]
    return [row for row in rows if _reads(row, place, _insiders(place))]


def _insiders(place):
    """{person ids}, and the role, of whom a group is for; asked once."""
    if place.audience != Audience.GROUP:
        return None
    if not hasattr(place, "insiders"):
        place.insiders = _circle(place.circle_id) if place.circle_id else _role_group(place.group_id)
    return place.insiders


def _circle(circle_id):
    members = CircleMember.objects.shown().joined().filter(circle_id=circle_id)
    return None, frozenset(members.values_list("person_id", flat=True))


def _role_group(group_id):
    group = AffinityGroup.objects.shown().filter(pk=group_id).first()
    return (group.role, {group.coach_id, group.co_lead_id}) if group else (None, frozenset())


def _reads(row, place, insiders):
    scope = grants.scope_of(f"post.{place.audience}", Verb.READ, row.role)
    if scope == Scope.TEAM:
        return row.team_id is not None and row.team_id == place.team_id
    if scope == Scope.GROUP:
        role, persons = insiders
        return row.role == role or row.person_id in persons
    return scope == Scope.ALL


def knows_name(actor, membership) -> bool:
    """Whether `actor` knows this person by name: on one team, towards staff, and where the person chose so."""
    if membership.role not in TEAM_ROLES or actor.has_role(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH):
        return True
    return membership.team_id in actor.member_team_ids or membership.person.shown_as == ShownAs.FIRST_NAME


def label_of(membership) -> str:
    """A person among others of the same first name: "Maria Santos, Project team", "Tom at Cedar Grove"."""
    if membership.team_id:
        return f"{membership.person.first_name}, {membership.team.center.name}"
    return f"{membership.person.full_name}, {membership.get_role_display()}"
