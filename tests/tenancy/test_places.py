"""What centers and collaboratives say about themselves, and who reads and changes it."""

import pytest
from django.db import IntegrityError, transaction

from collaborative.tenancy.enums import Role
from collaborative.tenancy.history import _event_models
from collaborative.tenancy.history_words import THINGS
from tests import factories
from tests.tenancy.entering import enter, named, reread

CENTER = {
    "version": 1, "name": "Maple Street", "town": "Alder Falls", "kind": "head_start",
    "age_groups": ["infant", "preschool"], "address": "4 Mill Road", "children": 46, "staff": 11,
    "about": "Two rooms face the garden.", "rooms": "Ladybugs, 12, toddlers\nSun, Moon and Stars, 16",
}  # fmt: skip


@pytest.mark.capability("C014")
def test_a_team_leader_says_what_the_center_is_and_everybody_reads_it(here, organization, collaborative, team):
    leader = enter(named("Priya", Role.TEAM_LEADER, team=team))

    answer = leader.post(f"{here}centers/{team.center_id}/", CENTER)
    page = enter(named("Ana", Role.TEACHER, team=team)).get(f"{here}teams/{team.pk}/").content.decode()
    form = leader.get(f"{here}centers/{team.center_id}/").content.decode()

    center = reread(organization, team.center)
    assert answer.status_code == 302
    assert {name: getattr(center, name) for name in CENTER if name not in ("version", "rooms")} == {
        name: value for name, value in CENTER.items() if name not in ("version", "rooms")
    }
    assert center.rooms == [
        {"name": "Ladybugs", "families": 12, "age": "toddlers"},
        {"name": "Sun, Moon and Stars", "families": 16, "age": ""},
    ]
    said = (
        "Head Start",
        "Infants, Preschool and kindergarten",
        "46",
        "11",
        "4 Mill Road",
        "Two rooms face the garden.",
    )
    assert [words for words in said if words not in page] == []
    assert "Ladybugs (toddlers), 12 families" in page
    assert "Ladybugs, 12, toddlers\nSun, Moon and Stars, 16</textarea>" in form


@pytest.mark.parametrize("line", ["Bluebirds", "Bluebirds, many", ", 14", "Bluebirds, 501", "Bluebirds, -3"])
def test_a_room_that_cannot_be_read_is_explained_and_kept(here, organization, team, line):
    leader = enter(named("Priya", Role.TEAM_LEADER, team=team))

    answer = leader.post(f"{here}centers/{team.center_id}/", {**CENTER, "rooms": line})

    page = answer.content.decode()
    assert f"Please write each room like this: Bluebirds, 14. This line is different: {line}" in page
    assert f"{line}</textarea>" in page
    assert reread(organization, team.center).rooms == []


@pytest.mark.capability("C002")
def test_everybody_reads_what_the_collaborative_is_and_the_project_team_changes_it(
    here, organization, collaborative, team
):
    manager = enter(named("Lynn", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    values = {
        "version": 1, "name": "Big feelings", "short_name": "Feelings", "content_area": "Feelings",
        "starts_on": "2026-01-01", "ends_on": "2027-03-31", "lead_organization": "Harbor", "place": "The coast",
        "meeting": "mixed", "centers_hoped_for": 8, "centers_at_most": 12,
    }  # fmt: skip

    manager.post(here + "settings/", values)
    page = enter(named("Ana", Role.TEACHER, team=team)).get(here + "framework/").content.decode()

    said = ("Big feelings", "1 Jan 2026 to 31 Mar 2027", "Some of both", "The coast", "Harbor", "12 centers")
    assert [words for words in said if words not in page] == []
    assert "settings/" not in page
    assert f"{here}settings/" in manager.get(here + "framework/").content.decode()
    assert enter(named("Bea", Role.TEACHER, team=team)).post(here + "settings/", values).status_code == 403


def test_more_centers_hoped_for_than_there_is_room_is_explained_and_refused_below_too(
    here, organization, collaborative
):
    manager = enter(named("Lynn", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    values = {"version": 1, "name": "Big", "short_name": "Big", "starts_on": "2026-01-01", "centers_hoped_for": 9}

    page = manager.post(here + "settings/", {**values, "centers_at_most": 8}).content.decode()

    assert "This is less than you hope for. Please change one of the two." in page
    collaborative.centers_hoped_for, collaborative.centers_at_most = 9, 8
    with pytest.raises(IntegrityError, match="collaborative_room_for_those_hoped_for"), transaction.atomic():
        collaborative.save()


@pytest.mark.capability("C001")
def test_an_organization_says_where_its_children_are_cared_for(organization):
    admin = enter(factories.member(Role.ORGANIZATION_ADMIN))
    values = {
        "name": "Harbor", "time_zone": "America/New_York", "country": "US", "setting": "homes",
        "oversees_centers": "no",
    }  # fmt: skip

    admin.post(f"/{organization.slug}/settings/", values)

    assert reread(organization, organization).setting == "homes"


def changes_offered(page):
    return page.count('Change<span class="visually-hidden">: ')


def test_a_role_can_be_changed_from_the_page_only_by_who_may_change_it(here, collaborative, team):
    named("Anne", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    named("Keisha", Role.FACULTY_COACH, collaborative=collaborative)
    manager = enter(named("Lynn", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    admin = enter(factories.member(Role.ORGANIZATION_ADMIN))
    leader = enter(named("Priya", Role.TEAM_LEADER, team=team))
    teacher = enter(named("Ana", Role.TEACHER, team=team))

    staff = [changes_offered(one.get(here + "people/").content.decode()) for one in (admin, manager, leader)]
    in_team = [
        changes_offered(one.get(f"{here}teams/{team.pk}/").content.decode())
        for one in (admin, manager, leader, teacher)
    ]

    assert staff == [3, 1, 0]
    assert in_team == [2, 2, 2, 0]


def test_every_table_with_a_history_has_a_name_people_understand():
    tracked = {model.pgh_tracked_model._meta.label_lower for model in _event_models()}

    assert tracked == set(THINGS)
