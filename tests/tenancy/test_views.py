"""Pages about people and places: what each role reads, and what a form does."""

import datetime

import pytest

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role, ShownAs
from collaborative.tenancy.models import Center, CoachAssignment, Team
from tests import factories
from tests.tenancy.entering import enter, named, reread


@pytest.mark.capability("C004", "C078", "C013")
def test_a_teacher_reads_the_phones_of_her_team_and_of_staff_and_no_others(here, collaborative, team):
    other = factories.team(collaborative)
    named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    named("Keisha", Role.FACULTY_COACH, collaborative=collaborative)
    named("Marisol", Role.SENIOR_LEADER, team=team)
    named("Stranger", Role.TEACHER, team=other)
    teacher = named("Ana", Role.TEACHER, team=team)

    page = enter(teacher).get(here + "people/").content.decode()

    assert [name for name in ("Amal", "Keisha", "Marisol", "Ana", "Stranger") if f"tel:555-{name}" in page] == [
        "Amal",
        "Keisha",
        "Marisol",
        "Ana",
    ]


@pytest.mark.parametrize(("shown_as", "name"), [(ShownAs.FIRST_NAME, "Stranger"), (ShownAs.ROLE, "A teacher")])
def test_other_teams_read_what_a_person_chose_to_show(here, collaborative, team, shown_as, name):
    stranger = named("Stranger", Role.TEACHER, team=factories.team(collaborative))
    stranger.person.shown_as = shown_as
    stranger.person.save()

    page = enter(named("Ana", Role.TEACHER, team=team)).get(here + "people/").content.decode()

    assert f">{name}</a></p>" in page
    assert "Stranger Vega" not in page


def test_who_was_invited_and_has_not_answered_is_not_shown(here, organization, collaborative, team):
    leader = named("Rosa", Role.TEAM_LEADER, team=team)
    client = enter(leader)
    client.post(
        here + "people/invite/",
        {"first_name": "Grace", "email": "grace@example.org", "place": f"teacher:{team.pk}", "language": "en"},
    )

    client.get(here + "people/invitations/")  # it says once that the letter to Grace is on its way
    who = client.get(here + "people/").content.decode()
    waiting = client.get(here + "people/invitations/").content.decode()

    assert "Grace" not in who
    assert "Grace" in waiting


@pytest.mark.parametrize("people", [1, 3])
def test_who_is_who_asks_the_same_number_of_queries_for_more_people(
    here, collaborative, team, people, django_assert_num_queries
):
    client = enter(named("Ana", Role.TEACHER, team=team))
    for number in range(people):
        named(f"Bea{number}", Role.TEACHER, team=factories.team(collaborative))
    client.get(here + "people/")

    with django_assert_num_queries(13):
        client.get(here + "people/")


def test_an_observer_reads_no_names(here, collaborative, team):
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)

    assert enter(observer).get(here + "people/").status_code == 403


@pytest.mark.capability("C081")
def test_a_teacher_gives_her_team_a_name_and_a_motto(here, organization, collaborative, team):
    teacher = named("Ana", Role.TEACHER, team=team)

    enter(teacher).post(f"{here}teams/{team.pk}/edit/", {"version": 1, "name": "Leaves", "motto": "Small steps"})

    team = reread(organization, team)
    assert (team.name, team.motto) == ("Leaves", "Small steps")
    assert reread(organization, teacher).place_name.startswith("Leaves")


def test_nobody_changes_another_team(here, organization, collaborative, team):
    other = factories.team(collaborative)
    teacher = named("Ana", Role.TEACHER, team=team)

    answer = enter(teacher).post(f"{here}teams/{other.pk}/edit/", {"version": 1, "name": "Ours now"})

    assert answer.status_code == 404


def test_the_second_to_save_sees_both_versions_and_loses_nothing(here, organization, collaborative, team):
    client = enter(named("Ana", Role.TEACHER, team=team))
    client.post(f"{here}teams/{team.pk}/edit/", {"version": 1, "name": "Leaves", "motto": ""})

    answer = client.post(f"{here}teams/{team.pk}/edit/", {"version": 1, "name": "Twigs", "motto": ""})
    again = client.post(f"{here}teams/{team.pk}/edit/", {"version": 2, "name": "Twigs", "motto": ""})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Leaves" in page
    assert 'value="Twigs"' in page
    assert 'name="version" value="2"' in page
    assert again.status_code == 302


@pytest.mark.capability("C014")
@pytest.mark.parametrize(("rooms", "status"), [("Bluebirds, 14\nOtters, 12", 302), ("Bluebirds", 200), ("A, 900", 200)])
def test_rooms_are_written_one_a_line(here, organization, collaborative, team, rooms, status):
    leader = named("Rosa", Role.TEAM_LEADER, team=team)
    answer = enter(leader).post(
        f"{here}centers/{team.center_id}/", {"version": 1, "name": "Maple Street", "town": "", "rooms": rooms}
    )

    assert answer.status_code == status
    saved = reread(organization, team.center).rooms
    assert saved == (
        [{"name": "Bluebirds", "families": 14, "age": ""}, {"name": "Otters", "families": 12, "age": ""}]
        if status == 302
        else []
    )


def test_an_admin_names_one_senior_leader_and_is_told_who_it_is(here, organization, collaborative):
    admin = factories.member(Role.ORGANIZATION_ADMIN)
    named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, leads_collaborative=True)
    other = named("Jo", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)

    answer = enter(admin).post(f"{here}people/roles/{other.pk}/", {"leads_collaborative": "on"})

    assert answer.status_code == 200
    assert "Amal Vega is the senior leader of the project team in these days." in answer.content.decode()
    assert not reread(organization, other).leads_collaborative


def test_the_project_team_changes_no_role_of_its_own_kind(here, organization, collaborative):
    manager = named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    other = named("Jo", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)

    assert enter(manager).post(f"{here}people/roles/{other.pk}/end/", {}).status_code == 403


@pytest.mark.capability("C005")
def test_a_role_that_is_ended_closes_the_open_page_of_that_person(here, organization, collaborative, team):
    leader, teacher = named("Rosa", Role.TEAM_LEADER, team=team), named("Ana", Role.TEACHER, team=team)
    her = enter(teacher)
    before = her.get(here + "people/").status_code
    enter(leader).post(f"{here}people/roles/{teacher.pk}/end/", {"last_day": ""})

    after = her.post(f"{here}teams/{team.pk}/edit/", {"version": 1, "name": "Still me"})

    assert (before, after.status_code) == (200, 404)


def test_a_coach_is_assigned_with_dates_and_ended(here, organization, collaborative, team):
    manager = named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    coach = named("Keisha", Role.FACULTY_COACH, collaborative=collaborative)
    client = enter(manager)
    values = {"person": str(coach.person_id), "place": str(team.pk), "starts_on": "2026-01-01", "ends_on": ""}

    client.post(here + "people/coaches/add/", values)
    with entered(Context(organization=organization.pk)):
        (assignment,) = CoachAssignment.objects.all()
    client.post(f"{here}people/coaches/{assignment.pk}/end/", {"last_day": "2026-02-01"})

    assert reread(organization, assignment).ends_on == datetime.date(2026, 2, 1)


@pytest.mark.capability("C004")
def test_what_is_said_about_oneself_is_ones_own_to_change(here, organization, collaborative, team):
    teacher = named("Ana", Role.TEACHER, team=team)
    values = {
        "first_name": "Ana María", "family_name": "Vega", "line": "I sing", "phone": "555-1", "how_to_reach": "text",
        "shown_as": "first_name", "language": "es", "time_zone": "America/Chicago", "quiet_from": "18:00",
        "quiet_until": "07:30", "weekend_mail": "on",
    }  # fmt: skip

    answer = enter(teacher).post(here + "people/me/", {**values, "languages": "Spanish,  some  English,Spanish"})

    person = reread(organization, teacher.person)
    assert answer.status_code == 302
    assert {name: str(getattr(person, name)) for name in values} == {
        **values, "quiet_from": "18:00:00", "quiet_until": "07:30:00", "weekend_mail": "True",
    }  # fmt: skip
    assert person.languages == ["Spanish", "some English"]


@pytest.mark.capability("C380")
def test_ones_own_history_tells_who_when_before_and_after(here, organization, collaborative, team):
    teacher = named("Ana", Role.TEACHER, team=team)
    client = enter(teacher)
    client.post(f"{here}teams/{team.pk}/edit/", {"version": 1, "name": "Leaves", "motto": "Small steps"})

    page = client.get(here + "history/").content.decode()
    others = enter(named("Bea", Role.TEACHER, team=team)).get(here + "history/").content.decode()

    assert "<ins>Small steps</ins>" in page
    assert "Ana Vega" in page
    assert "Small steps" not in others


@pytest.mark.capability("C002", "C014")
def test_a_center_joins_with_its_team_and_one_that_is_known_joins_again(organization, collaborative):
    other = factories.collaborative()
    client = enter(factories.member(Role.ORGANIZATION_ADMIN))
    here, there = (f"/{organization.slug}/{place.slug}/" for place in (collaborative, other))

    client.post(here + "centers/add/", {"name": "Maple Street", "town": "", "rooms": ""})
    with entered(Context(organization=organization.pk)):
        center = Center.objects.get()
    offered = client.get(there + "centers/add/").content.decode()
    client.post(f"{there}centers/{center.pk}/join/")

    assert f"{there}centers/{center.pk}/join/" in offered
    with entered(Context(organization=organization.pk)):
        assert center.slug == "maple-street"
        assert set(Team.objects.values_list("center", "collaborative")) == {
            (center.pk, collaborative.pk),
            (center.pk, other.pk),
        }


def test_a_role_with_nothing_in_hand_offers_its_end_and_no_empty_form(here, collaborative, team):
    admin = enter(named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    coach = named("Keisha", Role.FACULTY_COACH, collaborative=collaborative)
    teacher = named("Ana", Role.TEACHER, team=team)

    of_coach = admin.get(here + f"people/roles/{coach.pk}/").content.decode()
    of_teacher = admin.get(here + f"people/roles/{teacher.pk}/").content.decode()

    save = '<button class="button" type="submit">Save</button>'
    assert ("End this role" in of_coach, save in of_coach) == (True, False)
    assert ("End this role" in of_teacher, save in of_teacher) == (True, True)


def test_nobody_is_chosen_beforehand_for_a_further_role(here, collaborative, team):
    client = enter(named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    named("Ana", Role.TEACHER, team=team)

    sent = client.post(here + "people/roles/give/", {"person": "", "place": "", "starts_on": "2027-01-12"})

    assert sent.context["form"].errors == {"person": ["Please fill this in."], "place": ["Please fill this in."]}
