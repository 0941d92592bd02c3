"""Roles, coaches, groups and agreements: what can be done, and what the database does not let stand."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from collaborative.isolation.context import Context, current_organization_id, entered, tenant_context
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actions import memberships, organizations, people, sharing
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Membership, Organization, SharingAgreement
from tests import factories

TODAY = datetime.date(2026, 3, 3)
DAY = datetime.timedelta(days=1)


def project_team(collaborative, **values):
    return memberships.give_membership(
        factories.person(), Role.IMPLEMENTATION_TEAM, collaborative=collaborative, on=TODAY, **values
    )


@pytest.mark.capability("C008")
def test_the_project_team_has_one_senior_leader_at_a_time(collaborative):
    first = project_team(collaborative, leads_collaborative=True, ends_on=TODAY + 10 * DAY)

    with pytest.raises(memberships.AnotherSeniorLeader) as refused:
        project_team(collaborative, leads_collaborative=True, starts_on=TODAY + 10 * DAY)
    second = project_team(collaborative, leads_collaborative=True, starts_on=TODAY + 11 * DAY)

    assert refused.value.current == first
    assert second.leads_collaborative


@pytest.mark.capability("C008")
def test_the_database_itself_refuses_a_second_senior_leader(collaborative):
    first = project_team(collaborative, leads_collaborative=True)
    other = project_team(collaborative)

    with pytest.raises(IntegrityError, match="one_senior_leader_at_a_time"), transaction.atomic():
        Membership.objects.filter(pk=other.pk).update(leads_collaborative=True)
    assert first.ends_on is None


def test_a_coach_belongs_to_no_center_of_the_collaborative(collaborative, team):
    teacher = factories.member(Role.TEACHER, team=team).person

    with pytest.raises(memberships.CoachBelongsToCenter):
        memberships.give_membership(teacher, Role.FACULTY_COACH, collaborative=collaborative, on=TODAY)
    with pytest.raises(memberships.CoachBelongsToCenter):
        memberships.assign_coach(teacher, team, on=TODAY)


def test_who_coaches_joins_no_team_of_the_same_collaborative_but_may_elsewhere(collaborative, team):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative).person
    elsewhere = factories.team(factories.collaborative())

    with pytest.raises(memberships.CoachBelongsToCenter):
        memberships.give_membership(coach, Role.TEACHER, team=team, on=TODAY)

    directs = memberships.give_membership(
        coach, Role.DIRECTOR, collaborative=elsewhere.collaborative, center=elsewhere.center, on=TODAY
    )

    assert directs.place_name == elsewhere.center.name


@pytest.mark.capability("C005")
@pytest.mark.parametrize(("day", "is_in"), [(-1, False), (0, True), (10, True), (11, False)])
def test_a_membership_holds_on_its_days_and_on_no_other(organization, collaborative, team, day, is_in):
    person = people.create_person(first_name="Ana", email="ana@example.org", login=True)
    memberships.give_membership(person, Role.TEACHER, team=team, on=TODAY, ends_on=TODAY + 10 * DAY)

    with entered(Context()):
        actor = enter(person.user_id, organization.slug, collaborative.slug, today=TODAY + day * DAY)

    assert (actor is not None) is is_in


@pytest.mark.parametrize(("day", "reaches"), [(-1, False), (0, True), (5, True), (6, False)])
def test_a_coach_reaches_a_team_on_the_days_of_the_assignment_alone(organization, collaborative, team, day, reaches):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative).person
    memberships.assign_coach(coach, team, on=TODAY, ends_on=TODAY + 5 * DAY)

    with entered(Context()):
        actor = enter(coach.user_id, organization.slug, collaborative.slug, today=TODAY + day * DAY)

    assert (team.pk in actor.assigned_team_ids) is reaches


def test_a_role_ended_without_a_day_ends_at_once(organization, team):
    membership = factories.member(Role.TEACHER, team=team)

    memberships.end_membership(membership, on=TODAY)

    with entered(Context()):
        assert enter(membership.user_id, organization.slug, "", today=TODAY) is None
        assert enter(membership.user_id, organization.slug, "", today=TODAY - DAY) is not None


def test_a_role_that_never_held_is_hidden(team):
    membership = factories.member(Role.TEACHER, team=team, starts_on=TODAY)

    memberships.end_membership(membership, on=TODAY)

    assert (membership.ends_on, membership.hidden_at is not None) == (None, True)


def test_the_same_role_twice_is_refused(team):
    person = factories.member(Role.TEACHER, team=team).person

    with pytest.raises(memberships.HasRoleAlready):
        memberships.give_membership(person, Role.TEACHER, team=team, on=TODAY)


def test_who_oversees_the_centers_may_only_observe(collaborative, team):
    person = factories.member(Role.TEACHER, team=team).person
    with pytest.raises(people.HasOtherRoles):
        people.place_behind_wall(person, behind_wall=True, by=None, on=TODAY)
    overseer = people.place_behind_wall(factories.person(), behind_wall=True, by=None, on=TODAY)

    with pytest.raises(memberships.StandsBehindWall):
        memberships.give_membership(overseer, Role.TEACHER, team=team, on=TODAY)
    observes = memberships.give_membership(overseer, Role.OBSERVER, collaborative=collaborative, on=TODAY)

    assert observes.behind_wall
    with pytest.raises(IntegrityError, match="membership_behind_wall_observes"), transaction.atomic():
        Membership.objects.filter(pk=observes.pk).update(role=Role.FACULTY_COACH)


@pytest.mark.capability("C023")
def test_a_role_group_is_there_once_for_a_role(collaborative):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative).person
    group = memberships.create_affinity_group(
        collaborative=collaborative, role=Role.FAMILY_PARTNER, name="Family partners", coach=coach
    )

    with pytest.raises(memberships.HasRoleAlready):
        memberships.create_affinity_group(collaborative=collaborative, role=Role.FAMILY_PARTNER, name="Again")

    assert AffinityGroup.objects.get() == group


@pytest.mark.capability("C001")
def test_an_organization_is_made_with_nothing_of_any_other(db):
    first = organizations.create_organization(name="First", slug="first", on=TODAY)
    second = organizations.create_organization(name="Second", slug="second", on=TODAY)

    with tenant_context(second.pk):
        assert list(Organization.objects.all()) == [second]
        assert current_organization_id() == second.pk != first.pk


@pytest.mark.parametrize("slug", ["demo", "invitation", "accounts"])
def test_an_organization_takes_no_address_of_ours(db, slug):
    with pytest.raises(organizations.SlugTaken):
        organizations.create_organization(name="X", slug=slug, on=TODAY)


@pytest.mark.parametrize("slug", ["With Space", "ümlaut", "-x", ""])
def test_an_address_is_made_of_small_letters_numbers_and_hyphens(db, slug):
    with pytest.raises(ValidationError):
        organizations.create_organization(name="X", slug=slug, on=TODAY)


@pytest.mark.capability("C002")
def test_a_collaborative_is_renamed_beside_every_membership(collaborative, team):
    membership = factories.member(Role.TEACHER, team=team)

    organizations.change_collaborative(collaborative, 1, by=None, on=TODAY, name="Growing together")

    membership.refresh_from_db()
    assert membership.collaborative_name == "Growing together"


@pytest.mark.capability("C014")
def test_the_second_to_save_a_center_overwrites_nobody(team):
    center = team.center
    organizations.change_center(center, 1, by=None, on=TODAY, town="Springfield")

    with pytest.raises(ChangedMeanwhile) as refused:
        organizations.change_center(center, 1, by=None, on=TODAY, town="Shelbyville")

    assert refused.value.current.town == "Springfield"


@pytest.mark.capability("C375")
def test_an_agreement_opens_numbers_to_the_other_teams_and_a_pause_closes_them_at_once(
    organization, collaborative, team
):
    other = factories.team(collaborative)
    teacher = factories.member(Role.TEACHER, team=team)

    def reach():
        with entered(Context()):
            return set(enter(teacher.user_id, organization.slug, collaborative.slug).number_team_ids)

    before = reach()
    sharing.agree_on_sharing(collaborative, numbers_by_name=True, on=TODAY)
    agreed = reach()
    sharing.pause_sharing(other, by=factories.person().pk, on=TODAY)
    paused = reach()
    sharing.end_pause(other, by=factories.person().pk, on=TODAY)

    assert (before, agreed, paused, reach()) == ({team.pk}, {team.pk, other.pk}, {team.pk}, {team.pk, other.pk})
    assert SharingAgreement.objects.get().look_again_on == TODAY + 182 * DAY
