"""The list of friendly calls, as the project team uses it."""

import pytest
from django.urls import reverse

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from portal.notices.models import FriendlyCall
from tests import factories
from tests.factories import notices
from tests.factories.notices import maple_street


@pytest.fixture
def place(organization):
    found = maple_street()
    found.organization = organization
    found.staff = Context(organization=organization.pk, staff_teams=(found.team.pk,))
    with entered(found.staff):
        found.call = notices.call(found)
    return found


@pytest.fixture
def client_of(client):
    def signed_in(person):
        client.force_login(person.user)
        return client

    return signed_in


def address(place, name="call_list", *rest):
    return reverse(f"notices:{name}", args=[place.organization.slug, "sel", *rest])


def stored(place):
    with entered(place.staff):
        return FriendlyCall.objects.get(pk=place.call.pk)


def test_the_list_says_who_why_and_what_to_offer(place, client_of):
    place.leader.phone = "555-0199"
    place.leader.save()

    page = client_of(place.amal).get(address(place)).content.decode()

    for words in ("Maple Street", "A new team leader.", "You phone.", "Denise", "555-0199"):
        assert words in page


@pytest.mark.parametrize("role", [Role.TEAM_LEADER, Role.SENIOR_LEADER, Role.TEACHER, Role.FAMILY_PARTNER])
@pytest.mark.capability("C145")
def test_nobody_at_a_center_comes_near_the_list(place, client_of, role):
    member = factories.member(role, team=place.team).person

    assert client_of(member).get(address(place)).status_code == 403
    with entered(Context(organization=place.organization.pk, person=member.pk, teams=(place.team.pk,))):
        assert list(FriendlyCall.objects.all()) == []


def test_a_call_is_noted_once_with_what_was_heard(place, client_of):
    data = {f"{place.call.pk}-version": 1, f"{place.call.pk}-note": "A new teacher."}

    answer = client_of(place.amal).post(address(place, "call_note", place.call.pk), data)

    assert answer.status_code == 302
    call = stored(place)
    assert (call.note, call.done_by_id, call.version) == ("A new teacher.", place.amal.pk, 2)
    page = client_of(place.amal).get(address(place)).content.decode()
    assert "A new teacher." in page
    assert "Talked lately" in page


def test_two_who_note_the_same_call_both_keep_their_words(place, client_of):
    url, key = address(place, "call_note", place.call.pk), str(place.call.pk)
    client_of(place.amal).post(url, {f"{key}-version": 1, f"{key}-note": "First words."})

    answer = client_of(place.amal).post(url, {f"{key}-version": 1, f"{key}-note": "Second words."})

    page = answer.content.decode()
    assert (answer.status_code, "First words." in page, "Second words." in page) == (200, True, True)
    assert stored(place).note == "First words."
    client_of(place.amal).post(url, {f"{key}-version": 2, f"{key}-note": "Second words."})
    assert stored(place).note == "Second words."


def test_somebody_else_can_take_the_call(place, client_of):
    other = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=place.collaborative).person

    client_of(other).post(address(place, "call_take", place.call.pk), {"version": 1})

    assert stored(place).helper_id == other.pk


def test_a_call_that_was_not_made_after_all_comes_back(place, client_of):
    key = str(place.call.pk)
    client_of(place.amal).post(address(place, "call_note", key), {f"{key}-version": 1, f"{key}-note": "Hm."})

    client_of(place.amal).post(address(place, "call_reopen", key), {"version": 2})

    call = stored(place)
    assert (call.done_on, call.done_by_id, call.note) == (None, None, "")


def test_anybody_of_the_project_team_can_add_a_center(place, client_of):
    data = {"team": place.team.pk, "why": "Their director left.", "offer": "An hour with the coach."}

    answer = client_of(place.amal).post(address(place, "call_add"), data)

    assert answer.status_code == 302
    with entered(place.staff):
        call = FriendlyCall.objects.get(why="Their director left.")
    assert (call.helper_id, call.offer) == (place.amal.pk, "An hour with the coach.")


def test_a_center_of_another_collaborative_cannot_be_added(place, client_of):
    other = factories.team(factories.collaborative())

    answer = client_of(place.amal).post(address(place, "call_add"), {"team": other.pk, "why": "Why."})

    assert answer.status_code == 200
    assert "Why." in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_three_lines_as_for_one(place, client_of, django_assert_num_queries, number):
    for _again in range(number - 1):
        team = factories.team(place.collaborative)
        with entered(Context(organization=place.organization.pk, staff_teams=(team.pk,))):
            notices.call(place, team=team)
    client = client_of(place.amal)
    client.get(address(place))

    with django_assert_num_queries(11):
        client.get(address(place))
