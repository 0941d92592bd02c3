"""Every address as every role: to rows of the own center, another center, another collaborative or organization."""

from functools import partial

import pytest
from django.urls import reverse

from collaborative.people.models import User
from collaborative.tenancy.enums import Audience, Role
from tests.proofs import walking
from tests.proofs.expected_models import RESOURCE_OF_MODEL
from tests.proofs.expected_urls import PUBLIC, SIGNED_IN, addresses

ADDRESSES = addresses()
PARTS = 24
# Like a teacher or the project team at nearly every door; each of their cells has a proof of its own, and they walk in
# the slow tests.
TWINS = (Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.FAMILY_PARTNER, Role.FACULTY_COACH)
OFTEN = (Role.TEACHER,)  # the others walk this way in the slow tests
HERE, FAR_HERE, NOWHERE = ("world-a", "here"), ("world-b", "here"), ("no-such", "place")


def part(number):
    """Every twenty-fourth address, so that processes can share the walk."""
    return sorted(ADDRESSES)[number::PARTS]


def place_of(name):
    return HERE[:1] if walking.routes()[name][0] == "organization" else HERE


def test_every_address_is_written_by_hand():
    written = set(ADDRESSES) | set(PUBLIC.split()) | set(SIGNED_IN.split())

    assert set(walking.routes()) - written == set()
    assert set(ADDRESSES) - set(walking.routes()) == set()


def test_every_address_of_an_organization_has_the_door():
    without = {name for name, door in walking.routes().items() if door is None}

    assert without - set(PUBLIC.split()) - set(SIGNED_IN.split()) == set()


def signed_in(client, world, role):
    client.force_login(User.objects.get(pk=world.people["A", role].user_id))
    return client


@pytest.mark.capability("C001", "C005", "C375")
@pytest.mark.parametrize("number", range(PARTS))
def test_each_role_gets_what_is_hers_and_nothing_else(world, client, number):
    assert walk_part(world, client, number, is_telling, [role for role in Role.values if role not in TWINS]) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(PARTS))
def test_each_role_gets_what_is_hers_wherever_a_row_stands(world, client, number):
    assert walk_part(world, client, number, lambda role, door, thing: True, Role.values) == []


def is_telling(role, door, thing):
    """Not asked in every run: more than one row behind a door that is shut to the role; of rows elsewhere all but what
    everybody reads there, and of what a person keeps alone all but her own."""
    if not door_opens(role, door):
        return thing.rung == Audience.ALL and thing.place == "A-own"
    if thing.rung == Audience.SELF:
        return thing.place in ("A-author", "A-own")
    return thing.rung == Audience.ALL or thing.place in ("A-own", "A-other")


def walk_part(world, client, number, is_asked, roles):
    wrong = []
    for role in roles:
        signed_in(client, world, role)
        for name in part(number):
            wrong += walk_address(world, client, role, name, is_asked)
    return wrong


def walk_address(world, client, role, name, is_asked):
    resource, verb, what = ADDRESSES[name]
    door = walking.routes()[name]
    method = "GET" if "GET" in door[3] else "POST"
    if what == "-":
        allowed = SPECIAL.get(resource, walking.may_at_all)(role, verb, resource)
        address = reverse(name, args=place_of(name))
        yield from judge(walking.answer(client, method, address), name, role, "", allowed, not allowed)
        return
    for place in ("A-author", "A-own", "A-other", "A-elsewhere", "B-own"):
        for thing in (found for found in walking.things(world, what, [place]) if is_asked(role, door, found)):
            before = partial(walking.hide, world.places[place], what, thing) if what.endswith("*") else None
            address = reverse(name, args=[*place_of(name), *thing.arguments])
            response = walking.answer(client, method, address, before)
            allowed = (place[0] == "A" or what in NO_ROW) and allowed_on(role, name, thing)
            never = not door_opens(role, door)
            yield from judge(response, name, role, f"{place} {thing.rung}", allowed, never, what)


def door_opens(role, door):
    return walking.may_at_all(role, door[2], door[1])


def allowed_on(role, name, thing):
    """By the rights written by hand; a few addresses name a row whose own rights are not the question."""
    resource, verb, what = ADDRESSES[name]
    if what in NO_ROW:
        return walking.may_at_all(role, verb, resource)
    here = thing.place != "A-elsewhere"
    if not here and name not in ABOVE:
        return False  # the address says `here`: what lies in another collaborative is not there
    if name == "metrics:metric_chart" and role in (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH):
        return True  # they are led on to the centers' charts
    if resource in ("own_number", "all_numbers"):
        return SPECIAL[resource](role, verb, resource)
    if resource == "shelf_use_of":  # a team says that it used something, whoever put it there
        return role in IN_A_TEAM
    if resource == "asked_team":
        return str(thing.rung) == "all" and walking.may(role, verb, "try", thing.place, thing.rung)
    if resource == "trash":
        return walking.relation_of(role, thing.place) == "author" and walking.may_at_all(role, verb, resource)
    if name == "newsletter:piece_take":  # something that all see goes into an issue that is being written
        return walking.may(role, verb, resource, thing.place, Audience.FACULTY)
    if name == "newsletter:letter_stop":  # of one that has left it says so
        return walking.may_at_all(role, verb, resource) and walking.may(role, "read", resource, thing.place, thing.rung)
    if name == "tenancy:center_join":
        return walking.may_at_all(role, verb, resource) and (here or role == Role.ORGANIZATION_ADMIN)
    if verb == "tidy":  # whoever put it there, or who looks after the shelf
        return walking.relation_of(role, thing.place) == "author" or walking.may(
            role, "share", resource, thing.place, thing.rung
        )
    if verb == "own" and what.endswith("*"):
        return walking.relation_of(role, thing.place) == "author" and walking.may_at_all(role, verb, resource)
    if resource in ("answer", "photo"):
        return walking.may(role, "own", "try", thing.place, thing.rung)
    if resource == "prework" and what == "onboarding.PreworkAssignment":  # asked of every team: one's own part is meant
        return walking.may_at_all(role, verb, resource)
    if resource == "number" and verb in ("write", "export") and what == "metrics.Metric":
        return walking.may_at_all(role, verb, resource)
    return walking.may(role, verb, resource, thing.place, thing.rung)


NO_ROW = ("form", "code+", "line_in_hand", "question", "step", "guide", "guide_step")  # a word in the address, no row
# Above the collaboratives, or taking a center of the organization into this one.
ABOVE = (
    "tenancy:wall_raise", "tenancy:wall_lower", "tenancy:center_join", "tenancy:center_edit",
    "starting:collaborative_bring_back",
)  # fmt: skip
IN_A_TEAM = (Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.TEACHER, Role.FAMILY_PARTNER)
SPECIAL = {
    "own_number": lambda role, verb, resource: role in (*IN_A_TEAM, Role.DIRECTOR),
    "own_signature": lambda role, verb, resource: role in IN_A_TEAM,  # the world's project team has no senior leader
    "own_pause": lambda role, verb, resource: role in IN_A_TEAM,
    "all_numbers": lambda role, verb, resource: role == Role.IMPLEMENTATION_TEAM,
    "helping": lambda role, verb, resource: False,  # a role alone does not do: somebody is named for it
}


def judge(response, name, role, where, allowed, never, what=""):
    """What is wrong with an answer: its status, or a word that is not for this role."""
    status, fine = response.status_code, walking.CAREFUL
    if allowed and what.endswith(("+", "*")):
        fine = (*fine, 404)
    good = status in fine if allowed else status in ((403, 404) if never or where else (403,))
    if status >= 500 or not good:
        yield f"{role} {name} {where}: {status}, expected {'an answer' if allowed else 'no'}"
    for leak in walking.foreign_words(role, response.content.decode(errors="ignore"), RESOURCE_OF_MODEL):
        yield f"{role} {name} {where}: shows {'-'.join(leak)}"


@pytest.mark.parametrize(
    "role",
    [
        *OFTEN,
        *(pytest.param(role, marks=pytest.mark.slow) for role in Role.values if role not in OFTEN),
    ],
)  # fmt: skip
def test_another_organization_is_not_there_for_anybody(world, client, role):
    signed_in(client, world, role)
    for name, (_resource, _verb, what) in ADDRESSES.items():
        named = arguments(world, what)
        real, made_up = (walking.answer(client, "GET", address_of(name, slugs, named)) for slugs in (FAR_HERE, NOWHERE))

        assert (name, real.status_code, real.content) == (name, 404, made_up.content)


def address_of(name, slugs, named):
    return reverse(name, args=[*slugs[: len(place_of(name))], *named])


def arguments(world, what):
    if what == "-":
        return ()
    return next(iter(walking.things(world, what, ["B-own"]))).arguments


def test_who_is_not_signed_in_learns_nothing(world, client):
    for name in ADDRESSES:
        _resource, _verb, what = ADDRESSES[name]
        answers = set()
        for slugs in (HERE, FAR_HERE, NOWHERE):
            response = client.get(address_of(name, slugs, arguments(world, what)))
            answers.add((response.status_code, response["Location"].split("?")[0], response.content))

        assert (name, answers) == (name, {(302, reverse("account_login"), b"")})


def test_an_unwanted_method_is_refused_once_for_every_address(world, client):
    signed_in(client, world, Role.IMPLEMENTATION_TEAM)
    for number, (name, (_resource, _verb, what)) in enumerate(ADDRESSES.items()):
        door = walking.routes()[name]
        address = address_of(name, HERE, arguments(world, what))
        rare = ("put", "patch", "delete")[number % 3]  # the door refuses what it does not name, whatever that is
        for method in {"get", "post", rare} - {allowed.lower() for allowed in door[3]}:
            status = getattr(client, method)(address).status_code

            assert (name, method, status in (403, 405)) == (name, method, True)
