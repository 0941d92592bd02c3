"""What surrounds every page: where one is, where one can go, and whom to call. Read in one query."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from collaborative.tenancy.actors import can
from collaborative.tenancy.enums import Role
from collaborative.ui.own_words import in_own_words

PEOPLE = ("tenancy", "introductions")  # both stand under "Who's who"
# Rooms that are reached through another.
WITHIN = {"languages": "framework", "newsletter": "discussion", "keeping": "people", **dict.fromkeys(PEOPLE, "people")}


@dataclass(frozen=True)
class Link:
    """A place to go: its key (the room), label, icon name, address, and whether one is there."""

    key: str
    label: str
    icon: str
    url: str
    current: bool
    primary: bool = False


@dataclass(frozen=True)
class PointPerson:
    name: str
    phone: str
    role: str


@dataclass(frozen=True)
class Frame:
    organization_name: str
    collaborative_name: str
    place_name: str
    period_line: str
    nav: tuple[Link, ...]
    tabs: tuple[Link, ...]
    person_name: str
    switch_url: str
    sign_out_url: str
    language_url: str
    help_url: str
    search_url: str
    point_person: PointPerson | None
    demo: bool


# (room, label, icon, url name, resource that must be readable)
ROOMS = (
    ("home", gettext_lazy("Home"), "house", "home:home", "home"),
    ("pdsa", gettext_lazy("What we're trying"), "sprout", "pdsa:cycle_list", "try"),
    ("metrics", gettext_lazy("Our numbers"), "chart-spline", "metrics:metric_list", "number"),
    ("framework", gettext_lazy("Framework"), "network", "framework:framework", "framework"),
    ("schedule", gettext_lazy("Dates"), "calendar-days", "schedule:schedule", "schedule"),
    ("onboarding", gettext_lazy("What's asked of us"), "list-checks", "onboarding:asked", "asked"),
    ("discussion", gettext_lazy("Learn together"), "messages-square", "discussion:post_list", "post"),
    ("people", gettext_lazy("Who's who"), "users", "tenancy:who_is_who", "person"),
)

FRAME = """
SELECT (SELECT row_to_json(p) FROM (
          SELECT a.name, s."on" AS starts_on, e."on" AS ends_on
            FROM schedule_actionperiod a
            JOIN schedule_planneddate s ON s.organization_id = a.organization_id AND s.id = a.starts_id
            JOIN schedule_planneddate e ON e.organization_id = a.organization_id AND e.id = a.ends_id
           WHERE a.organization_id = %(organization)s AND a.collaborative_id = %(collaborative)s
             AND a.hidden_at IS NULL AND s."on" <= %(today)s AND e."on" >= %(today)s
           ORDER BY s."on" DESC LIMIT 1) p),
       (SELECT row_to_json(p) FROM (
          SELECT p.first_name || ' ' || p.family_name AS name, p.phone, m.responsibilities
            FROM tenancy_membership m
            JOIN tenancy_person p ON p.organization_id = m.organization_id AND p.id = m.person_id
           WHERE m.organization_id = %(organization)s AND m.collaborative_id = %(collaborative)s
             AND m.role = 'implementation_team' AND m.hidden_at IS NULL
             AND m.starts_on <= %(today)s AND (m.ends_on IS NULL OR m.ends_on >= %(today)s)
           ORDER BY (%(for_family)s AND 'family_liaison' = ANY(m.responsibilities)) DESC,
                    COALESCE(m.person_id = (SELECT t.point_person_id FROM tenancy_team t
                        WHERE t.organization_id = %(organization)s AND t.id = %(team)s), false) DESC,
                    ('relationship_manager' = ANY(m.responsibilities)) DESC,
                    ('center_communication' = ANY(m.responsibilities)) DESC,
                    ('project_manager' = ANY(m.responsibilities)) DESC, m.created_at, m.id
           LIMIT 1) p),
       (SELECT c.name FROM tenancy_team t
          JOIN tenancy_center c ON c.organization_id = t.organization_id AND c.id = t.center_id
         WHERE t.organization_id = %(organization)s AND t.id = %(team)s)
"""


def frame_context(request):
    """The frame for a signed-in page inside an organization; None elsewhere. A page that breaks has none either."""
    actor = getattr(request, "actor", None)
    worker = reverse("phone:service_worker") if actor and settings.OFFLINE_PAGES else ""
    return {"frame": build(request, actor) if actor else None, "worker": worker}


def build(request, actor) -> Frame:
    period, point_person, center = _facts(actor) if actor.collaborative_id else (None, None, None)
    room = request.resolver_match.namespace if request.resolver_match else ""
    here = WITHIN.get(room, room)
    links = tuple(_links(actor, here))
    return Frame(
        organization_name=actor.organization_name,
        collaborative_name=actor.collaborative_name,
        place_name=center or "",
        period_line=_period_line(period, actor.today) if _has_periods(actor) else "",
        nav=links,
        tabs=_tabs(actor, links, here),
        person_name=f"{actor.person['first_name']} {actor.person['family_name']}".strip(),
        switch_url=reverse("signin:places"),
        sign_out_url=reverse("account_logout"),
        language_url=reverse("signin:language"),
        help_url=_url("help:help", actor) or "",
        search_url=_url("search:search", actor) if actor.collaborative_slug else "",
        point_person=PointPerson(**point_person) if point_person and point_person["phone"] else None,
        demo=settings.DEMO,
    )


def _facts(actor):
    with connection.cursor() as cursor:
        cursor.execute(
            FRAME,
            {
                "organization": actor.organization_id,
                "collaborative": actor.collaborative_id,
                "today": actor.today,
                "for_family": actor.has_role(Role.FAMILY_PARTNER),
                "team": next(iter(actor.own_team_ids), None),
            },
        )
        period, point_person, center = cursor.fetchone()
    if point_person:
        family = "family_liaison" in point_person.pop("responsibilities")
        point_person["role"] = _("family liaison") if family else _("project team")
    return period, point_person, center


def _has_periods(actor):
    """Whether the reader may know of periods, and one can still run."""
    return can(actor, "read", "schedule") and not actor.is_closed


def _period_line(period, today):
    if not period:
        return ""
    starts_on, ends_on = (type(today).fromisoformat(period[key]) for key in ("starts_on", "ends_on"))
    weeks = max(1, round((ends_on - starts_on).days / 7))
    week = min(weeks, (today - starts_on).days // 7 + 1)
    counted = ngettext("week %(week)s of %(weeks)s", "week %(week)s of %(weeks)s", weeks) % {
        "week": week,
        "weeks": weeks,
    }
    return f"{in_own_words(period['name'])}, {counted}"


def _url(name, actor):
    try:
        return reverse(name, args=[actor.organization_slug, actor.collaborative_slug])
    except NoReverseMatch:
        return ""


def _links(actor, here):
    for key, label, icon, name, resource in ROOMS:
        url = _url(name, actor) if actor.collaborative_slug else ""
        if url and can(actor, "read", resource):
            yield Link(key, str(label), icon, url, current=key == here)


def _tabs(actor, links, here):
    """Five places at the thumb: the middle one is what one would do most."""
    by_key = {link.key: link for link in links}
    first = [by_key[key] for key in ("home", "pdsa") if key in by_key]
    last = [by_key[key] for key in ("metrics", "discussion") if key in by_key]
    if not last:  # an observer, a person whose collaborative is not open to them yet
        last = [by_key[key] for key in ("framework", "schedule") if key in by_key]
    start = _url("pdsa:cycle_start", actor)
    middle = []
    if start and can(actor, "write", "try"):
        middle = [Link("start", _("Try something"), "plus", start, current=False, primary=True)]
    return (*first, *middle, *last)
