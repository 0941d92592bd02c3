"""What no longer opens is not kept for ever."""

import datetime

from django.utils import timezone

from collaborative.cards.actions import cards
from collaborative.cards.models import Card, CardCode, Pin, PinGuess, Tablet
from collaborative.isolation.context import changed
from collaborative.tenancy.models import Membership
from portal.keeping import actions
from tests.factories.cards import card, tablet

NOW = timezone.now
A_DAY = datetime.timedelta(days=1)


def test_cards_that_no_longer_open_go_after_thirty_days(leader, denise, rosa, collaborative):
    stopped = card(denise.person, collaborative, by=leader.person)
    kept = card(rosa.person, collaborative, by=leader.person)
    cards.stop_card(stopped.card, by=leader.person, on=timezone.localdate())

    counts = [actions.clear_cards(NOW() + days * A_DAY) for days in (29, 31, 119, 121)]

    assert counts == [0, 1, 0, 1]
    assert (Card.objects.count(), CardCode.objects.filter(card=kept.card).count()) == (0, 0)


def test_tablets_switched_off_and_pins_of_who_left_go(leader, rosa, denise, team):
    made, _token = tablet(team, rosa, denise)
    changed(teams=(team.pk,))
    PinGuess.objects.create(tablet=made, pin=Pin.objects.get(person=rosa.person), team=team)
    Membership.objects.filter(pk=rosa.pk).update(ends_on=timezone.localdate() - A_DAY)
    first = actions.clear_cards(NOW())
    Tablet.objects.filter(pk=made.pk).update(revoked_at=NOW())

    assert (first, list(Pin.objects.values_list("person_id", flat=True))) == (1, [denise.person_id])
    assert (actions.clear_cards(NOW() + 29 * A_DAY), actions.clear_cards(NOW() + 31 * A_DAY)) == (0, 1)
    assert (Tablet.objects.count(), PinGuess.objects.count()) == (0, 0)
