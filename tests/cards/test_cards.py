"""Cards made, stopped and used."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.audit.models import Access
from collaborative.cards import rules, secret
from collaborative.cards.actions import cards, people
from collaborative.cards.models import Card, CardCode
from collaborative.isolation.context import changed
from collaborative.outbox.models import Message
from collaborative.tenancy.actions.memberships import NotYoursToGive
from collaborative.tenancy.actions.organizations import SlugTaken, create_organization
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, Person
from collaborative.tenancy.slugs import WAYS_IN
from tests import factories
from tests.factories.cards import card
from tests.signin.inviting import invite

TODAY = timezone.localdate


def use(code):
    found = cards.find_code(code)
    if found is None:
        raise cards.DoesNotOpen
    return cards.use_code(found.pk, on=TODAY())


@pytest.mark.capability("C006")
def test_a_card_has_six_codes_and_keeps_their_hashes_alone(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)

    kept = list(CardCode.objects.order_by("number").values_list("number", "code_hash", "used_at"))
    assert len(set(made.codes)) == rules.CODES
    assert {rules.plain_code(code) for code in made.codes} == set(made.codes)
    assert kept == [(number, secret.hash_of(code), None) for number, code in enumerate(made.codes, start=1)]
    assert not set(made.codes) & {hashed for _number, hashed, _used in kept}
    assert made.card.expires_at.date() == (timezone.now() + datetime.timedelta(days=90)).date()


def test_each_code_opens_once(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)

    came = [use(code) for code in made.codes]

    assert {one.user.pk for one in came} == {denise.user_id}
    for code in made.codes:
        assert cards.find_code(code) is None
        used = CardCode.objects.get(code_hash=secret.hash_of(code))
        with pytest.raises(cards.DoesNotOpen):
            cards.use_code(used.pk, on=TODAY())


def test_looking_at_a_code_uses_nothing(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)

    assert [cards.find_code(made.codes[0]).number for _time in range(3)] == [1, 1, 1]


def test_a_new_card_stops_the_earlier_one(leader, denise, collaborative):
    earlier = card(denise.person, collaborative, by=leader.person)
    later = card(denise.person, collaborative, by=leader.person)

    assert (cards.find_code(earlier.codes[0]), cards.find_code(later.codes[0]).card_id) == (None, later.card.pk)
    assert Card.objects.get(pk=earlier.card.pk).revoked_by_id == leader.person_id


def test_a_stopped_card_and_an_old_one_do_not_open(leader, denise, collaborative):
    stopped = card(denise.person, collaborative, by=leader.person)
    code = cards.find_code(stopped.codes[0])
    cards.stop_card(stopped.card, by=leader.person, on=TODAY())
    assert cards.find_code(stopped.codes[0]) is None
    with pytest.raises(cards.DoesNotOpen):
        cards.use_code(code.pk, on=TODAY())

    old = card(denise.person, collaborative, by=leader.person)
    code = cards.find_code(old.codes[0])
    with time_machine.travel(timezone.now() + datetime.timedelta(days=91), tick=False):
        assert cards.find_code(old.codes[0]) is None
        with pytest.raises(cards.DoesNotOpen):
            cards.use_code(code.pk, on=TODAY())


def test_who_no_longer_takes_part_does_not_come_in(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)
    yesterday = TODAY() - datetime.timedelta(days=1)
    Membership.objects.filter(pk=denise.pk).update(ends_on=yesterday)

    with pytest.raises(cards.DoesNotOpen):
        use(made.codes[0])
    assert CardCode.objects.exclude(used_at=None).count() == 0


def test_who_has_come_to_see_much_since_does_not_come_in_by_card(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)
    factories.member(Role.ORGANIZATION_ADMIN, person=denise.person)

    with pytest.raises(cards.DoesNotOpen):
        use(made.codes[0])


def test_a_leader_makes_cards_for_the_own_team_alone(leader, denise, collaborative):
    other = factories.team(collaborative)
    stranger = factories.member(Role.TEACHER, team=other)
    director = factories.member(Role.DIRECTOR, collaborative=collaborative, center=leader.team.center)
    in_two = factories.member(Role.TEACHER, team=leader.team)
    factories.member(Role.TEACHER, team=other, person=in_two.person)

    card(denise.person, collaborative, by=leader.person)
    for person in (stranger.person, director.person, in_two.person):
        with pytest.raises(cards.NotYoursToHandOut):
            card(person, collaborative, by=leader.person)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SENIOR_LEADER, Role.FAMILY_PARTNER])
def test_other_roles_of_a_team_make_no_cards(team, denise, collaborative, role):
    member = factories.member(role, team=team)

    with pytest.raises(cards.NotYoursToHandOut):
        card(denise.person, collaborative, by=member.person)


def test_the_project_team_makes_one_for_anybody_here_and_for_nobody_elsewhere(project_team, denise, collaborative):
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    elsewhere = factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))

    for member in (denise, coach):
        card(member.person, collaborative, by=project_team.person)
    with pytest.raises(cards.TakesNoPart):
        card(elsewhere.person, collaborative, by=project_team.person)
    with pytest.raises(cards.NotYoursToHandOut):
        card(elsewhere.person, elsewhere.collaborative, by=project_team.person)


@pytest.mark.parametrize("role", [Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN])
def test_who_sees_much_gets_no_card_from_anybody(leader, project_team, denise, collaborative, role):
    factories.member(role, collaborative=collaborative, person=denise.person)

    for maker in (leader, project_team):
        with pytest.raises(cards.NeedsStrongerWay):
            card(denise.person, collaborative, by=maker.person)


def test_twenty_cards_a_day_from_a_team_are_enough(leader, project_team, denise, collaborative):
    for _number in range(rules.CARDS_A_DAY):
        card(denise.person, collaborative, by=leader.person)

    with pytest.raises(cards.EnoughCardsForToday):
        card(denise.person, collaborative, by=leader.person)
    card(denise.person, collaborative, by=project_team.person)


def test_who_has_an_address_is_told_and_security_knows_who_made_and_stopped_it(
    leader, denise, collaborative, monkeypatch
):
    noted = []
    monkeypatch.setattr(Access.objects, "create", lambda **values: noted.append(values))
    made = card(denise.person, collaborative, by=leader.person)
    cards.stop_card(made.card, by=leader.person, on=TODAY())
    cards.stop_card(made.card, by=leader.person, on=TODAY())

    changed(person=denise.person_id)
    (mail,) = Message.objects.filter(person_id=denise.person_id)
    assert (mail.to, "Priya Raman" in mail.body) == (denise.person.email, True)
    assert not any(code in mail.body for code in made.codes)
    assert [(one["what"], one["person_id"], one["thing_id"]) for one in noted] == [
        ("card.made", leader.person_id, made.card.pk),
        ("card.stopped", leader.person_id, made.card.pk),
    ]


@pytest.mark.capability("C006")
def test_somebody_without_e_mail_takes_part_once_they_have_come_in(leader, team):
    membership, made = people.add_person(
        first_name="Opal", role=Role.FAMILY_PARTNER, language="es", team=team, by=leader.person, on=TODAY()
    )
    assert membership not in Membership.objects.on(TODAY()).accepted()

    came = use(made.codes[0])

    person = Person.objects.get(first_name="Opal")
    assert (person.user_id, person.email, person.language) == (came.user.pk, "", "es")
    assert (came.user.email, came.user.has_usable_password(), came.is_first) == (None, False, True)
    assert membership in Membership.objects.on(TODAY()).accepted()
    assert use(made.codes[1]).is_first is False


def test_nobody_is_added_where_the_adder_has_nothing_to_give(leader, collaborative, rosa):
    other = factories.team(collaborative)
    for team, by in ((other, leader), (leader.team, rosa)):
        with pytest.raises(NotYoursToGive):
            people.add_person(first_name="Opal", role=Role.TEACHER, language="en", team=team, by=by.person, on=TODAY())


def test_who_says_no_leaves_no_trace_and_who_has_come_in_is_not_taken_away(leader, team, denise, collaborative):
    _membership, made = people.add_person(
        first_name="Opal", role=Role.FAMILY_PARTNER, language="en", team=team, by=leader.person, on=TODAY()
    )
    opal = made.card.person

    people.say_no_for(opal, collaborative=collaborative, by=leader.person, on=TODAY())

    assert cards.find_code(made.codes[0]) is None
    assert not Person.objects.shown().filter(pk=opal.pk).exists()
    assert not Membership.objects.shown().filter(person=opal).exists()
    with pytest.raises(people.HasComeIn):
        people.say_no_for(denise.person, collaborative=collaborative, by=leader.person, on=TODAY())


def test_a_card_in_place_of_a_mail_that_never_came_answers_the_invitation(leader, team, collaborative):
    invitation, _address = invite(leader.person, team)
    person = invitation.membership.person

    use(card(person, collaborative, by=leader.person).codes[0])

    invitation.refresh_from_db()
    assert invitation.accepted_at is not None
    assert invitation.membership in Membership.objects.on(TODAY()).accepted()


def test_an_older_key_of_the_installation_still_counts(leader, denise, collaborative, settings):
    made = card(denise.person, collaborative, by=leader.person)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-of-today", [settings.SECRET_KEY]

    assert cards.find_code(made.codes[0]).number == 1


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def test_the_database_holds_one_good_card_and_one_hash_each(leader, denise, collaborative):
    made = card(denise.person, collaborative, by=leader.person)
    code = CardCode.objects.get(card=made.card, number=1)

    with refused("card_once"), transaction.atomic():
        Card.objects.create(person=denise.person, collaborative=collaborative, expires_at=timezone.now())
    with refused("card_stopped_by_somebody_is_stopped"), transaction.atomic():
        Card.objects.filter(pk=made.card.pk).update(revoked_by=leader.person)
    with refused("card_code_once"), transaction.atomic():
        CardCode.objects.create(card=made.card, number=90, code_hash=code.code_hash)
    with refused("card_code_number_once"), transaction.atomic():
        CardCode.objects.create(card=made.card, number=1, code_hash="x")


@pytest.mark.parametrize("slug", WAYS_IN)
def test_no_organization_takes_the_name_of_a_way_in(db, slug):
    with pytest.raises(SlugTaken):
        create_organization(name="Cards and Co.", slug=slug)
