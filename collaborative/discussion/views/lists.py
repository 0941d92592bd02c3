"""The list of posts: what was said last first, by kind, driver, group and more; and what still waits for an answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import AffinityGroup
from collaborative.ui.own_words import in_own_words

from .. import waiting as waits
from ..audiences import own_circles
from ..enums import PostKind
from ..lines import lines_of
from ..models import CircleMember, Worry
from ..tasks import own_tasks
from ..things import tries
from .fetching import dates_of, drivers_of, guidance_of, place, posts_of

PER_PAGE = 15
WAITING = 40  # questions on one page of what waits; ours
KINDS = (PostKind.QUESTION, PostKind.CELEBRATION, PostKind.THEMES, PostKind.WEEKLY)
MINE, NAMED = "mine", "named"


@dataclass
class Filters:
    """What a reader asked for, as far as it is there: unknown values count for nothing."""

    show: str = ""
    to: str = ""
    driver: object = None
    date: object = None
    about: object = None

    def query(self):
        """The same as part of an address."""
        asked = {
            "show": self.show, "to": self.to, "driver": self.driver and self.driver.pk,
            "date": self.date and self.date.pk, "try": self.about and self.about[0],
        }  # fmt: skip
        return {name: value for name, value in asked.items() if value}


@collaborative_page("post", "read")
def post_list(request):
    """Newest words first, a page at a time; the place in the list is a moment and a key, so pages never overlap."""
    actor = request.actor
    drivers, circles = drivers_of(actor), own_circles(actor)
    groups = list(AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).order_by("name", "pk"))
    asked = _filters(request, drivers, groups, circles)
    posts = _filtered(posts_of(actor).put(actor.today), asked, actor)
    since = _cursor(request.GET.get("before", ""))
    if since:
        posts = posts.before(*since)
    rows = list(posts.for_page().with_group().newest_first()[: PER_PAGE + 1])
    context = {
        "lines": lines_of(rows[:PER_PAGE], actor),
        "older": _older(asked, rows[PER_PAGE - 1]) if len(rows) > PER_PAGE else "",
        "is_later_page": bool(since),
        "asked": asked,
        "drivers": drivers,
        "places": _places(actor, groups, circles),
        "may_write": can(actor, "write", "post"),
        "plans_questions": can(actor, "write", "weekly_question"),
        "sees_unanswered": actor.has_role(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH),
        "write_url": _write_url(request, asked),
        "tasks": own_tasks(actor),
        **_for_me(actor),
    }
    return render(request, "discussion/post_list.html", context)


def _filters(request, drivers, groups, circles):
    get = request.GET
    show, to = get.get("show", ""), get.get("to", "")
    known = {"all", "team", "faculty", *(f"group:{row.pk}" for row in groups), *(f"circle:{row.pk}" for row in circles)}
    driver = next((row for row in drivers if str(row.pk) == get.get("driver")), None)
    dates = dates_of(request.actor) if get.get("date") else []
    found = Filters(
        show=show if show in (*KINDS, MINE, NAMED) else "",
        to=to if to in known else "",
        driver=driver,
        date=next((row for row in dates if str(row.pk) == get["date"]), None) if dates else None,
    )
    wanted = _uuid(get.get("try", ""))
    if wanted:
        told = tries.told(request.actor, [wanted])
        found.about = (wanted, told[wanted]) if wanted in told else None
    return found


def _uuid(text):
    try:
        return UUID(text)
    except ValueError:
        return None


def _filtered(posts, asked, actor):
    if asked.show in KINDS:
        posts = posts.filter(kind=asked.show)
    elif asked.show == MINE:
        posts = posts.filter(author_id=actor.person_id)
    elif asked.show == NAMED:
        posts = posts.naming(actor.person_id)
    kind, _colon, key = asked.to.partition(":")
    if kind == "circle":
        posts = posts.filter(circle_id=key)
    elif kind == "group":
        posts = posts.filter(group_id=key)
    elif kind == Audience.TEAM:  # said once more, so that the index of the team's own posts is used
        posts = posts.filter(audience=kind, team_id__in=actor.own_team_ids)
    elif kind:
        posts = posts.filter(audience=kind)
    if asked.driver:
        posts = posts.filter(driver=asked.driver)
    if asked.date:
        posts = posts.filter(planned_date=asked.date)
    return posts.filter(try_id=asked.about[0]) if asked.about else posts


def _cursor(text) -> tuple[datetime, UUID] | None:
    """The place in the list after which one reads on: a moment and a key; None for anything else."""
    moment, _sign, key = text.partition("_")
    try:
        found = parse_datetime(moment)
        return (found, UUID(key)) if found and timezone.is_aware(found) else None
    except ValueError:
        return None


def _older(asked, last):
    return "?" + urlencode({**asked.query(), "before": f"{last.active_at.isoformat()}_{last.pk}"})


def _places(actor, groups, circles):
    """[(value, name)] of where something may be said, beyond everything."""
    return [
        *((f"group:{row.pk}", in_own_words(row.name)) for row in groups),
        *((f"circle:{row.pk}", row.name) for row in circles),
    ]


def _write_url(request, asked):
    """Writing from a filtered list begins with what the list is about."""
    query = {name: value for name, value in asked.query().items() if name in ("driver", "date", "try")}
    if asked.to:
        query["for"] = asked.to
    if asked.show in (PostKind.QUESTION, PostKind.CELEBRATION):
        query["kind"] = asked.show
    url = reverse("discussion:post_write", args=place(request))
    return f"{url}?{urlencode(query)}" if query else url


def _for_me(actor):
    """Where somebody waits for this person: invitations into groups; worries, for who looks after them."""
    invited = CircleMember.objects.visible_to(actor).filter(
        person_id=actor.person_id, state="invited", collaborative_id=actor.collaborative_id
    )
    found = {"invitations": list(invited.select_related("circle", "invited_by").order_by("pk"))}
    if actor.moderated_ids:
        worries = Worry.objects.within(actor, "share").filter(collaborative_id=actor.collaborative_id)
        found["has_worries"] = worries.open().exists()
    return found


@collaborative_page("weekly_question", "read")
def waiting(request):
    """What nobody has answered yet, what was asked first in front; another team may know, so that is offered first."""
    actor = request.actor
    # Which they are first: what stands by each is read for few then.
    first = posts_of(actor).unanswered().order_by("posted_at", "pk").values_list("pk", flat=True)[: WAITING + 1]
    posts = posts_of(actor).for_page().with_group().filter(pk__in=list(first))
    rows = list(posts.order_by("posted_at", "pk"))
    near = tries.near(actor, {row.driver_id for row in rows if row.driver_id})
    entries = waits.entries(actor, lines_of(rows[:WAITING], actor), near, guidance_of(actor).answer_days)
    context = {
        "ripe": [entry for entry in entries if entry.is_ripe],
        "fresh": [entry for entry in entries if not entry.is_ripe],
        "answer_days": guidance_of(actor).answer_days,
        "has_more": len(rows) > WAITING,
    }
    return render(request, "discussion/waiting.html", context)
