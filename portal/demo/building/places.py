"""Organizations, centers, collaboratives, teams and the people in them."""

from django.utils.text import get_text_list, slugify

from collaborative.framework.models import PrimaryDriver, SecondaryDriver
from collaborative.framework.templates import template_data
from collaborative.isolation.context import tenant_context
from collaborative.tenancy.actions.memberships import assign_coach, give_membership
from collaborative.tenancy.actions.organizations import (
    change_collaborative,
    create_center,
    create_organization,
    create_team,
)
from collaborative.tenancy.actions.people import create_person
from collaborative.tenancy.enums import TEAM_ROLES, AgeGroup, CenterKind, CollaborativeState, Meeting, Role, Setting
from collaborative.tenancy.models import AffinityGroup
from portal.demo.people import DOMAIN
from portal.starting.actions import start_collaborative
from portal.starting.rules import propose_days, read_plan

SENIOR = "senior_leader"
TEMPLATE = "bsc-sel"


def build_organization(built, data):
    """One organization with everything that belongs to it before anybody writes a word."""
    organization = create_organization(
        name=data["name"], slug=data["slug"], oversees_centers=data["monitors_centers"], time_zone=data["timezone"],
        setting=Setting.CENTERS,
        on=built.today,
    )  # fmt: skip
    built.organizations[data["slug"]] = organization.pk
    with tenant_context(organization.pk):
        for center in data["centers"]:
            built.centers[data["slug"], center["slug"]] = create_center(
                name=center["name"], slug=center["slug"], town=center["town"], on=built.today, **_facts(center),
            )  # fmt: skip
        for collaborative in data["collaboratives"]:
            _collaborative(built, data, collaborative)
        for person in data["people"]:
            _person(built, data, person)
        _sign(organization, data, built)
    return organization


AGES = {"infants": AgeGroup.INFANT, "toddlers": AgeGroup.TODDLER}


def _facts(center):
    """What a center says about itself: rooms, and the ages and children that follow from them."""
    ages = {AGES.get(room["age"], AgeGroup.PRESCHOOL) for room in center["rooms"]}
    kind = CenterKind.HEAD_START if "Head Start" in center["name"] else CenterKind.STAND_ALONE
    return {
        "rooms": [{name: room[name] for name in ("name", "families", "age")} for room in center["rooms"]],
        "age_groups": [age.value for age in AgeGroup if age in ages],
        "kind": kind.value,
        "children": sum(room["families"] for room in center["rooms"]),
        "about": f"We speak {get_text_list(center['languages'], 'and')} here.",
    }


def _sign(organization, data, built):
    """The senior leader of the organization has signed that numbers are not used to rate anybody."""
    signer = built.people.get(data["not_used_to_rate_signed_by"])
    if signer:
        organization.not_used_to_rate_signed_by = signer.full_name
        organization.not_used_to_rate_signed_on = built.monday(62)
        organization.save(update_fields=["not_used_to_rate_signed_by", "not_used_to_rate_signed_on"])


def _collaborative(built, organization, data):
    slug = data["slug"]
    first = built.monday(data["ls1_weeks_ago"]) + (built.day(3) - built.today)  # a Thursday
    collaborative = start_collaborative(
        template_key=TEMPLATE,
        name=data["name"],
        short_name=data["short_name"],
        slug=slug,
        session_days=propose_days(read_plan(template_data(TEMPLATE)).sessions, first),
        by=None,
        on=built.past(built.monday(data["started_weeks_ago"])),
    )
    change_collaborative(
        collaborative,
        collaborative.version,
        by=None,
        on=built.today,
        starts_on=built.past(built.monday(data["started_weeks_ago"])),
        state=CollaborativeState(data["state"]),
        meeting=Meeting.MIXED,
        lead_organization=organization["name"],
        centers_hoped_for=len(data["teams"]),
        centers_at_most=len(data["teams"]) + 4,
    )
    collaborative.refresh_from_db()
    built.collaboratives[slug] = collaborative
    built.of_collaborative[slug] = organization["slug"]
    for team in data["teams"]:
        built.teams[slug, team["center"]] = create_team(
            collaborative=collaborative,
            center=built.centers[organization["slug"], team["center"]],
            name=team["name"] or "",
            motto=team["motto"] or "",
            on=built.today,
        )
    _parts(built, slug, collaborative)


def _parts(built, slug, collaborative):
    """The drivers and role groups the template made, by their keys."""
    for group in AffinityGroup.objects.shown().filter(collaborative=collaborative):
        built.groups[slug, group.role] = group
    primary = PrimaryDriver.objects.shown().filter(framework__collaborative=collaborative)
    secondary = SecondaryDriver.objects.shown().filter(primary__framework__collaborative=collaborative)
    for driver in (*primary, *secondary):
        built.drivers[slug, driver.code] = driver


def _person(built, organization, data):
    email = f"{data['demo']}@{DOMAIN}" if data.get("demo") else f"{data['key']}@{organization['mail_domain']}"
    has_mail = data.get("mail", True)
    person = create_person(
        first_name=data["first"], family_name=data["last"], email=email if has_mail else "", login=has_mail,
        phone=data["phone"],
        language=data["language"], shown_as=data["shown_as"], line=data["title"], on=built.today,
    )  # fmt: skip
    built.people[data["key"]] = person
    for place in data["in"]:
        _membership(built, organization, data["key"], person, place)


def _membership(built, organization, key, person, place):
    slug, role = place["collaborative"], Role(place["role"])
    if slug is None:
        give_membership(person, role, on=built.today, starts_on=built.monday(70))
        return
    details = next(one for one in organization["collaboratives"] if one["slug"] == slug)
    starts_on = built.past(built.monday(details["started_weeks_ago"]))
    team = built.teams.get((slug, place.get("center")))
    responsibilities = place.get("responsibilities") or []
    data_person = any(
        one["center"] == place.get("center") and one["data_point_person"] == key for one in details["teams"]
    )
    give_membership(
        person,
        role,
        collaborative=built.collaboratives[slug],
        team=team if role in TEAM_ROLES else None,
        center=team.center if role == Role.DIRECTOR else None,
        on=built.today,
        starts_on=starts_on,
        responsibilities=responsibilities,
        leads_collaborative=SENIOR in responsibilities and role == Role.IMPLEMENTATION_TEAM,
        is_data_point_person=data_person,
    )
    built.roles[slug, key] = role
    if role in TEAM_ROLES:
        built.team_of[slug, key] = team
    if role == Role.FACULTY_COACH:
        _coach(built, slug, person, place, starts_on)


def _coach(built, slug, person, place, starts_on):
    for center in place.get("centers") or []:
        assign_coach(person, built.teams[slug, center], on=built.today, starts_on=starts_on)
    group = built.groups.get((slug, slugify(place.get("group") or "").replace("-", "_")))
    if group:
        group.coach = person
        group.save(update_fields=["coach"])
