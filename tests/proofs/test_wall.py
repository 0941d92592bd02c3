"""Behind the wall: whoever licenses, rates, funds or monitors centers opens every address there is, and reads totals.

The walk is the generated one; what may show is less than for any role: no center, no team, nobody of a center by name,
and none of their words, whatever the audience.
"""

import re
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from collaborative.isolation.context import Context, entered
from collaborative.people.models import User
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import TEAM_ROLES, Audience, Role
from collaborative.tenancy.models import Center, Membership, Person, Team
from tests import factories
from tests.proofs import walking
from tests.proofs.expected_models import RESOURCE_OF_MODEL
from tests.proofs.expected_urls import SIGNED_IN, addresses

ADDRESSES = addresses()
OF_EVERYBODY = ("framework", "schedule", "metric", "middle_line", "shelf", "agreement", "collaborative")
PLACES = ("A-author", "A-other", "A-elsewhere", "B-own")


@pytest.fixture
def walled(world):
    """The observer of organization A, placed behind the wall."""
    observer = world.people["A", Role.OBSERVER]
    with entered(Context(organization=observer.organization_id)):
        Person.objects.filter(pk=observer.person_id).update(behind_wall=True)
        assert Membership.objects.get(pk=observer.pk).behind_wall
    return User.objects.get(pk=observer.user_id)


def names_of_centers(world):
    """Every name of a center, a team, or a person of a center in organization A, as it would stand on a page."""
    with entered(Context(organization=world.organizations["A"].pk)):
        teams = Team.objects.values_list("name", flat=True)
        centers = Center.objects.values_list("name", flat=True)
        members = Membership.objects.filter(role__in=[*TEAM_ROLES, Role.DIRECTOR, Role.FACULTY_COACH])
        people = Person.objects.filter(pk__in=members.values("person_id"))
        persons = [name for row in people for name in (row.full_name, row.family_name, row.email)]
        return [name for name in (*teams, *centers, *persons) if name]


def requests_of(world, is_asked):
    """(name, answer of a client) for every address, and for every row an address can name that is asked for."""
    for name, (_resource, _verb, what) in ADDRESSES.items():
        door = walking.routes()[name]
        method = "GET" if "GET" in door[3] else "POST"
        slugs = ["world-a"] if door[0] == "organization" else ["world-a", "here"]
        if what == "-":
            yield name, partial(walking.answer, method=method, address=reverse(name, args=slugs))
            continue
        for thing in (found for found in walking.things(world, what, PLACES) if is_asked(door, found)):
            before = partial(walking.hide, world.places[thing.place], what, thing) if what.endswith("*") else None
            address = reverse(name, args=[*slugs, *thing.arguments])
            yield name, partial(walking.answer, method=method, address=address, before=before)
    for name in set(SIGNED_IN.split()) & set(walking.routes()):
        yield name, partial(walking.answer, method="GET", address=reverse(name))


@pytest.mark.capability("C381")
def test_every_page_gives_totals_or_nothing_to_somebody_behind_the_wall(world, walled, client):
    assert walk_behind_the_wall(world, walled, client, is_telling) == []


@pytest.mark.slow
def test_every_page_gives_totals_or_nothing_wherever_its_row_stands(world, walled, client):
    assert walk_behind_the_wall(world, walled, client, lambda door, thing: True) == []


def is_telling(door, thing):
    """Not asked in every run: more than one row behind a door that is shut to observers."""
    is_open = walking.may_at_all(Role.OBSERVER, door[2], door[1])
    return is_open or (thing.place == "A-author" and thing.rung == Audience.ALL)


def walk_behind_the_wall(world, walled, client, is_asked):
    """What is shown that should not be: [(address, word or status)]"""
    client.force_login(walled)
    foreign = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names_of_centers(world)))

    shown, statuses = [], set()
    for name, ask in requests_of(world, is_asked):
        response = ask(client)
        text = response.content.decode(errors="ignore").replace("\r\n ", "")  # calendar files fold their lines
        statuses.add(response.status_code)
        shown += [(name, found) for found in foreign.findall(text)]
        shown += [(name, *word) for word in walking.CANARY.findall(text) if not of_everybody(word)]
        shown += [(name, response.status_code)] if response.status_code >= 500 else []

    assert {200, 403, 404} <= statuses
    return shown


def of_everybody(word):
    """Whether a canary is of organization A, and of what is shown to everybody, totals among it."""
    organization, _place, _rung, model = word
    return organization == "A" and RESOURCE_OF_MODEL.get(model.lower()) in OF_EVERYBODY


def test_the_wall_holds_in_the_database_too(world, walled):
    """The context a walled person gets opens no row with an audience and no number."""
    with transaction.atomic():
        enter(walled.pk, "world-a", "here")
        found = {}
        for model in walking.apps.get_models():
            if walking.has_audience(model) or model._meta.label == "metrics.Observation":
                found[model._meta.label] = model.objects.count()
        transaction.set_rollback(True)

    assert {label for label, count in found.items() if count} == set()


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.OBSERVER])
def test_nobody_behind_the_wall_holds_another_role(world, walled, role):
    observer = world.people["A", Role.OBSERVER]
    other = world.people["A", role]
    with entered(Context(organization=observer.organization_id)), pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=other.pk).update(person=observer.person, behind_wall=True)


def test_behind_the_wall_in_one_organization_and_a_teacher_in_another(world, walled, client):
    place = world.places["B-own"]
    with entered(Context(organization=place.organization_id)):
        person = factories.person()
        Person.objects.filter(pk=person.pk).update(user=walled)
        person.refresh_from_db()
        factories.member(Role.TEACHER, team=place.team, person=person)
    client.force_login(walled)

    there = client.get("/world-b/here/pdsa/")
    here = client.get("/world-a/here/pdsa/")

    assert (there.status_code, here.status_code) == (200, 403)
    assert "canary-B" in there.content.decode()
    assert "canary-A" not in there.content.decode()
