"""Looking at a house that is not open yet through the eyes of a role, before anybody is invited.

For the length of one page somebody made up stands in the database, in that role, at a center: every page works as it
will, with that role's rights. When the page is made, all of it is rolled back. Nothing is written, nothing is sent.
"""

from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid5

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from collaborative.isolation import context
from collaborative.ui.house_words import speaking

from . import entering
from .actors import Actor, Preview
from .enums import TEAM_ROLES, Role
from .models import Center, CoachAssignment, Membership, Person, Team
from .rules import PREPARING_ROLES

ROLES = (
    Role.TEACHER, Role.FAMILY_PARTNER, Role.TEAM_LEADER, Role.SENIOR_LEADER, Role.FACULTY_COACH, Role.DIRECTOR,
    Role.OBSERVER,
)  # fmt: skip
KEY = "previews"


def may_preview(actor: Actor) -> bool:
    """Those who prepare a house, for as long as it is not open."""
    return actor.is_building and actor.has_role(*PREPARING_ROLES)


def begin(session, actor: Actor, *, role, language) -> None:
    """From now on this person sees the pages of this house as `role`."""
    session[KEY] = {**session.get(KEY, {}), str(actor.collaborative_id): {"role": str(role), "language": language}}


def end(session, actor: Actor) -> None:
    """They see the house as themselves again."""
    session[KEY] = {key: value for key, value in session.get(KEY, {}).items() if key != str(actor.collaborative_id)}


def asked_for(session, actor: Actor) -> dict | None:
    """The role and the language in which this person looks at the house; None where they look as themselves."""
    asked = session.get(KEY, {}).get(str(actor.collaborative_id)) if session.get(KEY) else None
    return asked if asked and asked["role"] in ROLES and may_preview(actor) else None


@contextmanager
def seen_as(actor: Actor, *, role, language):
    """The actor that somebody made up in `role` would be; whatever happens within is undone at the end."""
    earlier = context.current()
    try:
        with transaction.atomic():
            yield _somebody(actor, Role(role), language)
            transaction.set_rollback(True)
    finally:
        if not transaction.get_connection().needs_rollback:
            context.apply(earlier)


def _somebody(actor, role, language):
    team = _team(actor)
    with translation.override(language), speaking(actor.vocabulary):
        name = str(role.label)
    person = Person(id=_id(actor, "person"), first_name=name, language=language)
    Person.objects.bulk_create([person])
    row = {
        "id": _id(actor, "membership"), "role": str(role), "organization_id": actor.organization_id,
        "collaborative_id": actor.collaborative_id, "team_id": team.pk if role in TEAM_ROLES else None,
        "center_id": team.center_id if role == Role.DIRECTOR else None, "responsibilities": [],
        "leads_collaborative": False, "is_data_point_person": False, "person_id": person.pk,
        "organization_slug": actor.organization_slug, "organization_name": actor.organization_name,
    }  # fmt: skip
    Membership.objects.bulk_create(
        [Membership(starts_on=actor.today, collaborative_slug=actor.collaborative_slug,
                    collaborative_name=actor.collaborative_name, place_name=team.center.name, **row)]
    )  # fmt: skip
    if role == Role.FACULTY_COACH:
        CoachAssignment.objects.bulk_create([CoachAssignment(person=person, team=team, starts_on=actor.today)])
    seen = entering.as_somebody(actor, row)
    place = "" if role == Role.OBSERVER else team.center.name
    return replace(seen, preview=Preview(role=str(role), place_name=place, seen_by=actor))


def _team(actor):
    """The first center's team, or one of a center made up."""
    teams = Team.objects.shown().taking_part(on=actor.today).filter(collaborative_id=actor.collaborative_id)
    team = teams.select_related("center").order_by("center__name", "pk").first()
    if team is None:
        center = Center(id=_id(actor, "center"), name=_("A center"), slug=f"a-{_id(actor, 'center').hex}")
        Center.objects.bulk_create([center])
        team = Team(id=_id(actor, "team"), collaborative_id=actor.collaborative_id, center=center)
        Team.objects.bulk_create([team])
    return team


def _id(actor, what):
    """The same for every page of one house, so that links from one page lead to the next."""
    return uuid5(actor.collaborative_id, f"preview of a {what}")
