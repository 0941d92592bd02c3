"""What a caller may see, fetched once for all doors of the room."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from collaborative.drafts.typed import DraftOf
from collaborative.framework.models import PrimaryDriver, StarterIdea
from collaborative.onboarding.models import PriorityReason
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.models import Person, Team

from ..models import PDSACycle, Priority

__all__ = ["DraftOf"]
PAGE = 30  # rows a page


def cycle_for(actor, verb, cycle_id):
    """The try: 404 where it may not be seen, 403 where it may be seen but not this."""
    cycle = get_object_or_404(PDSACycle.objects.visible_to(actor).for_page(), pk=cycle_id)
    if not can_on_rung(actor, verb, "try", cycle):
        raise PermissionDenied
    return cycle


def row_for(queryset, actor, verb, row_id, resource):
    """A row without rungs, under the same rule."""
    row = get_object_or_404(queryset.visible_to(actor), pk=row_id)
    if not can(actor, verb, resource, row):
        raise PermissionDenied
    return row


def me(actor):
    """The person who is asking, to act as `by=`."""
    return Person.objects.visible_to(actor).get(pk=actor.person_id)


def own_team(actor):
    """The team one writes for. A person without one may not."""
    team = Team.objects.visible_to(actor).filter(pk=actor.team_id).select_related("center").first()
    if team is None:
        raise PermissionDenied
    return team


def drivers_of(actor):
    """The primary drivers of the framework in force."""
    drivers = PrimaryDriver.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    rows = list(drivers.order_by("-framework__number", "position", "pk"))
    return [driver for driver in rows if driver.framework_id == rows[0].framework_id]


def ideas_of(actor, drivers):
    """The small ideas under these drivers, in their order."""
    ideas = StarterIdea.objects.visible_to(actor).filter(driver__in=drivers)
    return list(ideas.order_by("driver__position", "position", "pk"))


def priorities_of(actor, team_ids):
    """What these teams are working on now."""
    rows = Priority.objects.visible_to(actor).filter(team_id__in=team_ids)
    return list(rows.current().for_page())


def reasons_of(actor, priorities):
    """{a line's id: why its team works on it first}."""
    reasons = PriorityReason.objects.visible_to(actor).filter(priority_id__in=[row.pk for row in priorities])
    return {reason.priority_id: reason for reason in reasons}


def room_url(actor, name, *rest):
    return reverse(f"pdsa:{name}", args=[actor.organization_slug, actor.collaborative_slug, *rest])


def to(actor, name, *rest, query=""):
    """Redirect to a page of this room."""
    return redirect(room_url(actor, name, *rest) + query)
