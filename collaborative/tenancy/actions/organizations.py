"""Organizations, collaboratives, centers and teams."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from collaborative.files.actions import clear_file, store_picture
from collaborative.isolation.context import tenant_context
from collaborative.isolation.locking import save_if_unchanged
from collaborative.isolation.models import new_id

from ..enums import Audience
from ..models import Center, Collaborative, Membership, Organization, Team

PICTURE = 1200  # pixels of a team's picture, enough for a slide; ours


class SlugTaken(Exception):
    """Another one has this short address already."""


def create_organization(*, name, slug, oversees_centers=False, by=None, on=None, **details) -> Organization:
    """An organization, with nothing in it yet. `tenant_context(organization.pk)` opens it for what follows."""
    organization = Organization(id=new_id(), name=name, slug=slug.lower(), oversees_centers=oversees_centers, **details)
    organization.clean_fields()
    with tenant_context(organization.pk, person_id=by):
        _save_new(organization, "slug")
    return organization


@transaction.atomic
def change_organization(organization, *, by, on, **changes) -> Organization:
    """Change an organization; the names shown beside memberships follow."""
    for name, value in changes.items():
        setattr(organization, name, value)
    organization.save(update_fields=list(changes))
    if "name" in changes:
        Membership.objects.filter(organization_id=organization.pk).update(organization_name=organization.name)
    return organization


def create_collaborative(*, name, short_name, starts_on, slug="", by=None, on=None, **details) -> Collaborative:
    """A collaborative of the current organization, getting ready."""
    collaborative = Collaborative(
        name=name,
        short_name=short_name,
        slug=slug or slugify(short_name)[:50],
        starts_on=starts_on,
        **details,
    )
    collaborative.clean_fields(exclude=["template_key"])
    return _save_new(collaborative, "slug")


@transaction.atomic
def change_collaborative(collaborative, version, *, by, on, **changes) -> Collaborative:
    """Change a collaborative; the names shown beside memberships follow.

    Raises ChangedMeanwhile when somebody else saved first.
    """
    save_if_unchanged(collaborative, version, **changes)
    if "name" in changes:
        Membership.objects.filter(collaborative=collaborative).update(collaborative_name=collaborative.name)
    return collaborative


def create_center(*, name, slug="", rooms=(), by=None, on=None, **facts) -> Center:
    """A center of the current organization; it outlives collaboratives. `facts`: further fields of `Center`."""
    center = Center(name=name, slug=slug or slugify(name)[:50] or "center", rooms=list(rooms), **facts)
    center.clean_fields()
    return _save_new(center, "slug")


@transaction.atomic
def change_center(center, version, *, by, on, **changes) -> Center:
    """Change a center; the places shown beside memberships follow. Raises ChangedMeanwhile."""
    save_if_unchanged(center, version, **changes)
    if "name" in changes:
        Membership.objects.filter(center=center).update(place_name=center.name)
        for team in center.teams.filter(hidden_at=None).select_related("center"):
            Membership.objects.filter(team=team).update(place_name=place_of(team))
    return center


def create_team(*, collaborative, center, name="", motto="", by=None, on=None) -> Team:
    """The part of a center in a collaborative. Raises SlugTaken where the center has a team there already."""
    return _save_new(Team(collaborative=collaborative, center=center, name=name, motto=motto), "center")


@transaction.atomic
def change_team(team, version, *, by, on, **changes) -> Team:
    """Change a team's name and motto; the places shown beside memberships follow. Raises ChangedMeanwhile."""
    save_if_unchanged(team, version, **changes)
    Membership.objects.filter(team=team).update(place_name=place_of(team))
    return team


@transaction.atomic
def give_picture(team, upload, *, by) -> Team:
    """The team's own picture, for all teams; the earlier one is gone. Raises files.NotAFile."""
    place = {"collaborative_id": team.collaborative_id, "team_id": team.pk, "group_id": None, "audience": Audience.ALL}
    stored = store_picture(upload, by=by, longest=PICTURE, **place)
    return _show_picture(team, stored)


@transaction.atomic
def take_picture_away(team, *, by) -> Team:
    """The team has no picture any more, and its bytes are gone."""
    return _show_picture(team, None)


def _show_picture(team, stored):
    earlier = team.picture_id
    team.picture = stored
    team.version += 1
    team.save(update_fields=["picture", "version"])
    if earlier:
        clear_file(earlier)
    return team


def name_point_person(team, person, *, by, on) -> Team:
    """Whom of the project team the center calls first; None: nobody in particular."""
    team.point_person = person
    team.version += 1
    team.save(update_fields=["point_person", "version"])
    return team


def place_of(team) -> str:
    """How a team's place is called beside a membership."""
    return team.center.name if not team.name else f"{team.name}, {team.center.name}"


def _save_new(row, what):
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise SlugTaken(what) from error
    return row
