"""Entering: from a login and an address to an actor, and the database told who is asking.

The facts are read in two statements (memberships, then what hangs on them) and told to the database in a third.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection
from django.utils import timezone

from collaborative.isolation import context

from . import grants
from .actors import Actor, Agreed, Place
from .enums import HIDING, TEAM_ROLES, CollaborativeState, Responsibility, Role, Scope, Verb
from .rules import PREPARING_ROLES

MEMBERSHIPS = """
SELECT set_config('app.user', %(user)s, true);
SELECT m.id, m.role, m.organization_id, m.collaborative_id, m.team_id, m.center_id, m.responsibilities,
       m.leads_collaborative, m.is_data_point_person, m.person_id, m.organization_slug, m.organization_name,
       m.collaborative_slug, m.collaborative_name
  FROM tenancy_membership m
 WHERE m.user_id = %(user)s AND m.organization_slug = %(organization)s AND m.hidden_at IS NULL
   AND m.starts_on <= %(today)s AND (m.ends_on IS NULL OR m.ends_on >= %(today)s)
   AND (m.collaborative_id IS NULL OR %(collaborative)s = '' OR m.collaborative_slug = %(collaborative)s)
 ORDER BY m.created_at, m.id
"""

# What hangs on the memberships: the collaborative, its teams, assignments, role groups, the agreement and its pauses.
FACTS = """
SELECT set_config('app.organization', %(organization)s, true), set_config('app.person', %(person)s, true);
SELECT (SELECT row_to_json(c) FROM (SELECT o.id, o.slug, o.name, o.state, h.vocabulary FROM tenancy_collaborative o
          LEFT JOIN tenancy_house h
            ON h.organization_id = o.organization_id AND h.collaborative_id = o.id AND h.hidden_at IS NULL
          WHERE o.organization_id = %(organization)s AND o.slug = %(slug)s AND o.hidden_at IS NULL) c),
       (SELECT row_to_json(p) FROM (SELECT first_name, family_name, language, time_zone, shown_as
          FROM tenancy_person WHERE organization_id = %(organization)s AND id = %(person)s) p),
       (SELECT json_agg(json_build_array(t.id, t.center_id, t.left_on <= %(today)s, t.words_after))
          FROM tenancy_team t JOIN tenancy_collaborative c
            ON c.organization_id = t.organization_id AND c.id = t.collaborative_id
          WHERE t.organization_id = %(organization)s AND c.slug = %(slug)s AND t.hidden_at IS NULL),
       (SELECT json_agg(a.team_id) FROM tenancy_coachassignment a
          WHERE a.organization_id = %(organization)s AND a.person_id = %(person)s AND a.hidden_at IS NULL
            AND a.starts_on <= %(today)s AND (a.ends_on IS NULL OR a.ends_on >= %(today)s)),
       (SELECT json_agg(json_build_array(g.id, g.role, g.coach_id, g.co_lead_id)) FROM tenancy_affinitygroup g
            JOIN tenancy_collaborative c ON c.organization_id = g.organization_id AND c.id = g.collaborative_id
          WHERE g.organization_id = %(organization)s AND c.slug = %(slug)s AND g.hidden_at IS NULL),
       (SELECT row_to_json(a) FROM (
          SELECT s.new_tries, s.scores_by_name, s.numbers_by_name, s.photos_to_all
            FROM tenancy_sharingagreement s JOIN tenancy_collaborative c
            ON c.organization_id = s.organization_id AND c.id = s.collaborative_id
          WHERE s.organization_id = %(organization)s AND c.slug = %(slug)s AND s.hidden_at IS NULL
            AND s.agreed_on <= %(today)s
          ORDER BY s.agreed_on DESC, s.id DESC LIMIT 1) a),
       (SELECT json_agg(p.team_id) FROM tenancy_sharingpause p
          WHERE p.organization_id = %(organization)s AND p.hidden_at IS NULL AND p.ended_at IS NULL),
       (SELECT json_agg(o.id) FROM (OTHER_GROUPS) o),
       (SELECT bool_or('shared_learning' = ANY(m.responsibilities)) FROM tenancy_membership m
          WHERE m.organization_id = %(organization)s AND m.collaborative_slug = %(slug)s AND m.hidden_at IS NULL
            AND m.starts_on <= %(today)s AND (m.ends_on IS NULL OR m.ends_on >= %(today)s)
            AND m.role = 'implementation_team')
"""

# Settings that say for which collaborative one is named, and the line of the permission table that says so.
NAMED_FOR = {"project": "welcome_call", "supporting": "ledger", "helping": "comfort"}
# The SELECT (of `id`, over the values above) by which a room above tells the groups run by their members that a person
# belongs to; it is put here when the process starts, since this floor knows nothing of that room's tables.
other_groups = {"": "SELECT NULL::uuid AS id WHERE false"}


def enter(user_id: UUID, organization_slug: str, collaborative_slug: str = "", *, today=None) -> Actor | None:
    """The actor of this request, and the database's context set for the rest of the transaction.

    None where the user has no membership there today, or the collaborative does not exist; the context then stays
    that of the user alone.
    """
    today = today or timezone.localdate()
    rows = _memberships(user_id, organization_slug, collaborative_slug, today)
    if not rows:
        return None
    collaborative, person, facts = _facts(rows[0], collaborative_slug, today)
    if collaborative_slug and collaborative is None:
        return None
    actor = _actor(user_id, rows, collaborative or {}, person, facts, today)
    if actor.is_building and not actor.has_role(*PREPARING_ROLES):
        return None
    actor = replace(
        actor,
        group_ids=_groups(actor, facts),
        circle_ids=facts.circles,
        moderated_ids=_moderated(actor, facts),
        number_team_ids=_number_teams(actor, facts),
        agreed=replace(facts.agreed, own_team_pauses=bool(facts.paused & set(actor.member_team_ids))),
    )
    context.apply(_context(actor))
    return actor


def as_somebody(actor: Actor, row: dict) -> Actor:
    """Who somebody with this one membership (a row of `MEMBERSHIPS`) would be where `actor` is; for previews."""
    collaborative, person, facts = _facts(row, actor.collaborative_slug, actor.today)
    seen = _actor(actor.user_id, [row], collaborative, person, facts, actor.today)
    seen = replace(seen, group_ids=_groups(seen, facts))
    # SECURITY: nobody's words but those for everybody: no team's, no group's, nobody's own, no numbers.
    context.apply(replace(_context(seen), teams=(), staff_teams=(), groups=(), number_teams=(), faculty=()))
    return seen


def _facts(membership, slug, today):
    """(the collaborative, the person, what hangs on the memberships), read in one statement."""
    named = {"organization": str(membership["organization_id"]), "person": str(membership["person_id"])}
    with connection.cursor() as cursor:
        statement = FACTS.replace("OTHER_GROUPS", " UNION ALL ".join(other_groups.values()))
        cursor.execute(statement, {**named, "slug": slug, "today": today})
        collaborative, person, teams, assigned, groups, agreed, paused, circles, has_moderator = cursor.fetchone()
    facts = Facts(
        teams=tuple((UUID(team), UUID(center)) for team, center, _left, _words in teams or []),
        left=frozenset(UUID(team) for team, _center, left, _words in teams or [] if left),
        hushed=frozenset(UUID(team) for team, _center, left, words in teams or [] if left and words in HIDING),
        assigned=tuple(UUID(team) for team in assigned or []),
        groups=tuple(groups or []),
        agreed=Agreed(**agreed, is_made=True) if agreed else Agreed(),
        paused=frozenset(UUID(team) for team in paused or []),
        circles=tuple(UUID(circle) for circle in circles or []),
        has_moderator=bool(has_moderator),
    )
    return collaborative, person, facts


def _actor(user_id, rows, collaborative, person, facts, today):
    first = rows[0]
    return Actor(
        user_id=user_id,
        person_id=first["person_id"],
        organization_id=first["organization_id"],
        organization_slug=first["organization_slug"],
        organization_name=first["organization_name"],
        collaborative_id=UUID(collaborative["id"]) if collaborative else None,
        collaborative_slug=collaborative.get("slug", ""),
        collaborative_name=collaborative.get("name", ""),
        is_closed=collaborative.get("state") == CollaborativeState.CLOSED,
        is_building=collaborative.get("state") == CollaborativeState.BUILDING,
        vocabulary=collaborative.get("vocabulary") or {},
        memberships=tuple(_place(row, facts) for row in rows),
        collaborative_team_ids=tuple(team for team, _center in facts.teams),
        left_team_ids=tuple(sorted(facts.left)),
        hushed_team_ids=tuple(sorted(facts.hushed)),
        person=person,
        today=today,
    )


@dataclass(frozen=True)
class Facts:
    """What hangs on a person's memberships in a collaborative."""

    teams: tuple[tuple[UUID, UUID], ...]
    left: frozenset[UUID]  # teams whose center left, and those that took back their words
    hushed: frozenset[UUID]
    assigned: tuple[UUID, ...]
    groups: tuple
    agreed: Agreed
    paused: frozenset[UUID]
    circles: tuple[UUID, ...]
    has_moderator: bool


def _memberships(user_id, organization_slug, collaborative_slug, today):
    with connection.cursor() as cursor:
        cursor.execute(
            MEMBERSHIPS,
            {
                "user": str(user_id),
                "organization": organization_slug,
                "collaborative": collaborative_slug,
                "today": today,
            },
        )
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _place(row, facts):
    own = {row["team_id"]} if row["team_id"] else set()
    if row["role"] == Role.DIRECTOR:
        own = {team for team, center in facts.teams if center == row["center_id"]} - facts.left
    here = {team for team, _center in facts.teams} - facts.left
    return Place(
        id=row["id"],
        role=row["role"],
        organization_id=row["organization_id"],
        collaborative_id=row["collaborative_id"],
        team_id=row["team_id"],
        center_id=row["center_id"],
        responsibilities=tuple(row["responsibilities"]),
        leads_collaborative=row["leads_collaborative"],
        is_data_point_person=row["is_data_point_person"],
        team_ids=tuple(sorted(own)),
        assigned_team_ids=tuple(sorted(here & set(facts.assigned))) if row["role"] == Role.FACULTY_COACH else (),
    )


def _groups(actor, facts):
    """The role groups a person belongs to, coaches or co-leads."""
    person = str(actor.person_id)
    return tuple(
        UUID(group) for group, role, coach, co_lead in facts.groups if role in actor.roles or person in (coach, co_lead)
    )


def _moderated(actor, facts):
    """The collaborative, for who has its shared learning in hand; where nobody has, for who leads the project team."""
    project_team = [place for place in actor.memberships if place.role == Role.IMPLEMENTATION_TEAM]
    named = any(Responsibility.SHARED_LEARNING in place.responsibilities for place in project_team)
    leads = not facts.has_moderator and any(place.leads_collaborative for place in project_team)
    return (actor.collaborative_id,) if actor.collaborative_id and (named or leads) else ()


def _number_teams(actor, facts):
    """The teams whose numbers may be read by name: by role, and beyond that by the teams' agreement and its pauses."""
    reach = set()
    for place in actor.memberships:
        scope = grants.scope_of("number", Verb.READ, place.role)
        if scope == Scope.ALL and place.collaborative_id:
            reach.update(actor.collaborative_team_ids)
        elif scope == Scope.ASSIGNED:
            reach.update(place.assigned_team_ids)
        elif scope == Scope.TEAM:
            reach.update(place.team_ids)
    if facts.agreed.numbers_by_name and actor.has_role(*TEAM_ROLES, Role.FACULTY_COACH):
        reach.update(set(actor.collaborative_team_ids) - facts.paused)
    return tuple(sorted(reach - facts.hushed))


def _context(actor) -> context.Context:
    """What the row policies compare with, out of the permission table's scopes."""
    staff, everyone, faculty = set(), set(), set()
    named = {"project": set(), "supporting": set(), "helping": set()}
    for place in actor.memberships:
        scope = grants.scope_of("try.team_staff", Verb.READ, place.role)
        if scope == Scope.ALL and place.collaborative_id:
            staff.update(actor.collaborative_team_ids)
        elif scope == Scope.ASSIGNED:
            staff.update(place.assigned_team_ids)
        here = place.collaborative_id or actor.collaborative_id
        if here and grants.scope_of("try.all", Verb.READ, place.role) == Scope.ALL:
            everyone.add(here)
        if here and grants.scope_of("post.faculty", Verb.READ, place.role) == Scope.ALL:
            faculty.add(here)
        for name, resource in NAMED_FOR.items():
            if here and grants.scope_for(resource, Verb.READ, place) == Scope.ALL:
                named[name].add(here)
    members = [place for place in actor.memberships if place.role in TEAM_ROLES]
    return context.Context(
        user=actor.user_id,
        organization=actor.organization_id,
        organization_slug=actor.organization_slug,
        person=actor.person_id,
        collaboratives=tuple(sorted(everyone)),
        teams=tuple(sorted(place.team_id for place in members)),
        staff_teams=tuple(sorted(staff - set(actor.hushed_team_ids))),
        groups=(*actor.group_ids, *actor.circle_ids),
        number_teams=actor.number_team_ids,
        faculty=tuple(sorted(faculty)),
        moderates=actor.moderated_ids,
        hushed_teams=actor.hushed_team_ids,
        **{name: tuple(sorted(places)) for name, places in named.items()},
    )
