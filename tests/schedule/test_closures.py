import pytest

from collaborative.schedule.models import Closure
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.schedule import closure
from tests.schedule.shared import CLOSERS, READERS, ahead

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in READERS if role != Role.OBSERVER])
def test_closure_list_is_read_by_all_who_work_together(as_role, place, team, today, role):
    closure(team.center, starts_on=ahead(today, 1), ends_on=ahead(today, 3), why="Thanksgiving")
    closure(team.center, starts_on=ahead(today, -9), ends_on=ahead(today, -8), why="Over")

    response = as_role(role).get(f"{place}/closures/")

    assert [(one["row"].why, one["may_write"]) for group in response.context["closures"] for one in group["rows"]] == [
        ("Thanksgiving", role in CLOSERS)
    ]


def test_closure_list_is_not_for_observers(as_role, place):
    assert as_role(Role.OBSERVER).get(f"{place}/closures/").status_code == 403


def test_closure_add_hide_and_put_back_for_ones_own_center(as_role, place, team, today, inside):
    client = as_role(Role.TEAM_LEADER)

    added = client.post(
        f"{place}/closures/add/",
        {"center_id": str(team.center_id), "starts_on": ahead(today, 2).isoformat(), "why": "Staff day"},
    )
    assert (added.status_code, added["Location"]) == (302, f"{place}/closures/")
    with inside():
        made = Closure.objects.get()
    assert (made.center_id, made.starts_on, made.ends_on, made.why) == (
        team.center_id, ahead(today, 2), ahead(today, 2), "Staff day",
    )  # fmt: skip
    hidden = client.post(f"{place}/closures/{made.pk}/hide/")
    after = client.get(hidden["Location"])
    assert (after.context["closures"], after.context["hidden"].pk) == ([], made.pk)
    client.post(f"{place}/closures/{made.pk}/show/")
    assert len(client.get(f"{place}/closures/").context["closures"]) == 1


def test_closure_of_another_center_is_not_a_team_leaders_to_write(as_role, place, collaborative, inside):
    neighbour = factories.team(collaborative)
    theirs = closure(neighbour.center)
    client = as_role(Role.TEAM_LEADER)

    answer = client.post(f"{place}/closures/add/", {"center_id": str(neighbour.center_id), "starts_on": "2027-01-12"})

    assert set(answer.context["form"].errors) == {"center_id"}
    assert client.post(f"{place}/closures/{theirs.pk}/hide/").status_code == 404
    with inside():
        assert Closure.objects.shown().count() == 1


def test_closures_of_ones_own_center_stand_beside_the_dates(as_role, place, team, collaborative, today):
    closure(team.center, starts_on=ahead(today, 1), ends_on=ahead(today, 1), why="Ours")
    closure(factories.team(collaborative).center, starts_on=ahead(today, 1), ends_on=ahead(today, 1), why="Next door")

    assert [row.why for row in as_role(Role.TEACHER).get(f"{place}/").context["closures"]] == ["Ours"]


def test_the_project_team_closes_all_centers_at_once_and_reads_them_together(
    as_role, place, team, collaborative, today, inside
):
    factories.team(collaborative)
    client = as_role(Role.IMPLEMENTATION_TEAM)

    nobody = client.post(f"{place}/closures/add/", {"center_id": "", "starts_on": ahead(today, 5).isoformat()})
    client.post(
        f"{place}/closures/add/",
        {"center_id": "all", "starts_on": ahead(today, 5).isoformat(), "why": "Thanksgiving"},
    )

    assert nobody.context["form"].errors == {"center_id": ["Please choose a center, or all of them."]}
    (group,) = client.get(f"{place}/closures/").context["closures"]
    assert (group["first"].why, [one["may_write"] for one in group["rows"]]) == ("Thanksgiving", [True, True])
    with inside():
        assert {row.center_id for row in Closure.objects.shown()} == set(
            collaborative.teams.values_list("center_id", flat=True)
        )
