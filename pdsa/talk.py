"""What the room of conversations may know of tries: a line to one, and which teams try something near."""

from django.urls import reverse

from collaborative.discussion.models import Post
from collaborative.discussion.things import Near, Told
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership

from .models import PDSACycle

MOST_NEAR = 4  # tries looked at under one driver; ours
FEW = 5


def told(actor, ids) -> dict:
    """{id: the try as a line}, of those the actor may see."""
    ids = [one for one in ids if one]
    if not ids:
        return {}
    found = PDSACycle.objects.visible_to(actor).filter(pk__in=ids, collaborative_id=actor.collaborative_id)
    return {cycle.pk: Told(cycle.name, _url(actor, cycle), cycle.language) for cycle in found.order_by("pk")}


def near(actor, driver_ids) -> dict:
    """{driver id: teams that show something they try under it, the newest first, each once}."""
    if not driver_ids:
        return {}
    shown = PDSACycle.objects.visible_to(actor).filter(driver_id__in=driver_ids).shown_to_all()
    shown = shown.of_teams_here(actor)
    cycles = list(shown.select_related("team__center").newest_first()[: MOST_NEAR * len(driver_ids) * FEW])
    leaders = _leaders(actor, {cycle.team_id for cycle in cycles})
    by_driver = {}
    for cycle in cycles:
        one = Near(cycle.team_id, cycle.team.center.name, cycle.name, _url(actor, cycle), leaders.get(cycle.team_id))
        by_driver.setdefault(cycle.driver_id, {}).setdefault(cycle.team_id, one)
    return {driver: list(found.values())[:MOST_NEAR] for driver, found in by_driver.items()}


def _leaders(actor, team_ids):
    rows = Membership.objects.visible_to(actor).on(actor.today).filter(team_id__in=team_ids, role=Role.TEAM_LEADER)
    return {row.team_id: row.person_id for row in rows.order_by("-created_at", "-pk")}


def _url(actor, cycle):
    return reverse("pdsa:cycle_detail", args=[actor.organization_slug, actor.collaborative_slug, cycle.pk])


def threads_about(actor, cycle) -> list:
    """The posts that speak of a try, of those the reader may see, the newest first: [(post, address)]."""
    posts = Post.objects.here(actor).filter(try_id=cycle.pk).newest_first()[:FEW]
    place = [actor.organization_slug, actor.collaborative_slug]
    return [(post, reverse("discussion:post_detail", args=[*place, post.pk])) for post in posts]
