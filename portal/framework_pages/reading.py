"""What the framework's pages show, read from every room that knows something about a driver."""

from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse

from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.tenancy.actors import can
from metrics.models import Metric
from metrics.querysets import may_read_all_numbers
from pdsa import wording
from pdsa.models import PDSACycle

TRIES = 12  # newest tries shown under a driver; all of them are one tap away; ours
CYCLES = 4  # shown cycles a ramp may have before it crowds out another; ours


@dataclass(frozen=True)
class Driver:
    """A primary driver with the ways to work on it."""

    row: PrimaryDriver
    url: str
    ways: list[SecondaryDriver] = field(default_factory=list)


@dataclass(frozen=True)
class Try:
    """What a team tries, in one line."""

    url: str
    name: str
    language: str
    stage: str
    stage_name: str
    place: str
    by: str
    way: str


@dataclass(frozen=True)
class Count:
    name: str
    url: str


def address(actor, name, *args):
    """The address of a page here, "" where the room has no such page."""
    try:
        return reverse(name, args=[actor.organization_slug, actor.collaborative_slug, *args])
    except NoReverseMatch:
        return ""


def framework_for(actor):
    """The framework in force; for who writes it the newest, published or not. None while there is none."""
    rows = CollaborativeChangeFramework.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    if can(actor, "write", "framework"):
        return rows.order_by("-number", "pk").first()
    return rows.published().first()


def aims_of(actor, framework):
    return list(Aim.objects.visible_to(actor).of(framework))


def drivers_of(actor, framework):
    """The drivers of a framework with their ways, in two queries."""
    rows = list(PrimaryDriver.objects.visible_to(actor).of(framework))
    drivers = {row.pk: Driver(row, address(actor, "framework:driver", row.code)) for row in rows}
    for way in SecondaryDriver.objects.visible_to(actor).of(rows):
        drivers[way.primary_id].ways.append(way)
    return list(drivers.values())


def metrics_of(actor, driver=None):
    """What the collaborative counts, or what speaks for one driver."""
    rows = Metric.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    if driver is not None:
        rows = rows.filter(drivers__driver=driver, drivers__hidden_at=None).distinct()
    return [Count(row.name, _numbers_of(actor, row)) for row in rows.order_by("position", "name", "pk")]


def _numbers_of(actor, metric):
    """The page of a metric's numbers that this reader may open; "" where there is none."""
    if not can(actor, "read", "number"):
        return ""
    if actor.team_id:
        return address(actor, "metrics:metric_chart", metric.pk)
    if may_read_all_numbers(actor):
        return address(actor, "metrics:metric_centers", metric.pk)
    return address(actor, "metrics:metric_list")


def talk_about(actor, driver):
    """What people say about a driver; "" for who reads no posts."""
    return f"{address(actor, 'discussion:post_list')}?driver={driver.pk}" if can(actor, "read", "post") else ""


def ideas_of(actor, driver):
    """Starter ideas, those for the reader's own role first."""
    rows = list(StarterIdea.objects.visible_to(actor).of(driver))
    return sorted(rows, key=lambda idea: idea.role not in actor.roles)


def tries_of(actor, driver):
    """What teams try under a driver and have shown: the newest cycle of each ramp, newest first."""
    rows = PDSACycle.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    rows = rows.posted().by_driver(driver.pk).select_related("team__center", "author", "secondary")
    newest = {}
    for row in rows.newest_first()[: TRIES * CYCLES]:
        newest.setdefault(row.ramp_id, row)
    return [_try(actor, row) for row in list(newest.values())[:TRIES]]


def _try(actor, row):
    return Try(
        url=address(actor, "pdsa:cycle_detail", row.pk),
        name=row.name,
        language=row.language,
        stage="act" if row.stage == "closed" else row.stage,
        stage_name=row.get_decision_display() if row.decision else row.get_stage_display(),
        place=row.team.center.name,
        by=wording.shown_name(row, actor, own_team=row.team_id in actor.member_team_ids),
        way=row.secondary.label if row.secondary else "",
    )
