"""Whom a person may write to, as choices of a form."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can
from collaborative.tenancy.models import AffinityGroup
from collaborative.ui.own_words import in_own_words

from .models import Circle
from .rules import open_audiences


@dataclass
class Place:
    """Where something is about to be said: what `readers_of` needs to know of it."""

    collaborative_id: UUID
    team_id: UUID | None
    audience: str
    group_id: UUID | None = None
    circle_id: UUID | None = None


def audiences_of(actor):
    """[(form value, label)] of whom this person may write to, the widest first."""
    groups = {
        group.pk: in_own_words(group.name)
        for group in AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).order_by("name", "pk")
    }
    labels = {"all": _("All teams"), "team": _("My team"), "faculty": _("Coaches and the project team")}
    found = open_audiences(
        lambda audience: can(actor, "write", f"post.{audience}"), list(groups), actor.team_id is not None
    )
    chosen = [
        (f"group:{group}", _("%(group)s, my role group") % {"group": groups[group]}) if group
        else (str(audience), labels[audience])
        for audience, group in found
    ]  # fmt: skip
    return chosen + [(f"circle:{circle.pk}", circle.name) for circle in own_circles(actor)]


def own_circles(actor):
    """The groups run by their members in which this person can say something."""
    if not actor.circle_ids or not can(actor, "write", "post.group"):
        return []
    circles = Circle.objects.visible_to(actor).of(actor).filter(collaborative_id=actor.collaborative_id)
    return list(circles.open().order_by("name", "pk"))
