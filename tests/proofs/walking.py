"""Walking every address as every role: which requests there are, what each should answer, and which words may show."""

import re
import uuid
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import transaction
from django.urls import get_resolver

from collaborative.discussion.models import ShelfItem
from collaborative.isolation.context import entered
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import AffinityGroup, CoachAssignment, Membership, Person, Team
from portal.newsletter.models import Letter
from tests.proofs.expected_rights import expected_rights
from tests.proofs.world import has_audience, rungs_of

RIGHTS = expected_rights()
RELATIONS = ("author", "own", "other", "elsewhere")
GROUP_ROLES = (Role.TEACHER, Role.FACULTY_COACH)  # the world's role group is that of teachers, with its coach
CAREFUL = (200, 204, 302, 400, 409, 410)  # what one may get who may do it; the form may still need correcting
CANARY = re.compile(r"canary-([AB])-?(\w+)-(self|group|team|teamstaff|all|faculty)-([A-Za-z]+)")


@cache
def routes():
    """{name: (methods, door)} of every address the resolver knows; allauth's own are allauth's."""
    found = {}
    for name, route, view in every_route(get_resolver().url_patterns):
        if not route.startswith(("accounts/", "api/")):
            found[name] = getattr(view, "door", None)
    return found


def every_route(patterns, prefix="", spaces=()):
    """(name, route, view) of every address below these patterns."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from every_route(pattern.url_patterns, route, inner)
        else:
            yield ":".join((*spaces, pattern.name or "")), route, pattern.callback


def relation_of(role, place_name):
    """How a role's person in the world stands to what was written in a place: teachers wrote `A-author`."""
    relation = place_name.split("-")[1]
    return relation if relation != "author" or role == Role.TEACHER else "own"


def may(role, verb, resource, place_name, rung):
    """Whether the rights written by hand let `role` do `verb` on what stands in a place on a rung."""
    relation = relation_of(role, place_name)
    if rung == Audience.GROUP and relation in ("own", "other") and role in GROUP_ROLES:
        relation = "group"
    line = line_of(resource, rung)
    if verb == "own":
        return relation == "author" and (line, relation, role, "read") in RIGHTS
    return (line, relation, role, verb) in RIGHTS


@cache
def line_of(resource, rung):
    """The line of the rights for a resource on a rung; a resource of a single rung has no other."""
    rungs = [line for line in RESOURCES if line.startswith(f"{resource}.")]
    if resource in RESOURCES or not rungs:
        return resource
    return rungs[0] if len(rungs) == 1 else f"{resource}.{rung}"


RESOURCES = {right[0] for right in RIGHTS}


@cache
def may_at_all(role, verb, resource):
    """Whether `role` may do `verb` on anything of `resource` at all: else the door says 403 to every address."""
    verb = "comment" if verb == "own" else verb
    lines = {line for line in RESOURCES if line == resource or line.startswith(f"{resource}.")}
    return any(right[0] in lines and right[2] == role and right[3] == verb for right in RIGHTS)


@dataclass(frozen=True)
class Thing:
    """What an address names: its arguments, and where the row stands."""

    arguments: tuple
    place: str
    rung: Audience


def things(world, what, places):
    """Every row an address can name, place by place and rung by rung."""
    label = what.rstrip("*+")
    for name in places:
        place = world.places[name]
        if label in FIXED:
            yield Thing(FIXED[label](place), name, Audience.ALL)
            continue
        model = apps.get_model(label.split()[0].replace("number.", "tenancy."))
        for rung in rungs_of(model) if has_audience(model) else (Audience.ALL,):
            arguments = [row_of(place, model, rung).pk]
            arguments += [row_of(place, apps.get_model(more), rung).pk for more in label.split()[1:]]
            yield Thing(tuple(arguments), name, rung)


def row_of(place, model, rung):
    if model is Team:
        return place.team
    if model is CoachAssignment:
        with entered(place.context()):
            return CoachAssignment.objects.get(team=place.team)
    if model is AffinityGroup:
        return place.group
    if model is Membership:
        return place.rows[Membership, Audience.ALL]
    return place.row(model, rung)


FIXED = {
    "line_in_hand": lambda place: ("data_lead",),
    "question": lambda place: ("agenda",),
    "step": lambda place: ("dates",),
    "piece_of_a_letter": lambda place: (
        place.row(Letter, Audience.FACULTY).pk,
        "shelf",
        place.row(ShelfItem, Audience.ALL).pk,
    ),
    "form": lambda place: ("walk", uuid.uuid4()),
    "guide": lambda place: ("teacher",),
    "guide_step": lambda place: ("teacher", "home"),
    "code": lambda place: ("no-such-code",),
    "line": lambda place: (place.row(PlannedDate, Audience.ALL).pk,),
    "anyone": lambda place: (place.author.pk,),
}


def hide(place, what, thing):
    """Put the row away first, as its author would: an undo needs something to bring back."""
    label = what.rstrip("*")
    model = PlannedDate if label == "line" else apps.get_model(label)
    with entered(place.context()):
        model.objects.filter(pk=thing.arguments[0]).update(
            hidden_at="2026-01-01T12:00:00Z", hidden_by_id=place.author.pk
        )


def answer(client, method, address, before=None):
    """One request, after `before` (what must be so first); all writes of both are taken back."""
    with transaction.atomic():
        if before:
            before()
        response = client.get(address) if method == "GET" else client.post(address, {})
        transaction.set_rollback(True)
    return response


def foreign_words(role, text, resource_of):
    """The canaries in an answer that this role of organization A may not read."""
    found = set(CANARY.findall(text.replace("\r\n ", "")))  # calendar files fold their lines
    leaks = set()
    for organization, relation, rung, model in found:
        resource = resource_of.get(model.lower())
        readable = organization == "A" and resource is not None and _reads(role, resource, f"A-{relation}", rung)
        readable = readable or (organization == "A" and relation_of(role, f"A-{relation}") == "author")  # her own words
        if not readable:
            leaks.add((organization, relation, rung, model))
    return leaks


def _reads(role, resource, place, rung):
    return may(role, "read", resource, place, Audience(rung.replace("teamstaff", "team_staff")))


def person_of(world, role):
    return Person.objects.get(pk=world.people["A", role].person_id)
