"""What nobody can give: roles to oneself, roles to strangers, a family partner's role to staff."""

import pytest
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.actions import invitations
from collaborative.tenancy.actions.memberships import FamilyOrStaff, HasRoleAlready, NotYoursToGive, give_membership
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Invitation, Membership
from tests import factories
from tests.tenancy.entering import enter, named


@pytest.fixture
def today(organization):
    return timezone.localdate()


def found(organization, model, **where):
    """Rows as they are in the database now."""
    with entered(Context(organization=organization.pk)):
        return list(model.objects.filter(**where).select_related())


@pytest.mark.parametrize("role", [Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.IMPLEMENTATION_TEAM])
def test_nobody_gives_a_role_to_themselves(collaborative, team, today, role):
    place = {"collaborative": collaborative} if role == Role.IMPLEMENTATION_TEAM else {"team": team}
    giver = factories.member(role, **place).person

    with pytest.raises(NotYoursToGive):
        give_membership(giver, Role.TEACHER, team=team, by=giver, on=today)
    with pytest.raises(NotYoursToGive):
        invitations.invite(first_name="Me", email=giver.email, role=Role.TEACHER, team=team, by=giver, on=today)


def test_an_organizations_admin_may_and_it_is_in_the_history(collaborative, team, today):
    admin = factories.member(Role.ORGANIZATION_ADMIN).person

    given = give_membership(admin, Role.IMPLEMENTATION_TEAM, collaborative=collaborative, by=admin, on=today)

    assert given.role == Role.IMPLEMENTATION_TEAM


def test_from_a_team_roles_go_to_its_own_people(collaborative, team, today):
    leader = factories.member(Role.TEAM_LEADER, team=team).person
    colleague = factories.member(Role.TEACHER, team=team).person
    stranger = factories.member(Role.TEACHER, team=factories.team(collaborative)).person

    assert give_membership(colleague, Role.SENIOR_LEADER, team=team, by=leader, on=today).person == colleague
    with pytest.raises(NotYoursToGive):
        give_membership(stranger, Role.TEACHER, team=team, by=leader, on=today)


def test_a_team_leader_is_offered_nobody_else_and_not_herself(here, collaborative, team):
    leader = named("Rosa", Role.TEAM_LEADER, team=team)
    named("Ana", Role.TEACHER, team=team)
    named("Stranger", Role.TEACHER, team=factories.team(collaborative))
    named("Olive", Role.OBSERVER, collaborative=collaborative)

    form = enter(leader).get(here + "people/roles/give/").context["form"]

    assert [words for _key, words in form.fields["person"].choices] == ["Ana Vega"]


@pytest.mark.parametrize(
    ("held", "given"), [(Role.TEACHER, Role.FAMILY_PARTNER), (Role.FAMILY_PARTNER, Role.TEAM_LEADER)]
)
def test_nobody_is_family_partner_and_staff_at_once(collaborative, team, today, held, given):
    amal = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative).person
    person = factories.member(held, team=team).person
    other = factories.team(collaborative)

    with pytest.raises(FamilyOrStaff):
        give_membership(person, given, team=other, by=amal, on=today)
    with pytest.raises(FamilyOrStaff):
        invitations.invite(first_name="You", email=person.email, role=given, team=other, by=amal, on=today)


def test_who_invites_learns_nothing_of_who_is_here_under_that_address(here, organization, collaborative, team, today):
    graciela = named("Graciela", Role.FAMILY_PARTNER, team=factories.team(collaborative))
    client = enter(named("Rosa", Role.TEAM_LEADER, team=team))

    client.post(
        here + "people/invite/",
        {
            "first_name": "Whoever",
            "email": graciela.person.email,
            "place": f"family_partner:{team.pk}",
            "language": "en",
        },
    )
    waiting = client.get(here + "people/invitations/").content.decode()

    (invitation,) = found(organization, Invitation, email=graciela.person.email)
    assert invitation.membership.person_id != graciela.person_id
    assert "Whoever" in waiting
    assert "Graciela" not in waiting + invitation.words


def test_with_their_yes_the_role_is_that_of_the_person_who_is_here_already(collaborative, team, today):
    leader = factories.member(Role.TEAM_LEADER, team=team).person
    coach = factories.member(Role.OBSERVER, collaborative=collaborative)
    invitation = invitations.invite(
        first_name="Whoever", email=coach.person.email, role=Role.TEACHER, team=team, by=leader, on=today
    )

    joined = invitations.accept(invitation, visitor=coach.person.user, on=today)

    assert (joined.person, joined.user_id, joined.role) == (coach.person, coach.person.user_id, Role.TEACHER)
    assert Membership.objects.get(pk=invitation.membership_id).person == coach.person


def test_asking_twice_for_the_same_is_said(collaborative, team, today):
    leader = factories.member(Role.TEAM_LEADER, team=team).person
    asked = {"first_name": "Bea", "email": "bea@example.org", "team": team, "by": leader, "on": today}
    invitations.invite(role=Role.TEACHER, **asked)

    with pytest.raises(HasRoleAlready):
        invitations.invite(role=Role.TEACHER, **asked)
    assert invitations.invite(role=Role.TEAM_LEADER, **asked).email == "bea@example.org"


def test_nobody_lets_themselves_into_a_role_group(here, organization, collaborative, team):
    amal = named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    lucia = named("Lucia", Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    group = AffinityGroup.objects.create(collaborative=collaborative, role=Role.FAMILY_PARTNER, name="Families")
    client, address = enter(amal), here + f"people/groups/{group.pk}/"

    refused = client.post(address, {"name": "Families", "co_lead": str(amal.person_id)})
    client.post(address, {"name": "Families", "co_lead": str(lucia.person_id)})

    assert list(refused.context["form"].errors) == ["co_lead"]
    (group,) = found(organization, AffinityGroup, pk=group.pk)
    assert group.co_lead_id == lucia.person_id
