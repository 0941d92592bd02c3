"""A house that is not open: who sees it, what waits, opening, closing again, putting away."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.isolation.context import Context, entered
from collaborative.outbox.models import Notice
from collaborative.tenancy.actions import houses, invitations
from collaborative.tenancy.actions.memberships import give_membership
from collaborative.tenancy.actions.organizations import SlugTaken
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import CollaborativeState, Role
from collaborative.tenancy.models import Collaborative, House, Invitation, Membership
from tests import factories
from tests.factories import houses as made
from tests.factories.houses import messages_to

pytestmark = pytest.mark.django_db
TODAY = made.TODAY


@pytest.fixture
def admin(organization):
    return made.admin()


@pytest.fixture
def house(admin):
    return made.started(by=admin)


def state_of(house):
    return Collaborative.objects.get(pk=house.collaborative_id).state


@pytest.mark.capability("C006")
def test_an_invitation_waits_for_the_house_and_no_letter_is_written(house, admin):
    invitation = made.asked(house, admin, hours="three hours", own_words="See you there.")

    assert (invitation.is_held, invitation.token_hash, invitation.words) == (True, "", "")
    assert invitation.parts == {"works_on": "", "hours": "three hours", "own_words": "See you there."}
    assert messages_to("rosa@example.org") == []
    assert not Notice.objects.exists()
    with pytest.raises(invitations.NoLongerOpen):
        invitations.send_again(invitation, by=admin, on=TODAY)


@pytest.mark.capability("C006")
def test_opening_lets_the_letters_go_after_the_quiet_minutes_in_the_words_of_that_moment(house, admin):
    made.asked(house, admin)
    House.objects.filter(pk=house.pk).update(
        vocabulary={"project_team": {"en": ["core team", "core teams"]}},
        invitation_words="It takes three hours a month.",
    )
    made.asked(house, admin, role=Role.FACULTY_COACH, email="coach@example.org", first_name="Ada")

    houses.open_house(house, by=admin, on=TODAY)

    assert state_of(house) == CollaborativeState.PREPARING
    house.refresh_from_db()
    assert house.opened_by_id == admin.pk
    letter, *more = messages_to("rosa@example.org")
    assert more == []
    assert letter["not_before"] == house.opened_at + datetime.timedelta(minutes=10)
    assert "It takes three hours a month." in letter["body"]
    assert not Invitation.objects.held().exists()
    assert len(messages_to("coach@example.org")) == 1
    with pytest.raises(houses.NotBeingPrepared):
        houses.open_house(house, by=admin, on=TODAY)


@pytest.mark.capability("C006")
def test_closing_again_in_the_quiet_minutes_keeps_the_letters_here(house, admin):
    invitation = made.asked(house, admin)
    houses.open_house(house, by=admin, on=TODAY)
    house.refresh_from_db()

    houses.close_house(house, by=admin, on=TODAY)

    invitation.refresh_from_db()
    assert (invitation.is_held, invitation.token_hash) == (True, "")
    assert not Notice.objects.holding().exists()  # the sender asks for them, and drops the message
    assert state_of(house) == CollaborativeState.BUILDING

    houses.open_house(house, by=admin, on=TODAY)

    assert Notice.objects.holding().count() == 1
    assert len(messages_to("rosa@example.org")) == 2


def test_a_letter_that_left_opens_nothing_while_the_house_is_closed_again(house, admin):
    invitation = made.asked(house, admin)
    houses.open_house(house, by=admin, on=TODAY)
    House.objects.filter(pk=house.pk).update(opened_at=timezone.now() - datetime.timedelta(hours=1))
    house.refresh_from_db()
    invitation = Invitation.objects.get(pk=invitation.pk)

    houses.close_house(house, by=admin, on=TODAY)

    invitation = Invitation.objects.get(pk=invitation.pk)
    assert (invitation.is_held, bool(invitation.token_hash)) == (False, True)
    with pytest.raises(invitations.NoLongerOpen):
        invitations.accept(invitation, on=TODAY)

    houses.open_house(house, by=admin, on=TODAY)

    invitations.accept(Invitation.objects.get(pk=invitation.pk), on=TODAY)
    house.refresh_from_db()
    with pytest.raises(houses.SomebodyCameIn):
        houses.close_house(house, by=admin, on=TODAY)


@pytest.mark.capability("C001")
def test_nobody_but_the_project_team_and_admins_sees_a_house_that_is_not_open(house, admin, organization):
    slug = house.collaborative.slug
    team = factories.team(house.collaborative)
    teacher = factories.member(Role.TEACHER, team=team)  # awake by mistake: the door is a lock of its own
    colleague = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=house.collaborative)

    def seen_by(user_id):
        with entered(Context()):
            return enter(user_id, organization.slug, slug)

    assert seen_by(teacher.user_id) is None
    assert seen_by(colleague.user_id).is_building is True
    assert seen_by(admin.user_id).is_building is True

    houses.open_house(house, by=admin, on=TODAY)

    assert seen_by(teacher.user_id).is_building is False


def test_a_role_given_to_somebody_who_is_in_already_sleeps_until_the_house_is_open(house, admin):
    person = factories.person()
    factories.login_of(person)
    team = factories.team(house.collaborative)

    role = give_membership(person, Role.TEACHER, team=team, by=admin, on=TODAY)
    asked = made.asked(house, admin, team=team)

    assert role.user_id is None

    houses.open_house(house, by=admin, on=TODAY)

    role.refresh_from_db()
    assert role.user_id == person.user_id
    assert Membership.objects.get(pk=asked.membership_id).user_id is None  # holds with her yes

    house.refresh_from_db()
    houses.close_house(house, by=admin, on=TODAY)

    role.refresh_from_db()
    assert role.user_id is None


def test_a_colleague_is_asked_in_before_the_house_opens_and_nobody_else(house, admin):
    colleague = made.asked(house, admin, role=Role.IMPLEMENTATION_TEAM, email="tom@example.org", first_name="Tom")
    leader = made.asked(house, admin)

    houses.send_now(colleague, house, by=admin, on=TODAY)

    assert [letter["not_before"] for letter in messages_to("tom@example.org")] == [None]
    with pytest.raises(invitations.NoLongerOpen):
        houses.send_now(colleague, house, by=admin, on=TODAY)
    with pytest.raises(invitations.NoLongerOpen):
        houses.send_now(leader, house, by=admin, on=TODAY)
    assert invitations.accept(Invitation.objects.get(pk=colleague.pk), on=TODAY).user_id is not None


def test_a_house_is_put_away_with_its_roles_and_brought_back(house, admin):
    earlier = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=house.collaborative)
    Membership.objects.filter(pk=earlier.pk).update(hidden_at=timezone.now() - datetime.timedelta(days=1))

    houses.put_away(house.collaborative, by=admin, on=TODAY)

    assert not Collaborative.objects.shown().exists()
    assert not Membership.objects.shown().filter(collaborative=house.collaborative).exists()
    with pytest.raises(houses.NotBeingPrepared):
        houses.put_away(house.collaborative, by=admin, on=TODAY)

    houses.bring_back(Collaborative.objects.get(), by=admin, on=TODAY)

    assert Collaborative.objects.shown().count() == 1
    assert list(Membership.objects.shown().values_list("person_id", flat=True).filter(collaborative__isnull=False)) == [
        admin.pk
    ]


def test_a_house_whose_address_was_taken_stays_away(house, admin):
    houses.put_away(house.collaborative, by=admin, on=TODAY)
    factories.collaborative(slug=house.collaborative.slug)

    with pytest.raises(SlugTaken):
        houses.bring_back(Collaborative.objects.get(pk=house.collaborative_id), by=admin, on=TODAY)


def test_an_open_house_is_not_put_away(house, admin):
    houses.open_house(house, by=admin, on=TODAY)

    with pytest.raises(houses.NotBeingPrepared):
        houses.put_away(house.collaborative, by=admin, on=TODAY)


def test_a_collaborative_has_one_house(house):
    with pytest.raises(IntegrityError), transaction.atomic():
        House.objects.create(collaborative=house.collaborative)
